import type { Rule } from "../block-family.ts";
import { fold } from "../text/fold.ts";

/** What a row says in a cell: its number, how many decimals it prints, and whether the document prints this cell. */
export interface StatedCell {
  readonly value: number | null;
  readonly decimals: number;
}

/** What a rule says of a row; `difference` is how much more the total says, in its own unit. */
export interface RuleResult {
  readonly rule: Rule;
  readonly holds: boolean;
  readonly printed: number | null;
  readonly computed: number | null;
  /** The cells of the rule that the document prints. */
  readonly cells: readonly string[];
}

/** Sums of decimals are rid of the dust of binary fractions. */
const ROUND = 1e6;

/**
 * Checks a rule in a row. Cells that the document does not print are no part of a sum: a report of one quarter prints
 * three months. Returns null where the rule does not apply, or has nothing to check: no total, no terms, a share of
 * nothing.
 *
 * @param isWhole whether the document prints the numbers of a cell's series without decimals, so that they are rounded
 */
export function checkRule(
  rule: Rule,
  cells: ReadonlyMap<string, StatedCell>,
  labels: Readonly<Record<string, string>>,
  isWhole: (cell: string) => boolean,
): RuleResult | null {
  const total = cells.get(rule.total);
  if (total === undefined || !applies(rule, labels, cells)) return null;
  const printed = rule.terms.filter((term) => cells.has(term));
  const result = (computed: number | null, holds: boolean): RuleResult => ({
    rule,
    holds,
    printed: total.value,
    computed,
    cells: [rule.total, ...printed],
  });
  if (rule.kind === "none") return result(null, total.value === null);
  if (total.value === null || printed.length < (rule.kind === "percent" ? 2 : 1)) return null;
  const stated = printed.map((term) => cells.get(term)!.value);
  const values = stated.map((value) => value ?? 0);
  const rounding = (cell: string) => (isWhole(cell) ? rule.whole : 0);
  if (rule.kind === "percent") {
    const [part = 0, of = 0] = values;
    if (of === 0) return null;
    const least = share(part - rounding(printed[0]!), of + rounding(printed[1]!), rule);
    const most = share(part + rounding(printed[0]!), of - rounding(printed[1]!), rule);
    const half = rule.tolerance + 0.5 / 10 ** total.decimals + 1 / ROUND;
    return result(
      round(share(part, of, rule)),
      total.value >= Math.min(least, most) - half && total.value <= Math.max(least, most) + half,
    );
  }
  const computed =
    rule.kind === "last"
      ? (values.findLast((value) => value > 0) ?? 0)
      : round(values.reduce((sum, value) => sum + value, 0));
  // A blank was not rounded.
  const roundings = printed.reduce((sum, cell, i) => sum + (stated[i] === null ? 0 : rounding(cell)), 0);
  const allowed = rule.tolerance + (rule.kind === "sum" ? roundings : 0);
  return result(computed, Math.abs(round(total.value - computed)) <= allowed);
}

/** Whether a rule holds in a row with these labels, in a document that prints these cells. */
export function applies(
  { when, unless }: Rule,
  labels: Readonly<Record<string, string>>,
  cells: { readonly has: (cell: string) => boolean },
): boolean {
  return (when === undefined || fits(when, labels)) && (unless === undefined || !cells.has(unless));
}

function fits(
  { label, in: words }: NonNullable<Rule["when"]>,
  labels: Readonly<Record<string, string>>,
): boolean {
  const value = fold(labels[label] ?? "");
  return words.some((word) => fold(word) === value);
}

/** A part in per cent of the whole; one that comes to less than nothing is of any size. */
function share(part: number, of: number, { upTo = Number.POSITIVE_INFINITY }: Rule): number {
  return Math.min(of <= 0 ? Number.POSITIVE_INFINITY : (100 * part) / of, upTo);
}

function round(value: number): number {
  return Math.round(value * ROUND) / ROUND;
}
