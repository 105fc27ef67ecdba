import type { Box } from "../../document.ts";
import type { Extraction, Row } from "../../schema.ts";
import { type Lie, levelBox } from "./find-lie.ts";

/** Where the cells of rows stand on one page, by the rows' ids. Cells that were read from nothing stand nowhere. */
export type PlacedRows = ReadonlyMap<Row["id"], ReadonlyMap<string, Box>>;

/** The places of all rows that have cells on a page, as it is seen. */
export function placeCells({ rows, totals }: Extraction, page: number): PlacedRows {
  const placed = new Map<string, ReadonlyMap<string, Box>>();
  for (const row of [...rows, ...totals]) {
    const cells = Object.entries(row.source.cells).flatMap(([cell, { page: at, box }]) =>
      at === page && box !== null ? [[cell, box] as const] : [],
    );
    if (cells.length > 0) placed.set(row.id, new Map(cells));
  }
  return placed;
}

/** The same places once the page is upright and level; its size is that as it is seen, in points. */
export function levelCells(rows: PlacedRows, lie: Lie, width: number, height: number): PlacedRows {
  return new Map(
    [...rows].map(([id, cells]) => [
      id,
      new Map([...cells].map(([cell, box]) => [cell, levelBox(box, lie, width, height)])),
    ]),
  );
}

/** The pages that a row is printed on: its own first, then those its other columns stand on. */
export function pagesOf(row: Row): number[] {
  const pages = Object.values(row.source.cells).flatMap(({ page, box }) => (box === null ? [] : [page]));
  return [...new Set(pages)].sort((a, b) => Number(b === row.page) - Number(a === row.page) || a - b);
}
