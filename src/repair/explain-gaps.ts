import { type Belief, isRead, mostProbable, TOTAL_WRONG_COST, type TotalGroup } from "./column-totals.ts";
import { findGaps, type Gap } from "./find-gaps.ts";
import type { Reading } from "./reading.ts";
import { createRereader, isRepaired, type Rereader, type Rereadings } from "./reread-rows.ts";
import type { RowCode } from "./row-code.ts";
import { silentPairs } from "./swap-readings.ts";

/** What may be behind a gap: one row, two rows swapped alike, or the total itself, or nothing of the kind. */
interface Explanation {
  readonly beliefs: readonly Belief[];
  readonly cost: number;
}

/** Explanations of one gap that are followed, and gaps that are explained together. */
const MOST_EXPLANATIONS = 40;
const MOST_GAPS = 3;
/** However many columns miss a total: it was copied wrongly in two places, or as a whole. */
const MOST_WRONG = 2;
/** What it costs that a row which was not read leaves just such a gap. */
const BY_CHANCE = 4;
/** A row that is behind a gap with less probability than this is left as it is. */
const LEAST_SHARE = 0.04;

/**
 * Rows may miss a total although each of them is sound in itself: months of a quarter changed places, or damage was
 * undone in a way that was not the right one. Weighs all that could be behind the gaps of a total together - each
 * row, two rows swapped alike, the total itself, or none of these - and gives each row the readings that close gaps
 * as far as they are believed.
 */
export function explainGaps(code: RowCode, groups: readonly TotalGroup[], rereadings: Rereadings): void {
  const pairs = silentPairs(code);
  const isUnswapped = ({ origins }: Reading) =>
    pairs.every(([a, b]) => origins[a] !== "swapped" || origins[b] !== "swapped");
  // Swaps that were found already must not hide a gap that another row explains as well.
  const originOf = (belief: Belief) => mostProbable(belief, isUnswapped) ?? mostProbable(belief);
  for (const { total, rows } of groups) {
    if (total.reliance !== undefined) continue;
    const origins = new Map([total, ...rows].map((belief) => [belief, originOf(belief)]));
    const isSwap = (gap: Gap) => pairs.some(([a, b]) => gap.size === 2 && gap.has(a) && gap.has(b));
    // A row without any whole reading may lack anything; only swaps are told from that.
    const areRead = rows.every((belief) => isRead(belief, 0));
    const gaps = findGaps(
      code,
      origins.get(total) ?? null,
      rows.map((row) => origins.get(row) ?? null),
    ).filter((gap) => areRead || isSwap(gap));
    if (gaps.length === 0 || gaps.length > MOST_GAPS) continue;
    const unread = unreadAmong(rows, origins);
    const rereader = createRereader(pairs, gaps, (belief) => origins.get(belief) ?? null, rereadings);
    const explanations = gaps.map((gap, k) => explain(gap, k, total, rows, unread, isSwap(gap), rereader));
    for (const [belief, subsets] of weighExplanations(explanations, rereader)) {
      share(
        belief,
        subsets.flatMap(({ which, p }) => {
          const reread = rereader.swapped(belief, which) ?? rereader.closing(belief, which);
          return reread === null ? [] : spread(reread.readings, p);
        }),
      );
    }
  }
}

/** The probability that a row was not read as it should have been, in a way that was not found. */
function unreadAmong(rows: readonly Belief[], origins: ReadonlyMap<Belief, Reading | null>): number {
  const isOpen = (belief: Belief) => {
    const origin = origins.get(belief) ?? null;
    return origin === null || origin.broken.length > 0 || isRepaired(origin);
  };
  return Math.min(
    1,
    rows.filter(isOpen).reduce((sum, { other }) => sum + other, 0),
  );
}

/** All that could be behind one gap, cheapest first. */
function explain(
  gap: Gap,
  k: number,
  total: Belief,
  rows: readonly Belief[],
  unread: number,
  isSwap: boolean,
  rereader: Rereader,
): Explanation[] {
  const explanations: Explanation[] = [
    { beliefs: [], cost: Math.min(gap.size, MOST_WRONG) * TOTAL_WRONG_COST },
  ];
  if (!isSwap) explanations.push({ beliefs: [], cost: -Math.log(unread) + BY_CHANCE });
  for (const belief of [total, ...rows]) {
    const sign = belief === total ? -1 : 1;
    const reread = rereader.closing(belief, [k], sign);
    if (reread !== null) explanations.push({ beliefs: [belief], cost: reread.cost });
  }
  explanations.push(...swapsOfTwo(gap, k, rows, rereader));
  return explanations.sort((x, y) => x.cost - y.cost).slice(0, MOST_EXPLANATIONS);
}

