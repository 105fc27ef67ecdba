import type { Reconciliation, Row } from "../schema.ts";

/** What the server and the page say to each other: plain types, for both. */

/** A family in the words of its header, for the page to print. */
export interface FamilyInfo {
  readonly id: string;
  readonly labels: readonly { readonly key: string; readonly header: string }[];
  readonly target: string;
  readonly series: readonly { readonly key: string; readonly header: string }[];
  readonly months: readonly string[];
  readonly quarters: readonly string[];
  readonly extra: readonly { readonly key: string; readonly header: string }[];
  readonly equations: readonly EquationInfo[];
  readonly organs: readonly { readonly id: string; readonly name: string }[];
}
export interface EquationInfo {
  readonly text: string;
  readonly total: string;
  readonly terms: readonly string[];
  readonly tolerance: number;
  /** How far each term may be rounded. */
  readonly whole?: number;
}

export interface DocumentInfo {
  readonly name: string;
  readonly title: string | null;
  readonly year: number | null;
  /** Index into the folder's families; null where the family cannot be had. */
  readonly family: number | null;
}

export interface Progress {
  /** Rows that need, or needed, a person. */
  readonly total: number;
  readonly settled: number;
}

/** The folder as a whole; asked for once. */
export interface FolderInfo {
  readonly folder: string;
  readonly by: string;
  readonly version: string;
  readonly documents: readonly DocumentInfo[];
  readonly families: readonly FamilyInfo[];
  /** Results that cannot be read. */
  readonly unread: readonly { readonly file: string; readonly why: string }[];
  /** Lines of the log that cannot be read. */
  readonly unreadLines: readonly number[];
}

/** `conflict`: settled, and no longer so since the document was converted again. */
export type RowState = "pending" | "conflict" | "settled" | "sound";

/** A row as the queue lists it. */
export interface QueueItem {
  readonly n: number;
  readonly document: number;
  readonly page: number;
  readonly line: number;
  readonly isTotal: boolean;
  readonly organ: string;
  readonly activity: string;
  readonly status: Row["status"];
  readonly state: RowState;
  readonly reasons: readonly string[];
  readonly confidence: number;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** The rows that fit the chosen facets, worst first, and how many rows each further choice would leave. */
export interface Queue {
  readonly order: readonly number[];
  readonly progress: Progress;
  readonly facets: {
    readonly document: readonly FacetCount[];
    readonly organ: readonly FacetCount[];
    readonly reason: readonly FacetCount[];
    readonly equation: readonly FacetCount[];
  };
}

/** Cuts of the printed pages; a row whose columns go on on a facing page has one of each. */
export interface Picture {
  readonly kind: "picture";
  readonly strips: readonly Strip[];
}
/** A row's stretch of one page, upright and level, and where its cells stand on it, as shares of its size. */
export interface Strip {
  readonly page: number;
  /** In PDF points, as are the heights; `figure` is that of most figures of the page. */
  readonly width: number;
  readonly figure: number;
  readonly header: { readonly height: number } | null;
  readonly row: { readonly height: number };
  /** Left, top, right, bottom; from 0 to 1 of the row's cut. */
  readonly boxes: Readonly<Record<string, readonly [number, number, number, number]>>;
}

/** The printed lines, cut into fields where the document has any. */
export interface TextContext {
  readonly kind: "text";
  readonly lines: readonly {
    readonly number: number;
    readonly role: "header" | "row" | "around";
    readonly fields: readonly string[];
  }[];
  /** For cells of the row, the line and field they were read from. */
  readonly cells: Readonly<Record<string, readonly [line: number, field: number]>>;
  /** Why only the row's own text can be shown; null where the source was found. */
  readonly missing: MissingSource | null;
}
/**
 * `unknown`: nobody wrote down where it is; `gone`: not there; `changed`: its bytes are others; `locked`: by a
 * password that was not given, or another one; `damaged`: not readable.
 */
export type MissingSource = "unknown" | "gone" | "changed" | "locked" | "damaged";

/** A row to settle. */
export interface RowDetail {
  readonly n: number;
  /** Names the last decision that this was shown with; a later decision must name it. */
  readonly version: string;
  readonly document: number;
  readonly isTotal: boolean;
  readonly state: RowState;
  /** As it stands now, with any decision on it. */
  readonly row: Row;
  /** As the program read it. */
  readonly read: Row;
  /** The cells that the program could not settle. */
  readonly open: readonly string[];
  /** What its numbers are held to; null where the family cannot be had. */
  readonly equations: readonly EquationInfo[] | null;
  /** How many other rows are like it. */
  readonly alike: number;
}

/** A person's decision on a row. */
export interface Decision {
  readonly version: string;
  readonly decision: "values" | "document-wrong";
  readonly cells: Readonly<Record<string, number | null>>;
  /** The id of the chosen organ; null leaves it as it was. */
  readonly organ: string | null;
  readonly reason: string;
  readonly by: string;
  readonly audit?: string | undefined;
}

/** What a decision on alike rows would change. */
export interface AlikeRow {
  readonly n: number;
  readonly version: string;
  readonly organ: string;
  readonly activity: string;
  readonly changes: readonly {
    readonly cell: string;
    readonly before: number | null;
    readonly after: number | null;
  }[];
  readonly newOrgan: string | null;
}

export type Refusal =
  /** Someone else settled the row, or the document was converted again. */
  | { readonly error: "changed" }
  /** The numbers break these equations. */
  | { readonly error: "broken"; readonly equations: readonly string[] }
  | { readonly error: "invalid"; readonly message: string }
  | { readonly error: "not-written"; readonly message: string };

export interface AuditInfo {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly population: number;
  readonly size: number;
  readonly looked: number;
  readonly wrong: number;
  /** Shares from 0 to 1. */
  readonly interval: readonly [number, number] | null;
  /** Rows that are still to be looked at, in the order of the draw. */
  readonly left: readonly number[];
}

export interface OverviewDocument {
  readonly document: number;
  readonly rows: number;
  readonly verified: number;
  readonly repaired: number;
  /** Settled by a person. */
  readonly reviewed: number;
  readonly pending: number;
  readonly totals: { readonly match: number; readonly mismatch: number; readonly unsettled: number };
  readonly reconciliation: readonly Reconciliation[];
}
export interface OrganSum {
  readonly organ: string;
  /** One number for each of the chart's series, in their order. */
  readonly sums: readonly number[];
}
/** What the organs of an entity planned and did in a year. */
export interface YearChart {
  readonly family: number;
  readonly entity: string | null;
  readonly year: number | null;
  /** Which of the family's series: those that count the same, so that their bars can be compared. */
  readonly series: readonly number[];
  /** The documents that were added up: of the reports of one year, which all repeat its plan, the latest. */
  readonly documents: readonly number[];
  readonly organs: readonly OrganSum[];
}
export interface Overview {
  readonly documents: readonly OverviewDocument[];
  /** The latest year first. */
  readonly charts: readonly YearChart[];
}
