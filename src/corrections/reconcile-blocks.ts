import { readCells } from "../rules/row-cells.ts";
import type { Extraction, Reconciliation, Row } from "../schema.ts";

/** Sums of decimals are rid of the dust of binary fractions. */
const ROUND = 1e6;

/**
 * What the published totals of a report of blocks say once rows are settled. Which rows a total adds up is told by the
 * sum that stood there: all before it, those since the total before it, or those of its year. Where none of these
 * makes that sum, or two of them would now make different ones, the entry is left as it was.
 *
 * @param read the document as its reconciliation was made
 */
export function reconcileBlocks(read: Extraction, settled: Extraction): Reconciliation[] {
  const printed = [...read.rows, ...read.totals].sort((a, b) => a.page - b.page || a.line - b.line);
  const totals = new Set(read.totals);
  const after = new Map([...settled.rows, ...settled.totals].map((row) => [row.id, row]));
  return read.reconciliation.map((entry) => {
    const own = read.totals.filter(({ labels }) => labels.label === entry.label);
    const [total] = own;
    if (total === undefined || own.length > 1) return entry;
    const sums = scopes(printed, totals, total)
      .filter((rows) => sumOf(rows, entry.cell) === entry.computed)
      .map((rows) => ({
        rows,
        computed: sumOf(
          rows.map(({ id }) => after.get(id)!),
          entry.cell,
        ),
      }));
    const [first] = sums;
    if (first === undefined || sums.some(({ computed }) => computed !== first.computed)) return entry;
    const published = readCells(after.get(total.id)!)[entry.cell] ?? null;
    const difference = published === null ? null : round(published - first.computed);
    // Amounts without decimals are rounded, each by half of one at most.
    const isWhole = first.rows.every(
      ({ source }) => !/[.,][0-9]{1,2}\D*$/.test(source.cells[entry.cell]?.text ?? ""),
    );
    const allowed = isWhole ? first.rows.length / 2 : 0;
    const isOpen = first.rows.some(({ id }) => after.get(id)!.status === "ambiguous");
    const matches = Math.abs(difference ?? first.computed) <= allowed;
    const verdict = isOpen ? "unsettled" : matches ? "match" : "mismatch";
    return { ...entry, published, computed: first.computed, difference, verdict };
  });
}

/** The rows that a total may add up. */
function scopes(printed: readonly Row[], totals: ReadonlySet<Row>, total: Row): Row[][] {
  const before = printed.slice(0, printed.indexOf(total));
  const lastRow = before.findLastIndex((row) => !totals.has(row));
  const lastTotal = before.slice(0, lastRow + 1).findLastIndex((row) => totals.has(row));
  const rows = (from: number) => before.slice(from).filter((row) => !totals.has(row));
  return [rows(0), rows(lastTotal + 1), rows(0).filter(({ year }) => year === total.year)];
}

function sumOf(rows: readonly Row[], cell: string): number {
  return round(rows.reduce((sum, row) => sum + (readCells(row)[cell] ?? 0), 0));
}

function round(value: number): number {
  return Math.round(value * ROUND) / ROUND;
}