/** Two rows that close a gap together, each with the same two cells swapped: the cheapest of them. */
function swapsOfTwo(gap: Gap, k: number, rows: readonly Belief[], rereader: Rereader): Explanation[] {
  const [cell, amount] = [...gap][0] as [number, number];
  const changes = rows
    .flatMap((belief) => {
      const reread = rereader.swapped(belief, [k]);
      if (reread === null) return [];
      const change = (reread.readings[0].values[cell] ?? 0) - (reread.origin.values[cell] ?? 0);
      return change === 0 ? [] : [{ belief, change, cost: reread.cost }];
    })
    .sort((x, y) => x.cost - y.cost)
    .map((entry, rank) => ({ ...entry, rank }));
  const byChange = Map.groupBy(changes, ({ change }) => change);
  let found: Explanation[] = [];
  for (const first of changes) {
    const seconds = (byChange.get(amount - first.change) ?? []).filter(({ rank }) => rank > first.rank);
    for (const second of seconds.slice(0, MOST_EXPLANATIONS))
      found.push({ beliefs: [first.belief, second.belief], cost: first.cost + second.cost });
    if (found.length < MOST_EXPLANATIONS) continue;
    found = found.sort((x, y) => x.cost - y.cost).slice(0, MOST_EXPLANATIONS);
    if (2 * first.cost >= (found.at(-1) as Explanation).cost) break;
  }
  return found;
}

/** How far each row is believed to be behind which of the gaps: by row, the subsets of gaps with their shares. */
function weighExplanations(
  explanations: readonly (readonly Explanation[])[],
  rereader: Rereader,
): Map<Belief, { which: number[]; p: number }[]> {
  const shares = new Map<Belief, Map<string, number>>();
  let sum = 0;
  walk(0, 0, new Map());
  const result = new Map<Belief, { which: number[]; p: number }[]>();
  for (const [belief, subsets] of shares) {
    const list = [...subsets]
      .map(([key, weight]) => ({ which: key.split(",").map(Number), p: weight / sum }))
      .filter(({ p }) => p >= LEAST_SHARE);
    if (list.length > 0) result.set(belief, list);
  }
  return result;

  function walk(gap: number, cost: number, used: Map<Belief, { which: number[]; alone: number }>): void {
    if (gap === explanations.length) {
      let saved = 0;
      for (const [belief, { which, alone }] of used)
        if (which.length > 1) saved += savedBy(belief, which, alone);
      const weight = Math.exp(saved - cost);
      sum += weight;
      for (const [belief, { which }] of used) {
        const subsets = shares.get(belief) ?? new Map<string, number>();
        shares.set(belief, subsets);
        subsets.set(which.join(), (subsets.get(which.join()) ?? 0) + weight);
      }
      return;
    }
    for (const { beliefs, cost: own } of explanations[gap] ?? []) {
      const next = new Map(used);
      for (const belief of beliefs) {
        const before = next.get(belief) ?? { which: [], alone: 0 };
        next.set(belief, { which: [...before.which, gap], alone: before.alone + own / beliefs.length });
      }
      walk(gap + 1, cost + own, next);
    }
  }

  /** One row behind several gaps costs less than as many rows: often all of it is one slip. */
  function savedBy(belief: Belief, which: readonly number[], alone: number): number {
    const together = [rereader.swapped(belief, which), rereader.closing(belief, which)];
    const least = Math.min(...together.map((reread) => reread?.cost ?? Number.POSITIVE_INFINITY));
    return least === Number.POSITIVE_INFINITY ? -least : Math.max(0, alone - least);
  }
}

/** Shares a probability among readings that differ in how nothing is written. */
function spread(readings: readonly [Reading, ...Reading[]], p: number): { reading: Reading; p: number }[] {
  const weights = readings.map(({ cost }) => Math.exp(readings[0].cost - cost));
  const sum = weights.reduce((a, b) => a + b);
  return readings.map((reading, k) => ({ reading, p: (p * (weights[k] as number)) / sum }));
}

/** Gives a row the readings that explain gaps, at the expense of its others. */
function share(belief: Belief, reread: readonly { reading: Reading; p: number }[]): void {
  const isOneOf = (reading: Reading) =>
    reread.some(({ reading: other }) => other.values.every((value, cell) => value === reading.values[cell]));
  const taken = reread.reduce((sum, { p }) => sum + p, 0);
  // What was believed of the same readings before is what is being settled here.
  const kept = belief.readings.map((reading, k) =>
    isOneOf(reading) ? 0 : (belief.probabilities[k] as number),
  );
  const mass = kept.reduce((a, b) => a + b, belief.other);
  const scale = mass > 0 ? (1 - taken) / mass : 0;
  belief.readings = [...belief.readings, ...reread.map(({ reading }) => reading)];
  belief.probabilities = [...kept.map((p) => p * scale), ...reread.map(({ p }) => p)];
  belief.prior = belief.probabilities;
  belief.other *= scale;
}
