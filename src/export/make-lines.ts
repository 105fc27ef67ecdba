import type { Line, SourcedColumn, Value } from "./table.ts";

/** The lines of a table for some items: each column asked for its value. */
export function* makeLines<T>(columns: readonly SourcedColumn<T>[], items: Iterable<T>): Generator<Line> {
  for (const item of items) yield columns.map((column) => clean(column.of(item)));
}

/**
 * A text that every format can hold: U+0000, which PostgreSQL refuses and SQLite's shell ends at, and halves of
 * surrogate pairs, which no encoding has, become the replacement character.
 */
function clean(value: Value): Value {
  return typeof value === "string" ? value.toWellFormed().replaceAll("\0", "\ufffd") : value;
}
