import type { BlockFamily } from "../block-family.ts";
import type { CellName, SettledRow } from "../document.ts";
import type { Reconciliation } from "../schema.ts";

/**
 * What published totals say against the rows that they add up. Amounts that are printed without decimals are rounded,
 * each by half of one at most.
 */
export function addUpTotals(
  rows: readonly SettledRow[],
  family: BlockFamily,
  isWhole: (cell: CellName) => boolean,
): Reconciliation[] {
  const found: Reconciliation[] = [];
  const shares = new Set(family.rules.filter(({ kind }) => kind === "percent").map(({ total }) => total));
  const activities: SettledRow[] = [];
  let since = 0;
  for (const [i, row] of rows.entries()) {
    const { printed, values, tokens } = row;
    if (printed.kind !== "total") {
      activities.push(row);
      continue;
    }
    const scope = family.totals[printed.total ?? -1]?.rows ?? "all";
    if (scope === "none") continue;
    const members =
      scope === "each-year"
        ? activities.filter((one) => one.printed.year === printed.year)
        : activities.slice(scope === "since-last-total" ? since : 0);
    const by = family.totals[printed.total ?? -1]?.by ?? "sum";
    for (const [cell, { text }] of Object.entries(tokens)) {
      if ((by === "sum" && shares.has(cell)) || row.absences?.[cell] !== undefined) continue;
      const stated = members.flatMap((row) => row.values[cell] ?? []);
      const sum = stated.reduce((all, value) => all + value, 0);
      const computed = round(by === "sum" ? sum : sum / Math.max(1, stated.length));
      const published = values[cell] ?? null;
      const difference = published === null ? null : round(published - computed);
      // A mean is rounded where it is printed; a sum is of rounded amounts.
      const allowed = by === "mean" ? 0.5 / 10 ** decimalsIn(text) : isWhole(cell) ? members.length / 2 : 0;
      const isOpen = members.some(({ status }) => status === "ambiguous");
      const matches = Math.abs(difference ?? computed) <= allowed + 1 / ROUND;
      found.push({
        label: printed.labels.label ?? "",
        cell,
        published,
        computed,
        difference,
        verdict: isOpen ? "unsettled" : matches ? "match" : "mismatch",
      });
    }
    if (rows[i + 1]?.printed.kind !== "total") since = activities.length;
  }
  return found;
}

/** Sums of decimals are rid of the dust of binary fractions. */
const ROUND = 1e6;

function round(value: number): number {
  return Math.round(value * ROUND) / ROUND;
}

function decimalsIn(text: string): number {
  return /[.,]([0-9]+)\D*$/.exec(text)?.[1]?.length ?? 0;
}
