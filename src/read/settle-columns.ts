import type { Line } from "../document.ts";
import type { Column } from "../grid/header.ts";
import { kindOf } from "./field-kind.ts";
import { wordsOf } from "./layout-line.ts";

/** Lines looked at to tell what a column holds. */
export const SAMPLE_ROWS = 300;

/**
 * Decides what the columns are that the family does not list: numbers become the cell `extra.<slug>`, text
 * becomes a label. A column that is always blank is taken for numbers, and does no harm.
 *
 * @param textsOf the texts of a column in a sample of rows
 */
function settleColumns(columns: readonly Column[], textsOf: (column: Column) => readonly string[]): Column[] {
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

/** Decides what unknown columns of delimited text hold, from the lines under the header. */
export function settleFields(columns: readonly Column[], lines: readonly Line[]): Column[] {
  if (columns.every((column) => column.kind !== "unknown")) return [...columns];
  const sample = lines.slice(0, SAMPLE_ROWS).map((line) => line.pieces);
  return settleColumns(columns, (column) => sample.map((fields) => fields[column.start]?.text ?? ""));
}

/** Decides what unknown columns of spaced text hold, from what the lines print under their headers. */
export function settleSpaced(columns: readonly Column[], lines: readonly Line[]): Column[] {
  if (columns.every((column) => column.kind !== "unknown")) return [...columns];
  const sample = lines.slice(0, SAMPLE_ROWS).map((line) => line.pieces.flatMap(wordsOf));
  return settleColumns(columns, ({ start, end }) =>
    sample.flatMap((words) =>
      words.filter((word) => word.start < end && start < word.end).map((word) => word.text),
    ),
  );
}
