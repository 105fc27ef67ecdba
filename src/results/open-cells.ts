import type { Row } from "../schema.ts";

/** The cells in which several readings of a row are possible. */
export function openCells(row: Row): Set<string> {
  return new Set(row.candidates.flatMap(({ cells }) => Object.keys(cells)));
}
