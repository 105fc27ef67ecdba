import type { PrintedRow } from "../document.ts";
import type { Family } from "../family.ts";
import { fold } from "../text/fold.ts";
import { createPattern } from "../text/match-pattern.ts";

type TotalRule = Family["totals"][number]["rows"];

/** For each total row, by index, the activity rows that it adds up by the family's rules. */
export function groupTotals(
  rows: readonly PrintedRow[],
  family: Family,
): { total: number; members: number[] }[] {
  const rules = family.totals.map(({ label, rows: which }) => ({ fits: createPattern(label), which }));
  let since = 0;
  const groups: { total: number; members: number[] }[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.kind !== "total") continue;
    const rule = rules.find(({ fits }) => fits(row.labels.label ?? ""));
    if (rule !== undefined) {
      const first = rule.which === "since-last-total" ? since : 0;
      groups.push({ total: index, members: membersOf(rows, rule.which, first, index) });
    }
    since = index + 1;
  }
  return groups.filter(({ members }) => members.length > 0);
}

/** A total adds up what stands above it; totals by label add up the whole table. */
function membersOf(rows: readonly PrintedRow[], rule: TotalRule, first: number, total: number): number[] {
  const [from, to] = typeof rule === "string" ? [first, total] : [0, rows.length];
  const fits = typeof rule === "string" ? () => true : labelTest(rule);
  const members: number[] = [];
  for (let index = from; index < to; index++) {
    const row = rows[index] as PrintedRow;
    if (row.kind === "activity" && fits(row)) members.push(index);
  }
  return members;
}

function labelTest(rule: Exclude<TotalRule, string>): (row: PrintedRow) => boolean {
  const names = new Set(("in" in rule ? rule.in : rule.notIn).map(fold));
  const wanted = "in" in rule;
  const known = new Map<string, boolean>();
  return (row) => {
    const label = row.labels[rule.label] ?? "";
    const fits = known.get(label) ?? names.has(fold(label)) === wanted;
    known.set(label, fits);
    return fits;
  };
}
