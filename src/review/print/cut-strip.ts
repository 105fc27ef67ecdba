import type { Box } from "../../document.ts";
import { boundingBox } from "../../page-tables/bounding-box.ts";
import { median } from "../../rules/median.ts";
import type { FamilyInfo, Strip } from "../api.ts";
import type { DrawnPage } from "./draw-page.ts";
import { findNamedHeader, findUnnamedHeader } from "./find-header.ts";
import type { PlacedRows } from "./place-cells.ts";
import { type Band, rowBand } from "./row-band.ts";

/** A page that lies as it is read, and where its cells stand on it. */
export interface LevelPage {
  readonly number: number;
  readonly page: DrawnPage;
  readonly rows: PlacedRows;
}

/** A stretch of a page to cut out. */
export interface Piece {
  readonly page: DrawnPage;
  readonly band: Band;
}

/** A row's stretch of a page with its header: where to cut, and what the browser is told of it. */
export interface Cut {
  readonly row: Piece;
  readonly header: Piece | null;
  readonly strip: Strip;
}

/** Pages of one document are as wide as each other, but for what the scanner made of it. */
const SAME_WIDTH = 0.01;

/**
 * Where to cut a row out of a page it stands on; null where it has no cell there.
 *
 * @param findFirst a page before it, asked for where this one prints no header; null where there is none
 */
export async function cutStrip(
  { number, page, rows }: LevelPage,
  findFirst: () => Promise<LevelPage | null>,
  id: string,
  family: FamilyInfo | null,
): Promise<Cut | null> {
  const own = rows.get(id);
  if (own === undefined) return null;
  const width = widthOf(page);
  const figure = figureOf(rows);
  const extents = new Map([...rows].map(([other, cells]) => [other, boundingBox([...cells.values()])]));
  const others = [...extents].filter(([other]) => other !== id).map(([, extent]) => extent);
  const row = rowBand(extents.get(id)!, others, figure, page.canvas.height / page.scale);
  const all = boundingBox([...extents.values()]);
  const named = findNamedHeader(page, all, figure, family);
  const header =
    named === null
      ? (borrowHeader(await findFirst(), width, family) ??
        piece(page, above(row, findUnnamedHeader(page, all, figure))))
      : piece(page, above(row, named));
  const height = row.bottom - row.top;
  const boxes = [...withUnread(own, rows)].map(([cell, [left, top, right, bottom]]) => {
    const shares = [left / width, (top - row.top) / height, right / width, (bottom - row.top) / height];
    return [cell, shares as [number, number, number, number]] as const;
  });
  const strip = {
    page: number,
    width,
    figure,
    header: header && { height: header.band.bottom - header.band.top },
    row: { height },
    boxes: Object.fromEntries(boxes),
  };
  return { row: { page, band: row }, header, strip };
}

/** The header as an earlier page prints it, if its columns stand in the same places. */
function borrowHeader(first: LevelPage | null, width: number, family: FamilyInfo | null): Piece | null {
  if (first === null || Math.abs(widthOf(first.page) - width) > SAME_WIDTH * width) return null;
  const cells = boundingBox([...first.rows.values()].flatMap((row) => [...row.values()]));
  return piece(first.page, findNamedHeader(first.page, cells, figureOf(first.rows), family));
}

function piece(page: DrawnPage, band: Band | null): Piece | null {
  return band === null ? null : { page, band };
}

function widthOf({ canvas, scale }: DrawnPage): number {
  return canvas.width / scale;
}

/** The height of most figures of a page, in points. */
function figureOf(rows: PlacedRows): number {
  return median([...rows.values()].flatMap((cells) => [...cells.values()].map(heightOf)));
}

/** As much of the header as is not in view with the row anyway. */
function above(row: Band, header: Band | null): Band | null {
  if (header === null || header.top >= row.top) return null;
  return { top: header.top, bottom: Math.min(header.bottom, row.top) };
}

/** Cells that were read from nothing stand in the column in which other rows have them, as high as most of this row. */
function withUnread(own: ReadonlyMap<string, Box>, rows: PlacedRows): ReadonlyMap<string, Box> {
  const top = median([...own.values()].map((box) => box[1]));
  const bottom = median([...own.values()].map((box) => box[3]));
  const placed = new Map(own);
  for (const cells of rows.values()) {
    for (const [cell, [left, , right]] of cells) {
      if (!placed.has(cell)) placed.set(cell, [left, top, right, bottom]);
    }
  }
  return placed;
}

function heightOf([, top, , bottom]: Box): number {
  return bottom - top;
}
