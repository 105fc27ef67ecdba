import type { CellName, NumberFormat, PrintedRow } from "../document.ts";
import type { Equation } from "../family.ts";
import { parseNumber } from "../rules/number.ts";
import { printedEquations } from "../rules/printed-equations.ts";
import { holds } from "../rules/residual.ts";

/** Rows looked at. */
const SAMPLE_ROWS = 100;
/** What a per cent sign in its own column, or in another's, counts beside an equation that holds or does not. */
const SIGN = 3;

/**
 * Finds where the one column stands that takes part in no equation, such as % AVANCE. Where columns have no places its
 * name may be printed lines before or after the months it stands beside: then the rows themselves tell, by their
 * per cent signs and their sums, whether it is the first, the last, or where its name is printed.
 *
 * @param cells the number columns in the order in which their names are printed
 * @returns the same cells in the order that the rows speak for
 */
export function placeExtra(
  cells: readonly CellName[],
  rows: readonly PrintedRow[],
  equations: readonly Equation[],
  format: NumberFormat,
): readonly CellName[] {
  const extras = cells.filter((name) => name.startsWith("extra."));
  const full = rows.filter(({ tokens }) => tokens.length === cells.length).slice(0, SAMPLE_ROWS);
  const [extra] = extras;
  if (extra === undefined || extras.length > 1 || full.length === 0) return cells;
  const others = cells.filter((name) => name !== extra);
  const checked = printedEquations(equations, others);
  const worthOf = (order: readonly CellName[]) =>
    full.reduce((sum, row) => sum + rowWorth(row, order, extra, checked, format), 0);
  const orders = [cells, [...others, extra], [extra, ...others], afterTarget(others, extra)];
  return orders
    .map((order) => ({ order, worth: worthOf(order) }))
    .reduce((a, b) => (b.worth > a.worth ? b : a)).order;
}

function afterTarget(others: readonly CellName[], extra: CellName): CellName[] {
  const at = others.indexOf("target") + 1;
  return [...others.slice(0, at), extra, ...others.slice(at)];
}

function rowWorth(
  { tokens }: PrintedRow,
  order: readonly CellName[],
  extra: CellName,
  equations: readonly Equation[],
  format: NumberFormat,
): number {
  const values: Record<string, number | null> = {};
  let worth = 0;
  for (const [i, name] of order.entries()) {
    const { text } = tokens[i]!;
    values[name] = parseNumber(text, format) ?? null;
    if (text.includes("%")) worth += name === extra ? SIGN : -SIGN;
  }
  return worth + equations.filter((equation) => holds(equation, values)).length;
}
