import { type Belief, mostProbable, type TotalGroup } from "./column-totals.ts";
import type { ErrorModel } from "./error-model.ts";
import type { Likeness } from "./likeness.ts";
import type { Reading } from "./reading.ts";
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
    const settled = settledColumns(total, rows, code.cells.length);
    const open = orders.filter(({ cells }) => cells.every((cell) => !settled.has(cell)));
    if (open.length === 0) continue;
    for (const belief of rows) doubtRow(belief, open);
  }

  function doubtRow(belief: Belief, open: readonly Order[]): void {
    const best = mostProbable(belief);
    if (best === null || best.broken.length > 0) return;
    const others = open.flatMap((order) => {
      const [a, b] = order.cells as [number, number];
      if (!isTyped(best, a) || !isTyped(best, b) || best.values[a] === best.values[b]) return [];
      const other = reorderReading(code, model, likeness, best, order);
      const more = other.cost - best.cost + shapeGain(code, a, other.values, best.values) - IN_DOUBT;
      return more < -Math.log(LEAST)
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
  }
}

function isTyped({ values }: Reading, cell: number): boolean {
  return typeof values[cell] === "number";
}

/** The columns whose published total is what the rows add up to. */
function settledColumns(total: Belief, rows: readonly Belief[], size: number): ReadonlySet<number> {
  const published = mostProbable(total)?.values;
  const sums = new Float64Array(size);
  for (const row of rows) {
    const values = mostProbable(row)?.values;
    for (let cell = 0; cell < size; cell++)
      sums[cell] = (sums[cell] as number) + (values?.[cell] === undefined ? Number.NaN : (values[cell] ?? 0));
  }
  return new Set([...sums.keys()].filter((cell) => (published?.[cell] ?? 0) === sums[cell]));
}
