import type { PrintedRow } from "../document.ts";
import type { Family } from "../family.ts";
import { groupTotals } from "../repair/group-totals.ts";
import { type Cells, readCells } from "../rules/row-cells.ts";
import type { Extraction, Reconciliation, Row } from "../schema.ts";
import { reconcileBlocks } from "./reconcile-blocks.ts";

/** Sums of decimals are rid of the dust of binary fractions. */
const ROUND = 1e6;

/**
 * What the published totals say once rows are settled, or no longer are: a sum moves by as much as its rows did. A
 * total whose rows, by the family's rules, do not make the sum that stood there is left as it was.
 *
 * @param read the document as its reconciliation was made
 */
export function reconcileAgain(
  read: Extraction,
  settled: Extraction,
  family: Family | null,
): Reconciliation[] {
  if (family === null) return read.reconciliation;
  // Seen as a table, a family of blocks names no totals.
  if (family.totals.length === 0) return reconcileBlocks(read, settled);
  const before = inPrintOrder(read);
  const after = new Map([...settled.rows, ...settled.totals].map((row) => [row.id, row]));
  const groups = groupTotals(before.map(asPrinted), family).map(({ total, members }) => ({
    label: before[total]?.labels.label ?? "",
    total: after.get(before[total]?.id ?? ""),
    read: members.map((member) => before[member] as Row),
    settled: members.map((member) => after.get((before[member] as Row).id) as Row),
  }));
  const isUnique = (label: string) => groups.filter((group) => group.label === label).length === 1;
  const known = new Map(
    groups
      .filter(({ label, read, settled }) => isUnique(label) && isTouched(read, settled))
      .map((group) => [group.label, { ...group, before: sumOf(group.read), after: sumOf(group.settled) }]),
  );
  return read.reconciliation.map((entry) => {
    const group = known.get(entry.label);
    if (group?.before[entry.cell] !== entry.computed) return entry;
    const computed = group.after[entry.cell] ?? 0;
    const published =
      group.total === undefined ? entry.published : (readCells(group.total)[entry.cell] ?? null);
    const difference = published === null ? null : Math.round((published - computed) * ROUND) / ROUND;
    const isOpen = group.settled.some((row) => row.needsReview && openCells(row).has(entry.cell));
    const verdict = isOpen ? "unsettled" : (difference ?? computed) === 0 ? "match" : "mismatch";
    return { ...entry, published, computed, difference, verdict };
  });
}

/** Whether any of the rows is another now, or was settled by a person before. */
function isTouched(read: readonly Row[], settled: readonly Row[]): boolean {
  return settled.some((row, k) => row !== read[k] || row.correction !== undefined);
}

/** A row's numbers, with those of its most probable reading where several remain. */
function likeliestCells(row: Row): Cells {
  return row.needsReview ? { ...readCells(row), ...row.candidates[0]?.cells } : readCells(row);
}

/** The cells that several readings of a row give different values. */
export function openCells(row: Row): Set<string> {
  const doubted = row.flags.filter(({ code }) => code === "several-readings" || code === "no-reading");
  return new Set([
    ...row.candidates.flatMap(({ cells }) => Object.keys(cells)),
    ...doubted.flatMap(({ cells }) => cells),
  ]);
}

function sumOf(rows: readonly Row[]): Cells {
  const sum: Record<string, number> = {};
  for (const row of rows) {
    for (const [cell, value] of Object.entries(likeliestCells(row))) {
      sum[cell] = Math.round(((sum[cell] ?? 0) + (value ?? 0)) * ROUND) / ROUND;
    }
  }
  return sum;
}

function inPrintOrder({ rows, totals }: Extraction): Row[] {
  return [...rows, ...totals].sort((a, b) => a.page - b.page || a.line - b.line);
}

function asPrinted(row: Row): PrintedRow {
  const kind = row.labels.label === undefined ? "activity" : "total";
  const labels = row.organ === null ? row.labels : { ...row.labels, organ: row.organ.raw };
  return { kind, page: row.page, line: row.line, text: row.source.text, labels, tokens: [] };
}
