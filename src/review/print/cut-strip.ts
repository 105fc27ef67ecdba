import type { Box } from "../../document.ts";
import type { FamilyInfo, Strip } from "../api.ts";
import { around } from "./around.ts";
import type { DrawnPage } from "./draw-page.ts";
import { findHeader } from "./find-header.ts";
import type { PlacedRows } from "./place-cells.ts";
import { type Band, rowBand } from "./row-band.ts";

/** A page that lies as it is read, and where its cells stand on it. */
export interface LevelPage {
  readonly number: number;
  readonly page: DrawnPage;
  readonly rows: PlacedRows;
}

/** A row's stretch of a page: where to cut, and what the browser is told of it. */
export interface Cut {
  readonly row: Band;
  readonly header: Band | null;
  readonly strip: Strip;
}

/** Where to cut a row out of a page it stands on; null where it has no cell there. */
export function cutStrip(
  { number, page, rows }: LevelPage,
  id: string,
  family: FamilyInfo | null,
): Cut | null {
  const own = rows.get(id);
  if (own === undefined) return null;
  const width = page.canvas.width / page.scale;
  const figure = median([...rows.values()].flatMap((cells) => [...cells.values()].map(heightOf)));
  const extents = new Map([...rows].map(([other, cells]) => [other, around(cells.values())]));
  const others = [...extents].filter(([other]) => other !== id).map(([, extent]) => extent);
  const row = rowBand(extents.get(id)!, others, figure, page.canvas.height / page.scale);
  const header = above(row, findHeader(page, around(extents.values()), figure, family));
  const height = row.bottom - row.top;
  const boxes = [...withUnread(own, rows)].map(([cell, [left, top, right, bottom]]) => {
    const shares = [left / width, (top - row.top) / height, right / width, (bottom - row.top) / height];
    return [cell, shares as [number, number, number, number]] as const;
  });
  const strip = {
    page: number,
    width,
    figure,
    header: header && { height: header.bottom - header.top },
    row: { height },
    boxes: Object.fromEntries(boxes),
  };
  return { row, header, strip };
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

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
