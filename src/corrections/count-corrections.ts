import type { Extraction } from "../schema.ts";

/** Flags, on the document, a decision whose row is no longer found in it. */
export const ORPHAN = "correction-orphan";

/** What came of the decisions that people made on a document. */
export interface CorrectionCounts {
  readonly applied: number;
  /** The program reads the row as the person settled it, and asks for no review. */
  readonly alreadyTrue: number;
  /** The program reads the row otherwise now: a person has to look again. */
  readonly conflict: number;
  /** Its row is no longer found. */
  readonly orphan: number;
}

/** Counts the decisions on a document by what came of them; null where there are none. */
export function countCorrections({ rows, totals, flags }: Extraction): CorrectionCounts | null {
  const counts = { applied: 0, alreadyTrue: 0, conflict: 0, orphan: 0 };
  for (const { correction } of [...rows, ...totals]) {
    if (correction?.outcome === "applied") counts.applied++;
    else if (correction?.outcome === "already-true") counts.alreadyTrue++;
    else if (correction?.outcome === "conflict") counts.conflict++;
  }
  for (const { code } of flags) if (code === ORPHAN) counts.orphan++;
  return Object.values(counts).some((count) => count > 0) ? counts : null;
}
