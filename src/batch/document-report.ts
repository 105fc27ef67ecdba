import { type CorrectionCounts, countCorrections } from "../corrections/count-corrections.ts";
import type { PoiError } from "../errors.ts";
import type { Extraction, Row } from "../schema.ts";

/** What came of one document. */
export interface DocumentReport {
  readonly path: string;
  /**
   * `partial`: something of the document could not be read, and the result says what. `kept`: the result of an
   * earlier run still stands.
   */
  readonly outcome: "done" | "partial" | "kept" | "failed";
  /** Name of the result within the output folder; null on standard output, or where there is none. */
  readonly output: string | null;
  readonly counts: Counts | null;
  readonly error: PoiError | null;
}

/** A document in numbers. */
export interface Counts {
  readonly pages: number;
  readonly rows: number;
  readonly verified: number;
  readonly repaired: number;
  readonly review: number;
  /** Why rows are in review: how many rows carry each flag code. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Doubts about the document as a whole, such as lines that were not read: how many of each flag code. */
  readonly remarks: Readonly<Record<string, number>>;
  /** Published totals against the rows they add up, cell by cell. */
  readonly totals: { readonly match: number; readonly mismatch: number; readonly unsettled: number };
  /** What came of the decisions that people made in a review; absent where there are none. */
  readonly corrections?: CorrectionCounts | undefined;
}

/** Counts what a person wants to know before opening a result. */
export function countResults(extraction: Extraction): Counts {
  const reasons: Record<string, number> = {};
  for (const row of extraction.rows.filter((row) => row.needsReview)) {
    for (const reason of reasonsOf(row)) reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  const remarks: Record<string, number> = {};
  for (const { code, severity } of extraction.flags) {
    if (severity !== "info") remarks[code] = (remarks[code] ?? 0) + 1;
  }
  const totals = { match: 0, mismatch: 0, unsettled: 0 };
  for (const { verdict } of extraction.reconciliation) totals[verdict]++;
  const corrections = countCorrections(extraction) ?? undefined;
  return {
    pages: extraction.document.pages,
    ...extraction.summary,
    reasons: byCount(reasons),
    remarks: byCount(remarks),
    totals,
    ...(corrections && { corrections }),
  };
}

/** The counts of several documents together. */
export function addCounts(all: readonly Counts[]): Counts {
  const sum = (pick: (counts: Counts) => number) => all.reduce((total, counts) => total + pick(counts), 0);
  const sumByCode = (pick: (counts: Counts) => Readonly<Record<string, number>>) => {
    const sums: Record<string, number> = {};
    for (const [code, count] of all.flatMap((counts) => Object.entries(pick(counts)))) {
      sums[code] = (sums[code] ?? 0) + count;
    }
    return byCount(sums);
  };
  return {
    pages: sum((counts) => counts.pages),
    rows: sum((counts) => counts.rows),
    verified: sum((counts) => counts.verified),
    repaired: sum((counts) => counts.repaired),
    review: sum((counts) => counts.review),
    reasons: sumByCode((counts) => counts.reasons),
    remarks: sumByCode((counts) => counts.remarks),
    totals: {
      match: sum((counts) => counts.totals.match),
      mismatch: sum((counts) => counts.totals.mismatch),
      unsettled: sum((counts) => counts.totals.unsettled),
    },
    ...(all.some(({ corrections }) => corrections !== undefined) && {
      corrections: {
        applied: sum(({ corrections }) => corrections?.applied ?? 0),
        alreadyTrue: sum(({ corrections }) => corrections?.alreadyTrue ?? 0),
        conflict: sum(({ corrections }) => corrections?.conflict ?? 0),
        orphan: sum(({ corrections }) => corrections?.orphan ?? 0),
      },
    }),
  };
}

/** The most frequent first, so that people read what matters. */
function byCount(reasons: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(reasons).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

/** The codes of the doubts about a row; its status where no stage said more. */
function reasonsOf(row: Row): Set<string> {
  const doubts = row.flags.filter((flag) => flag.severity !== "info").map((flag) => flag.code);
  return new Set(doubts.length > 0 ? doubts : [row.status]);
}
