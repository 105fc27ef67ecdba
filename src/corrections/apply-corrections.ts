import type { AnyFamily } from "../block-family.ts";
import { asTableFamily } from "../rules/as-table-family.ts";
import type { Extraction, Row } from "../schema.ts";
import { applyDecision } from "./apply-decision.ts";
import type { LogEntry, Settlement } from "./correction.ts";
import { ORPHAN } from "./count-corrections.ts";
import { currentDecisions } from "./current-decisions.ts";
import { printedHash } from "./printed-hash.ts";
import { reconcileAgain } from "./reconcile-again.ts";
import { rulesFor } from "./rules-for.ts";
import { withoutDecision } from "./without-decision.ts";

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
  family: AnyFamily | null,
): Extraction {
  const { id } = extraction.document;
  const decisions = [...currentDecisions(log).values()].filter(({ document }) => document === id);
  const isTouched =
    extraction.flags.some(isOrphanFlag) || [...extraction.rows, ...extraction.totals].some(isSettled);
  if (decisions.length === 0 && !isTouched) return extraction;

  const read: Extraction = {
    ...extraction,
    rows: extraction.rows.map(withoutDecision),
    totals: extraction.totals.map(withoutDecision),
    flags: extraction.flags.filter((flag) => !isOrphanFlag(flag)),
  };
  const { placed, orphans } = placeDecisions([...read.rows, ...read.totals], decisions);
  const table = family === null ? null : asTableFamily(family);
  const rules = rulesFor(read, table);
  const settle = (row: Row): Row => {
    const decision = placed.get(row);
    return decision === undefined ? row : applyDecision(row, decision, rules);
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
  return { ...settled, reconciliation: reconcileAgain(extraction, settled, table) };
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
