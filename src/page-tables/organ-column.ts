import type { PlacedColumn } from "./region.ts";

/** The column that prints organs; -1 where none does. */
export function organColumn(columns: readonly PlacedColumn[]): number {
  return columns.findIndex(({ kind, name }) => kind === "label" && name === "organ");
}
