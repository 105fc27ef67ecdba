import type { Belief } from "./column-totals.ts";
import type { Gap } from "./find-gaps.ts";
import { isAsPrinted, type Origin, type Reading } from "./reading.ts";
import type { Order } from "./swap-readings.ts";

/** So many rows are held against their tokens for the gaps of one total: in a very long table the first of them. */
const MOST_FITS = 300;
/** As many ways to write a row's nothings are carried along: no total tells them apart. */
const MOST_WAYS = 6;

/** What rows are read again with. */
export interface Rereadings {
  /** The reading with cells put back into another order, at its own cost and that of the swap. */
  readonly reorder: (reading: Reading, order: Order) => Reading;
  /** The readings of a row with these amounts, by cell, cheapest first. */
  readonly readAs: (belief: Belief, amounts: readonly number[]) => readonly Reading[];
  /** What it costs, by the order of its months alone, that a row has these values instead of those. */
  readonly orderGain: (belief: Belief, order: Order, after: Reading, before: Reading) => number;
  /** What a reading costs, likeness included. */
  readonly costOf: (reading: Reading) => number;
  /** What a swap costs in itself. */
  readonly swapped: number;
}

/** How a row is read for one gap: with cells in another order, or (null) as what closes the gap. */
export interface Change {
  readonly gap: number;
  readonly order: Order | null;
}

/** A row read in another way than it is read now, and what that costs on top. */
export interface Reread {
  /** Cheapest first: they differ in how nothing is written. */
  readonly readings: readonly [Reading, ...Reading[]];
  readonly cost: number;
}

/** Reads rows again for gaps, each row and set of changes once. */
export interface Rereader {
  /** The orders of a row's cells that change something, with what they add to the columns. */
  readonly orders: (belief: Belief, orders: readonly Order[]) => { order: Order; adds: Gap }[];
  /** The first of some orders of a row's cells that closes a gap by itself; null where none does. */
  readonly closing: (belief: Belief, orders: readonly Order[], gap: Gap) => Order | null;
  /** Whether a row reads a cell of a gap otherwise than printed, or from another place. */
  readonly isMended: (belief: Belief, gap: Gap) => boolean;
  /** A row with some changes; null where that cannot be. */
  readonly reread: (belief: Belief, changes: readonly Change[]) => Reread | null;
}

