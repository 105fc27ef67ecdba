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

/** Swaps that put three months of a quarter into any other order. */
const MOST_SWAPS_A_QUARTER = 3;

/**
 * The readings with the cells of a quarter swapped until they stand as in the other series: a quarter in which both
 * series have the same numbers in another order may have been copied so.
 */
export function reorderedReadings(
  code: RowCode,
  model: ErrorModel,
  likeness: Likeness,
  pairs: readonly (readonly [number, number])[],
  reading: Reading,
): Reading[] {
  const suspects = pairs.filter(([a, b]) => differs(reading, a) || differs(reading, b));
  if (suspects.length === 0) return [];
  const found: Reading[] = [];
  let frontier = [reading];
  for (let swaps = 1; swaps <= MOST_SWAPS_A_QUARTER; swaps++) {
    frontier = frontier.flatMap((from) =>
      suspects
        .filter(([a, b]) => from.values[a] !== from.values[b] && isNear(reading, from, [a, b]))
        .map((pair) => swapOf(from, pair, swaps > 1)),
    );
    found.push(
      ...frontier.filter((swapped) =>
        changedCells(reading, swapped).every((cell) => !differs(swapped, cell)),
      ),
    );
  }
  return found;

  function differs({ values }: Reading, cell: number): boolean {
    const partner = code.partner[cell] as number;
    return partner >= 0 && values[partner] !== values[cell];
  }

  /** Whether a further swap stays with the cells that were swapped before. */
  function isNear(before: Reading, after: Reading, [a, b]: readonly [number, number]): boolean {
    const changed = changedCells(before, after);
    return changed.length === 0 || changed.includes(a) || changed.includes(b);
  }

  function swapOf(from: Reading, pair: readonly [number, number], again: boolean): Reading {
    const swapped = swapReading(code, model, likeness, from, pair);
    return again ? { ...swapped, cost: swapped.cost - model.swapped + SWAPPED_AGAIN } : swapped;
  }
}

function changedCells(before: Reading, after: Reading): number[] {
  return [...before.values.keys()].filter((cell) => before.values[cell] !== after.values[cell]);
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
    const printed = mostProbable(total);
    const readings = rows.map(unswapped);
    const gaps = pairs.flatMap(([a, b]) => {
      const gap = columnGap(total, readings, a);
      return gap === null || gap === 0 || columnGap(total, readings, b) !== -gap ? [] : [{ a, b, gap }];
    });
    if (gaps.length === 0 || printed === null) continue;
    // The total itself may have been copied so.
    for (const { a, b } of gaps)
      added = addReading(total, printed, swapReading(code, model, likeness, printed, [a, b])) || added;
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
