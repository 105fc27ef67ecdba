import type { Extraction } from "../schema.ts";

/** What stands in one field: null is "nothing", and never the same as 0 or an empty text. */
export type Value = string | number | boolean | null;
/** One line of a table: a value for each of its columns, in their order. */
export type Line = readonly Value[];

/** A column; `integer` and `number` are numbers in every format. */
export interface Column {
  /** Lower-case words joined by underscores: a name in SQL, and in a spreadsheet. */
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "boolean";
  readonly description: string;
}

/** A column that knows where its value comes from. */
export interface SourcedColumn<T> extends Column {
  readonly of: (item: T) => Value;
}

/** A table of an export. */
export interface Table {
  /** `documents`, `rows`, `rows-review`, …: the name of a file, and after `poi_` that of a database table. */
  readonly name: string;
  readonly description: string;
  readonly columns: readonly Column[];
  /** The columns that together name a line, the same in every export; the first is the document's. */
  readonly key: readonly string[];
  /** The lines of one document, made as they are taken. */
  readonly linesOf: (extraction: Extraction, file: string) => Iterable<Line>;
}

/** Takes the lines of the tables, one document after the other; what was taken is there whole, or not at all. */
export type Destination = (
  tables: readonly Table[],
  send: (take: (table: Table, lines: Iterable<Line>) => Promise<void>) => Promise<void>,
) => Promise<void>;
