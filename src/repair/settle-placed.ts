import type { Flag, SettledRow, Table } from "../document.ts";
import type { Family } from "../family.ts";
import type { Reconciliation } from "../schema.ts";
import { brokenEquations } from "./as-printed.ts";
import { believeScanned, isScanned } from "./believe-scanned.ts";
import type { Belief } from "./column-totals.ts";
import { describeRow } from "./describe-row.ts";
import { distrust, doubtColumns } from "./doubt-columns.ts";
import { groupTotals } from "./group-totals.ts";
import { headerGaps } from "./header-gaps.ts";
import { neverHolds } from "./never-holds.ts";
import type { Reading } from "./reading.ts";
import { reconcile } from "./reconcile.ts";
import { compileRowCode, type RowCode } from "./row-code.ts";
import type { TokenValue } from "./row-tokens.ts";
import { scaleTokens } from "./scale-tokens.ts";

/** What may be wrong with a number that a page prints in its place: nothing was copied. */
const OTHER = 1e-4;

/**
 * Settles the rows of a table whose numbers stand where the page prints them. Nothing is repaired: a row that breaks
 * its own arithmetic was published so, and is given as printed, with what it breaks. Rows of a scan are another
 * matter: what OCR doubts, the equations settle.
 */
export function settlePlaced(
  table: Table,
  family: Family,
): { rows: SettledRow[]; reconciliation: Reconciliation[]; flags: Flag[] } {
  const code = compileRowCode(table.cells, family);
  const { rows, scale, parse } = scaleTokens(table);
  const beliefs = rows.map((tokens, k): Belief => {
    const printed = table.rows[k]!;
    if (isScanned(printed)) return believeScanned(printed, code, scale, parse);
    const probabilities = [1 - OTHER];
    return { readings: [asPlaced(code, tokens, scale)], prior: probabilities, probabilities, other: OTHER };
  });
  const scanned = beliefs.filter((_, k) => isScanned(table.rows[k]!));
  doubtColumns(scanned);
  if (headerGaps(table.cells, family).length > 0) scanned.forEach(distrust);
  const groups = groupTotals(table.rows, family).map(({ total, members }) => ({
    label: table.rows[total]!.labels.label ?? "",
    row: total,
    total: beliefs[total]!,
    rows: members.map((member) => beliefs[member]!),
  }));
  const asPrinted = beliefs.filter((_, k) => !isScanned(table.rows[k]!));
  const broken = asPrinted.filter(({ readings: [reading] }) => (reading?.broken.length ?? 0) > 0).length;
  const flags = neverHolds(broken, asPrinted.length);
  const described = table.rows.map((printed, k) => {
    const row = describeRow(printed, beliefs[k]!, {
      code,
      scale,
      tabular: true,
      reviewBelow: family.reviewBelow,
      numbers: rows[k]!,
      evidence: () => null,
    });
    const doubts = [...(printed.doubts ?? []), ...(isScanned(printed) ? [] : flags)];
    return doubts.length === 0 ? row : { ...row, flags: [...row.flags, ...doubts] };
  });
  return {
    rows: described,
    flags,
    reconciliation: reconcile(code.cells, groups, scale, (cell) => code.isAdded[cell]!),
  };
}

/** A row as it stands. What is no number leaves its cell open. */
function asPlaced(code: RowCode, tokens: readonly TokenValue[], scale: number): Reading {
  const values = code.cells.map((_, cell) => {
    const value = tokens[cell] ?? null;
    return Number.isNaN(value) ? undefined : value;
  });
  return {
    values,
    tokens: values.map((_, cell) => (cell < tokens.length ? cell : -1)),
    origins: values.map((value) => (value === undefined ? "misread" : "read")),
    leftovers: [],
    broken: values.includes(undefined) ? [] : brokenEquations(code, values, scale),
    cost: 0,
  };
}
