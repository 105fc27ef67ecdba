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
export const SWAPPED_AGAIN = 3;
