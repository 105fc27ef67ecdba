import type { Line, Table } from "../table.ts";

/** A file format for tables. */
export interface Format {
  /** What ends the name of a file, without the dot; also its name in datapackage.json. */
  readonly id: string;
  readonly mediaType: string;
  /** How text stands in the file, by the Table Dialect standard; null for a binary file. */
  readonly dialect: object | null;
  readonly encode: (table: Table) => Encoder;
  /** A description of the lines in the format's own way, written beside the file as `<table>.schema.json`. */
  readonly schemaOf?: (table: Table) => object;
}

/** Turns the lines of one table into the bytes of one file, piece by piece. */
export interface Encoder {
  readonly start: () => Uint8Array;
  readonly add: (lines: Iterable<Line>) => Iterable<Uint8Array>;
  readonly end: () => Uint8Array;
}
