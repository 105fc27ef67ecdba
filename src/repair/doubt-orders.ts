import { type Belief, mostProbable, type TotalGroup } from "./column-totals.ts";
import type { ErrorModel } from "./error-model.ts";
import { missingAmounts } from "./find-gaps.ts";
import type { Likeness } from "./likeness.ts";
import { keyOf, type Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import { shapeGain } from "./shape.ts";
import { type Order, reorderReading, silentOrders } from "./swap-readings.ts";

/** Another order of a row's months that is less probable than this leaves no doubt. */
const LEAST = 0.01;

/** In a column that misses its total, or hides whether it does, a swap is likelier by so much than anywhere, in nats. */
const IN_DOUBT = 1.5;

/**
 * Doubts rows whose months stand out of the shape of their year and fit it once two neighbours change places, where no
 * total says that they stand rightly: the sum of their column is not known, or is another than the one published.
 *
 * @param blocks cells that can change places without any equation noticing: the months of each quarter
 */
export function doubtOrders(
  code: RowCode,
  model: ErrorModel,
  likeness: Likeness,
  groups: readonly TotalGroup[],
  blocks: readonly (readonly number[])[],
): void {
  const orders = blocks.flatMap(silentOrders).filter(({ cells }) => cells.length === 2);
  for (const { total, rows } of groups) {
    const missing = missingAmounts(
      code,
      mostProbable(total),
      rows.map((row) => mostProbable(row)),
    );
    const open = orders.filter(({ cells }) => cells.every((cell) => missing[cell] !== 0));
    if (open.length === 0) continue;
    for (const belief of rows) doubtRow(belief, open);
  }

  function doubtRow(belief: Belief, open: readonly Order[]): void {
    const best = mostProbable(belief);
    if (best === null || best.broken.length > 0) return;
    const others = open.flatMap((order) => {
      const [a, b] = order.cells as [number, number];
      if (!isTyped(best, a) || !isTyped(best, b) || best.values[a] === best.values[b]) return [];
      // The other series has them in this order, too.
      if (isTwice(code, best, a) && isTwice(code, best, b)) return [];
      const other = reorderReading(code, model, likeness, best, order);
      const more = other.cost - best.cost + shapeGain(code, a, other.values, best.values) - IN_DOUBT;
      return more < -Math.log(LEAST) && !isKnown(belief, other)
        ? [{ reading: { ...other, cost: best.cost + more }, weight: Math.exp(-more) }]
        : [];
    });
    if (others.length === 0) return;
    const sum = others.reduce((all, { weight }) => all + weight, 1);
    belief.readings = [...belief.readings, ...others.map(({ reading }) => reading)];
    const top = Math.max(...belief.probabilities);
    belief.probabilities = [
      ...belief.probabilities.map((p) => p / sum),
      ...others.map(({ weight }) => (top * weight) / sum),
    ];
    belief.other = Math.max(0, 1 - belief.probabilities.reduce((all, p) => all + p, 0));
  }
}

function isKnown({ readings }: Belief, other: Reading): boolean {
  const key = keyOf(other.values);
  return readings.some(({ values }) => keyOf(values) === key);
}

function isTwice({ partner }: RowCode, { values }: Reading, cell: number): boolean {
  return values[partner[cell] as number] === values[cell];
}

function isTyped({ values }: Reading, cell: number): boolean {
  return typeof values[cell] === "number";
}
