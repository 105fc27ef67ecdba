/** A column of the printed table, in print order. */
export interface Column {
  /** `unknown`: the family lists no such header; its rows tell whether it holds numbers or text. */
  readonly kind: "label" | "cell" | "unknown";
  /** A label key, a cell name, or for an unknown column a slug of its header. */
  readonly name: string;
  readonly text: string;
  /** First and past-last position of the header: characters, or fields; 0 where there are no positions. */
  readonly start: number;
  readonly end: number;
}

/** The header of a table: its columns, and the lines of the document it is printed on. */
export interface Header {
  readonly columns: readonly Column[];
  /** Indices into the document's lines: first, and past the last. */
  readonly from: number;
  readonly to: number;
}
