import type { Belief } from "./column-totals.ts";
import type { Gap } from "./find-gaps.ts";
import type { Part } from "./weigh-explanations.ts";

/** A row with two months of a quarter swapped: what that adds to the columns, and what it costs. */
export interface SwapChange extends Part {
  readonly adds: Gap;
  readonly cost: number;
}

/** As many pairs are followed. */
const MOST_PAIRS = 40;
/** Of so many swaps, the cheapest, threes are looked for. */
const MOST_SWAPS = 200;
/** Weights are compared within this share of their sum. */
const ROUNDING = 1e-9;

/** Two rows that close a gap together, each with two neighbouring cells swapped: the cheapest of them. */
export function swapsOfTwo(
  gap: Gap,
  swaps: readonly SwapChange[],
): { parts: readonly Part[]; cost: number }[] {
  const changes = [...swaps].sort((x, y) => x.cost - y.cost).map((entry, rank) => ({ ...entry, rank }));
  const byAdded = Map.groupBy(changes, ({ adds }) => keyOfGap(adds));
  let found: { parts: readonly Part[]; cost: number }[] = [];
  for (const first of changes) {
    const rest = byAdded.get(keyOfGap(less(gap, first.adds))) ?? [];
    let pairs = 0;
    for (let k = firstAfter(rest, first.rank); k < rest.length && pairs < MOST_PAIRS; k++) {
      const second = rest[k] as (typeof rest)[number];
      if (second.belief === first.belief) continue;
      found.push({ parts: [first, second], cost: first.cost + second.cost });
      pairs++;
    }
    if (found.length < MOST_PAIRS) continue;
    found = found.sort((x, y) => x.cost - y.cost).slice(0, MOST_PAIRS);
    if (2 * first.cost >= (found.at(-1) as (typeof found)[number]).cost) break;
  }
  return found;
}

/**
 * Three rows that close a gap together. There are so many of them that none is likely; but one row, or two, may be in
 * most of them, and that is all that can be said.
 *
 * @returns the rows that are in most threes, and all that is left, which says nothing of any row
 */
export function swapsOfThree(
  gap: Gap,
  swaps: readonly SwapChange[],
): { parts: readonly Part[]; cost: number }[] {
  const changes = [...swaps].sort((x, y) => x.cost - y.cost).slice(0, MOST_SWAPS);
  const pairs = new Map<string, number>();
  for (const [k, first] of changes.entries())
    for (const second of changes.slice(k + 1)) {
      if (first.belief === second.belief) continue;
      const key = keyOfGap(less(gap, first.adds, second.adds));
      pairs.set(key, (pairs.get(key) ?? 0) + Math.exp(-first.cost - second.cost));
    }
  const threes = changes.map((change) => ({
    ...change,
    weight: Math.exp(-change.cost) * (pairs.get(keyOfGap(change.adds)) ?? 0),
  }));
  const sum = threes.reduce((all, { weight }) => all + weight, 0) / 3;
  const most = threes.filter(({ weight }) => weight > sum / 2);
  const taken = most.length === 0 ? 0 : Math.min(...most.map(({ weight }) => weight));
  return [
    { parts: most, weight: taken },
    { parts: [], weight: sum - taken },
  ]
    .filter(({ weight }) => weight > sum * ROUNDING)
    .map(({ parts, weight }) => ({ parts, cost: -Math.log(weight) }));
}

/** The least that three swaps cost, each of another row. */
export function leastOfThree(swaps: readonly SwapChange[]): number {
  const least = new Map<Belief, number>();
  for (const { belief, cost } of swaps) least.set(belief, Math.min(cost, least.get(belief) ?? cost));
  const [first, second, third] = [...least.values()].sort((a, b) => a - b);
  return third === undefined ? Number.POSITIVE_INFINITY : (first as number) + (second as number) + third;
}

/** Where those begin that rank behind `rank`: they stand in order, and in a long table they are thousands. */
function firstAfter(list: readonly { readonly rank: number }[], rank: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as { rank: number }).rank > rank) high = middle;
    else low = middle + 1;
  }
  return low;
}

function less(gap: Gap, ...taken: readonly Gap[]): Gap {
  const rest = new Map(gap);
  for (const adds of taken) for (const [cell, amount] of adds) rest.set(cell, (rest.get(cell) ?? 0) - amount);
  return rest;
}

/** A text that gaps of the same amounts in the same cells share. */
export function keyOfGap(gap: Gap): string {
  return [...gap]
    .filter(([, amount]) => amount !== 0)
    .sort(([a], [b]) => a - b)
    .join(";");
}
