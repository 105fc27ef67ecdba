import { type Belief, mostProbable, type TotalGroup } from "./column-totals.ts";
import type { ErrorModel } from "./error-model.ts";
import { type Likeness, priorCost } from "./likeness.ts";
import type { Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";

/**
 * Pairs of neighbouring cells that stand in the same equations: months of one quarter. Swapping them leaves every
 * equation as it was, so a row alone never shows it.
 */
export function silentPairs(code: RowCode): (readonly [number, number])[] {
  const rules = code.memberships.map((list) => list.map((m) => `${m.equation}${m.sign}`).join());
  return code.cells.flatMap((_, cell) =>
    cell + 1 < rules.length && rules[cell] !== "" && rules[cell] === rules[cell + 1]
      ? [[cell, cell + 1] as const]
      : [],
  );
}

/** The reading with the two cells of a pair swapped back, priced by the error model and by likeness. */
export function swapReading(
  code: RowCode,
  model: ErrorModel,
  likeness: Likeness,
  reading: Reading,
  [a, b]: readonly [number, number],
): Reading {
  const swap = <T>(list: readonly T[]): T[] => {
    const copy = [...list];
    [copy[a], copy[b]] = [list[b] as T, list[a] as T];
    return copy;
  };
  const values = swap(reading.values);
  const origins = reading.origins.map((origin, cell) => (cell === a || cell === b ? "swapped" : origin));
  const gain = priorCost(code, likeness, values) - priorCost(code, likeness, reading.values);
  return {
    ...reading,
    values,
    tokens: swap(reading.tokens),
    origins,
    cost: reading.cost + model.swapped + gain,
  };
}

/** Pairs in which this row has what the other series has the other way round. */
export function crossedPairs(
  code: RowCode,
  pairs: readonly (readonly [number, number])[],
  values: Reading["values"],
): (readonly [number, number])[] {
  return pairs.filter(([a, b]) => {
    const [pa, pb] = [code.partner[a] as number, code.partner[b] as number];
    if (pa < 0 || pb < 0 || values[a] === values[b]) return false;
    return values[a] === values[pb] && values[b] === values[pa];
  });
}

/** A further swap in the same row: often both are one slip. */
const SWAPPED_AGAIN = 3;
/** More gaps than this in one row are not put down to swaps. */
const MOST_PAIRS = 4;

/**
 * Where two neighbouring columns miss their totals by the same amount, one over and one under, adds to each row
 * that could be the cause the readings with its cells swapped back: of every such pair of columns, alone and
 * together. True if any was added.
 */
export function addSwaps(
  code: RowCode,
  model: ErrorModel,
  likeness: Likeness,
  groups: readonly TotalGroup[],
): boolean {
  const pairs = silentPairs(code);
  // Swaps that were found already must not hide a gap that another row explains as well.
  const unswapped = (belief: Belief) =>
    mostProbable(belief, ({ origins }) =>
      pairs.every(([a, b]) => origins[a] !== "swapped" || origins[b] !== "swapped"),
    ) ?? mostProbable(belief);
  let added = false;
  for (const { total, rows } of groups) {
    const readings = rows.map(unswapped);
    const gaps = pairs.flatMap(([a, b]) => {
      const gap = columnGap(total, readings, a);
      return gap === null || gap === 0 || columnGap(total, readings, b) !== -gap ? [] : [{ a, b, gap }];
    });
    if (gaps.length === 0) continue;
    for (const [k, belief] of rows.entries()) {
      const origin = readings[k];
      if (origin === null || origin === undefined) continue;
      const fitting = gaps.filter(
        ({ a, b, gap }) => (origin.values[b] ?? 0) - (origin.values[a] ?? 0) === gap,
      );
      let swaps = [origin];
      for (const { a, b } of fitting.slice(0, MOST_PAIRS))
        swaps = [...swaps, ...swaps.map((reading) => swapOf(reading, a, b, reading !== origin))];
      for (const reading of swaps.slice(1)) added = addReading(belief, origin, reading) || added;
    }
  }
  return added;

  function swapOf(reading: Reading, a: number, b: number, again: boolean): Reading {
    const swapped = swapReading(code, model, likeness, reading, [a, b]);
    return again ? { ...swapped, cost: swapped.cost - model.swapped + SWAPPED_AGAIN } : swapped;
  }
}

/** What the published total has more than these readings add up to; null where one is missing or open. */
function columnGap(total: Belief, readings: readonly (Reading | null)[], cell: number): number | null {
  const published = mostProbable(total)?.values[cell];
  if (published === undefined) return null;
  let sum = 0;
  for (const reading of readings) {
    const value = reading?.values[cell];
    if (value === undefined) return null;
    sum += value ?? 0;
  }
  return (published ?? 0) - sum;
}

/** Adds a reading to a row's prior, as much less probable than its origin as it costs more; false if it is known. */
function addReading(belief: Belief, origin: Reading, reading: Reading): boolean {
  if (belief.readings.some((other) => other.values.every((v, cell) => v === reading.values[cell])))
    return false;
  const weight =
    (belief.prior[belief.readings.indexOf(origin)] as number) * Math.exp(origin.cost - reading.cost);
  belief.readings = [...belief.readings, reading];
  belief.prior = [...belief.prior, weight].map((p) => p / (1 + weight));
  belief.probabilities = [...belief.prior];
  belief.other /= 1 + weight;
  return true;
}
