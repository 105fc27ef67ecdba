import type { Family } from "../family.ts";
import type { Extraction, Row } from "../schema.ts";
import { applyDecision, withoutDecision } from "./apply-decision.ts";
import type { LogEntry, Settlement } from "./correction.ts";
import { currentDecisions } from "./current-decisions.ts";
import { printedHash } from "./printed-hash.ts";
import { reconcileAgain } from "./reconcile-again.ts";

/** A document with its decisions on it. */
export interface Corrected {
  readonly extraction: Extraction;
  /** How many decisions came to what; an orphan's row is no longer found in its document. */
  readonly counts: CorrectionCounts;
}
export interface CorrectionCounts {
  readonly applied: number;
  readonly alreadyTrue: number;
  readonly conflict: number;
  readonly orphan: number;
}

/**
 * Puts the decisions of a log on a document's rows, each by itself: what no longer fits one row keeps no other
 * from its own. Rows are found by id and printed text; a row that moved, by its text where that stands once. Decisions
 * that are on the rows already are taken off first, so the result is the same however often it is done. Pure.
 *
 * @param family what the document is read with; null where it cannot be had, and equations are not asked
 */
export function applyCorrections(
  extraction: Extraction,
  log: readonly LogEntry[],
  family: Family | null,
): Corrected {
  const { id } = extraction.document;
  const decisions = [...currentDecisions(log).values()].filter(({ document }) => document === id);
  const isTouched =
    extraction.flags.some(isOrphanFlag) || [...extraction.rows, ...extraction.totals].some(isSettled);
  const counts = { applied: 0, alreadyTrue: 0, conflict: 0, orphan: 0 };
  if (decisions.length === 0 && !isTouched) return { extraction, counts };

  const read: Extraction = {
    ...extraction,
    rows: extraction.rows.map(withoutDecision),
    totals: extraction.totals.map(withoutDecision),
    flags: extraction.flags.filter((flag) => !isOrphanFlag(flag)),
  };
  const { placed, orphans } = placeDecisions([...read.rows, ...read.totals], decisions);
  counts.orphan = orphans.length;
  const settle = (row: Row): Row => {
    const decision = placed.get(row);
    if (decision === undefined) return row;
    const settled = applyDecision(row, decision, family);
    const outcome = settled.correction?.outcome;
    if (outcome === "conflict") counts.conflict++;
    else if (outcome === "already-true") counts.alreadyTrue++;
    else counts.applied++;
    return settled;
  };
  const rows = read.rows.map(settle);
  const totals = read.totals.map(settle);
  const settled: Extraction = {
    ...read,
    rows,
    totals,
    flags: [...read.flags, ...orphans.map(orphanFlag)],
    summary: {
      rows: rows.length,
      verified: rows.filter((row) => row.status === "verified").length,
      repaired: rows.filter((row) => row.status === "repaired").length,
      review: rows.filter((row) => row.needsReview).length,
    },
  };
  return {
    extraction: { ...settled, reconciliation: reconcileAgain(read, settled, family) },
    counts,
  };
}

/** Each decision to its row: by id and text, else by a text that stands once. */
function placeDecisions(rows: readonly Row[], decisions: readonly Settlement[]) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  // Most decisions find their row at once: only for others is every row of the document hashed.
  let byText: Map<string, Row[]> | null = null;
  const placed = new Map<Row, Settlement>();
  const orphans: Settlement[] = [];
  for (const decision of decisions) {
    let row = byId.get(decision.row);
    if (row === undefined || printedHash(row.source.text) !== decision.printed) {
      byText ??= Map.groupBy(rows, ({ source }) => printedHash(source.text));
      const same = byText.get(decision.printed) ?? [];
      row = same.length === 1 ? same[0] : undefined;
    }
    if (row === undefined || placed.has(row)) orphans.push(decision);
    else placed.set(row, decision);
  }
  return { placed, orphans };
}

function isSettled(row: Row): boolean {
  return row.correction !== undefined;
}

const ORPHAN = "correction-orphan";

function isOrphanFlag({ code }: Extraction["flags"][number]): boolean {
  return code === ORPHAN;
}

function orphanFlag({ row, by, at }: Settlement): Extraction["flags"][number] {
  return {
    code: ORPHAN,
    severity: "warning",
    cells: [],
    message: `${by} settled row ${row} on ${at.slice(0, 10)}; no row with its printed text is found any more.`,
  };
}