/** Creates a reader for the gaps of one total, which closes them by saying that much less. */
export function createRereader(
  gaps: readonly Gap[],
  total: Belief,
  originOf: (belief: Belief) => Reading | null,
  { reorder, orderGain, readAs, costOf, swapped }: Rereadings,
): Rereader {
  const known = new Map<Belief, Map<string, Reread | null>>();
  let fits = 0;
  return {
    orders: (belief, orders) => {
      const values = originOf(belief)?.values;
      if (values === undefined) return [];
      const made = new Set<string>();
      return orders.flatMap((order) => {
        const adds = addedBy(values, order);
        if (adds === null || adds.size === 0) return [];
        // With equal months, several orders come to the same: the first of them is the plainest.
        const key = [...adds].join();
        return made.has(key) ? [] : [{ order, adds: made.add(key) && adds }];
      });
    },
    closing: (belief, orders, gap) => {
      const values = originOf(belief)?.values;
      if (values === undefined) return null;
      return orders.find((order) => closes(belief, values, order, gap)) ?? null;
    },
    isMended: (belief, gap) => {
      const origin = originOf(belief);
      if (origin === null) return false;
      const { origins, tokens } = origin;
      return [...gap.keys()].some((cell) => !isAsPrinted(origins[cell] as Origin) || tokens[cell] !== cell);
    },
    reread: (belief, changes) => {
      const mine = known.get(belief) ?? new Map<string, Reread | null>();
      known.set(belief, mine);
      const key = changes.map(({ gap, order }) => `${gap}:${order?.sources ?? ""}`).join(";");
      const found = mine.get(key);
      if (found !== undefined) return found;
      const made = make(belief, changes);
      mine.set(key, made);
      return made;
    },
  };

  function make(belief: Belief, changes: readonly Change[]): Reread | null {
    const origin = originOf(belief);
    if (origin === null || origin.values.includes(undefined)) return null;
    const gain = gainOf(belief, origin, changes);
    const reordered = putInOrder(belief, origin, changes, gain);
    // In a row that is as printed one swap is no more than that; anything else is held against the tokens.
    const isOneSwap = changes.length === 1 && changes[0]?.order?.cells.length === 2;
    const mayFit = isOneSwap
      ? isRepaired(origin) && closesOwn(belief, origin, changes[0] as Change)
      : isRepaired(origin) || reordered !== null;
    if (!mayFit || fits >= MOST_FITS) return reordered;
    const amounts = origin.values.map((value) => value ?? 0);
    for (const { gap, order } of changes) {
      const adds = order === null ? (gaps[gap] as Gap) : (addedBy(origin.values, order) as Gap);
      const by = order === null && belief === total ? -1 : 1;
      for (const [cell, amount] of adds) amounts[cell] = (amounts[cell] as number) + by * amount;
    }
    if (amounts.some((amount) => amount < 0)) return reordered;
    fits++;
    const [best, ...others] = readAs(belief, amounts);
    if (best === undefined) return reordered;
    const cost = best.cost - costOf(origin) + gain;
    return reordered !== null && reordered.cost <= cost ? reordered : { readings: [best, ...others], cost };
  }

  function closesOwn(belief: Belief, { values }: Reading, { gap, order }: Change): boolean {
    return closes(belief, values, order as Order, gaps[gap] as Gap);
  }

  /** Whether an order closes a gap by itself: asked of every row. */
  function closes(belief: Belief, values: Reading["values"], { cells, sources }: Order, gap: Gap): boolean {
    const by = belief === total ? -1 : 1;
    let closed = 0;
    for (let k = 0; k < cells.length; k++) {
      const cell = cells[k] as number;
      const [from, to] = [values[cell], values[sources[k] as number]];
      if (from === undefined || to === undefined) return false;
      const amount = (to ?? 0) - (from ?? 0);
      if (amount === 0) continue;
      if (gap.get(cell) !== by * amount) return false;
      closed++;
    }
    return closed === gap.size;
  }

  /** What the changed order of the months costs; a total is what its rows add up to: its year says nothing. */
  function gainOf(belief: Belief, origin: Reading, changes: readonly Change[]): number {
    if (belief === total) return 0;
    let [gain, before] = [0, origin];
    for (const { order } of changes) {
      if (order === null) continue;
      const after = reorder(before, order);
      gain += orderGain(belief, order, after, before);
      before = after;
    }
    return gain;
  }

  /** The row with all changes made by putting cells in order; every way in which it may write nothing. */
  function putInOrder(
    belief: Belief,
    origin: Reading,
    changes: readonly Change[],
    gain: number,
  ): Reread | null {
    const orders = changes.map(({ order }) => order);
    if (orders.includes(null)) return null;
    const reading = (orders as Order[]).reduce(reorder, origin);
    const ways = belief.readings
      .filter((other) => other !== origin && sameAmounts(other, origin))
      .map((other) => ({
        ...(orders as Order[]).reduce(reorder, other),
        cost: reading.cost + costOf(other) - costOf(origin),
      }))
      .sort((a, b) => a.cost - b.cost);
    const cost = reading.cost - origin.cost + gain;
    // A total is what its rows add up to: how like its plan it would be says nothing.
    const least = belief === total ? swapped * orders.length : cost;
    return { readings: [reading, ...ways.slice(0, MOST_WAYS)], cost: Math.max(cost, least) };
  }
}

/** What another order of its cells adds to the columns of a row; null where one of them is open. */
function addedBy(values: Reading["values"], { cells, sources }: Order): Gap | null {
  const adds = new Map<number, number>();
  for (const [k, cell] of cells.entries()) {
    const [from, to] = [values[cell], values[sources[k] as number]];
    if (from === undefined || to === undefined) return null;
    const amount = (to ?? 0) - (from ?? 0);
    if (amount !== 0) adds.set(cell, amount);
  }
  return adds;
}

function sameAmounts(a: Reading, b: Reading): boolean {
  return a.values.every((value, cell) => value !== undefined && (value ?? 0) === (b.values[cell] ?? 0));
}

/** Whether a reading undoes damage. */
export function isRepaired({ origins, leftovers }: Reading): boolean {
  return leftovers.length > 0 || !origins.every(isAsPrinted);
}
