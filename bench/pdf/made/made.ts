import type { Truth } from "../truth.ts";

/**
 * What must come of a document. `right`: every cell, text and row. `flagged`: whatever is wrong or missing is flagged,
 * or the document is refused. A list of codes: it is refused with one of these.
 */
export type Expected = "right" | "flagged" | readonly string[];

/** A document made to try a reader on. */
export interface Made {
  /** With its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** null where there is no plan in it. */
  readonly truth: Truth | null;
  readonly expected: Expected;
  readonly password?: string;
}
