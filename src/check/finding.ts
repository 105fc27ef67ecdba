/** What a report has in a cell. */
export interface Statement {
  /** The document's name. */
  readonly document: string;
  /** The row's id in it. */
  readonly row: string;
  readonly value: number | null;
  /** Whether that row's numbers are sure; if not, a difference may be one of reading. */
  readonly isSure: boolean;
}

/** A cell in which reports differ. */
export interface Difference {
  readonly cell: string;
  /** What each report that speaks of the cell has there, by quarter. */
  readonly statements: readonly Statement[];
}

/**
 * Something that no single document can tell.
 *
 * - `plan-changed`: a later report has another plan, and those after it keep to that.
 * - `execution-restated`: a later report has other numbers for months that were already reported.
 * - `contradiction`: reports of the same quarter differ, or a number changes and changes back.
 * - `total-differs`: published totals of the same thing differ.
 * - `row-new`, `row-missing`: a row is not in the reports before, or not in those after.
 */
export type FindingKind =
  | "plan-changed"
  | "execution-restated"
  | "contradiction"
  | "total-differs"
  | "row-new"
  | "row-missing";

/** A finding about one row, or one total, of a year's reports. */
export interface Finding {
  readonly kind: FindingKind;
  readonly entity: string;
  readonly year: number;
  /** What the row is called: its organ, activity and unit; the label of a total. */
  readonly organ: string | null;
  readonly activity: string | null;
  readonly unit: string | null;
  /** Where reports differ; empty for rows that are new or missing. */
  readonly differences: readonly Difference[];
  /** The documents that have the row, and those that lack it. */
  readonly foundIn: readonly string[];
  readonly missingFrom: readonly string[];
  /** Whether it rests on a row that needs review, or on rows whose likeness is not sure. */
  readonly isDoubtful: boolean;
}
