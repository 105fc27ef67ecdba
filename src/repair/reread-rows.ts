import type { Belief } from "./column-totals.ts";
import type { Gap } from "./find-gaps.ts";
import type { Reading } from "./reading.ts";
import { SWAPPED_AGAIN } from "./swap-readings.ts";

/** So many rows are held against their tokens for the gaps of one total: in a very long table the first of them. */
const MOST_FITS = 300;

/** What rows are read again with. */
export interface Rereadings {
  /** The reading with two cells swapped back, at its own cost and that of the swap. */
  readonly swap: (reading: Reading, pair: readonly [number, number]) => Reading;
  /** The readings of a row with these amounts, by cell, cheapest first. */
  readonly readAs: (belief: Belief, amounts: readonly number[]) => readonly Reading[];
  /** What a reading costs, likeness included. */
  readonly costOf: (reading: Reading) => number;
}

/** A row read in another way than it is read now, and what that costs on top. */
interface Reread {
  readonly origin: Reading;
  /** Cheapest first: they differ in how nothing is written. */
  readonly readings: readonly [Reading, ...Reading[]];
  readonly cost: number;
}

/** Reads rows again so that they close gaps, each row and set of gaps once. */
export interface Rereader {
  /** With the cells of each gap swapped, whatever that closes; null where a gap is no swap. */
  readonly swapped: (belief: Belief, which: readonly number[]) => Reread | null;
  /** With the gaps closed; `sign` is −1 for a total, which is to say that much less. */
  readonly closing: (belief: Belief, which: readonly number[], sign?: 1 | -1) => Reread | null;
}

/** Creates a reader for the gaps of one total. */
export function createRereader(
  pairs: readonly (readonly [number, number])[],
  gaps: readonly Gap[],
  originOf: (belief: Belief) => Reading | null,
  { swap, readAs, costOf }: Rereadings,
): Rereader {
  const pairOf = gaps.map((gap) => pairs.find(([a, b]) => gap.size === 2 && gap.has(a) && gap.has(b)));
  const known = new Map<Belief, Map<string, Reread | null>>();
  let fits = 0;
  return {
    swapped,
    closing: (belief, which, sign = 1) => {
      const mine = known.get(belief) ?? new Map<string, Reread | null>();
      known.set(belief, mine);
      const key = which.join();
      const found = mine.has(key) ? mine.get(key) : close(belief, which, sign);
      mine.set(key, found ?? null);
      return found ?? null;
    },
  };

  function swapped(belief: Belief, which: readonly number[]): Reread | null {
    const origin = originOf(belief);
    if (origin === null) return null;
    let reading = origin;
    let cost = 0;
    for (const [turn, k] of which.entries()) {
      const pair = pairOf[k];
      if (pair === undefined) return null;
      const next = swap(reading, pair);
      const more = next.cost - reading.cost;
      cost += turn === 0 ? more : Math.min(more, SWAPPED_AGAIN);
      reading = next;
    }
    return { origin, readings: [reading], cost };
  }

  function close(belief: Belief, which: readonly number[], sign: 1 | -1): Reread | null {
    const origin = originOf(belief);
    if (origin === null || origin.values.includes(undefined)) return null;
    const amounts = origin.values.map((value) => value ?? 0);
    for (const k of which)
      for (const [cell, amount] of gaps[k] as Gap) amounts[cell] = (amounts[cell] as number) + sign * amount;
    if (amounts.some((amount) => amount < 0)) return null;
    const swaps = swapped(belief, which);
    const isClosed =
      swaps?.readings[0].values.every((value, cell) => (value ?? 0) === amounts[cell]) ?? false;
    // One swap is no more than that; anything else is held against the tokens.
    const isSwap = which.length === 1 && pairOf[which[0] as number] !== undefined;
    const fitted = isClosed ? which.length > 1 : isRepaired(origin) && !isSwap;
    const readings = fitted && fits++ < MOST_FITS ? readAs(belief, amounts) : [];
    const [best, ...others] = readings;
    const cost = best === undefined ? Number.POSITIVE_INFINITY : best.cost - costOf(origin);
    if (isClosed && swaps !== null && swaps.cost <= cost) return swaps;
    return best === undefined ? null : { origin, readings: [best, ...others], cost };
  }
}

/** Whether a reading undoes damage. */
export function isRepaired({ origins, leftovers }: Reading): boolean {
  return leftovers.length > 0 || origins.some((origin) => origin !== "read" && origin !== "blank");
}
