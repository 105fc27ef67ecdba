import type { Extraction, Row } from "../schema.ts";

/** One report of a year's plan: a document that says what was programmed, and what was executed so far. */
export interface Report {
  /** The file its result is in. */
  readonly path: string;
  /** The document's own name. */
  readonly name: string;
  /** The last quarter, 1 to 4, whose execution it reports; null where it does not say. */
  readonly quarter: number | null;
  readonly extraction: Extraction;
}

/** Whose plan it is, and for which year. */
export interface PlanYear {
  readonly entity: string;
  readonly year: number;
}

/** A row as several reports print it: one place for each report of the year, null where it has no such row. */
export interface Thread {
  readonly rows: readonly (Row | null)[];
  /** Whether its labels tell it from all others in each report, so that what one says holds for another. */
  readonly isSure: boolean;
}
