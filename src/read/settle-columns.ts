import type { Column } from "../grid/header.ts";
import { kindOf } from "./field-kind.ts";

/** Lines looked at to tell what a column holds. */
export const SAMPLE_ROWS = 300;

/**
 * Decides what the columns are that the family does not list: numbers become the cell `extra.<slug>`, text
 * becomes a label. A column that is always blank is taken for numbers, and does no harm.
 *
 * @param textsOf the texts of a column in a sample of rows
 */
export function settleColumns(
  columns: readonly Column[],
  textsOf: (column: Column) => readonly string[],
): Column[] {
  return columns.map((column) => {
    if (column.kind !== "unknown") return column;
    const texts = textsOf(column).map(kindOf);
    const numbers = texts.filter((kind) => kind === "number").length;
    const words = texts.filter((kind) => kind === "text").length;
    return words > numbers
      ? { ...column, kind: "label" as const }
      : { ...column, kind: "cell" as const, name: `extra.${column.name}` };
  });
}
