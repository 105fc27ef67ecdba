import { chooseReadings } from "./choose-readings.ts";
import { type Belief, isRead, mostProbable, TOTAL_WRONG_COST, type TotalGroup } from "./column-totals.ts";
import { type Gap, missingAmounts, partGaps } from "./find-gaps.ts";
import type { Reading } from "./reading.ts";
import { type Change, createRereader, isRepaired, type Rereader, type Rereadings } from "./reread-rows.ts";
import type { RowCode } from "./row-code.ts";
import { doubtChosen, share, spread, takeBack } from "./share-belief.ts";
import { type Order, silentBlocks, silentOrders, silentPairs } from "./swap-readings.ts";
import { followGaps, likelyRereads, type Part, weighChoices } from "./weigh-explanations.ts";

/** What may be behind a gap: one row, two rows with months of one quarter swapped, the total itself, or none of these. */
export interface Explanation {
  readonly parts: readonly Part[];
  readonly cost: number;
}

/** Explanations of one gap that are followed, and gaps that are explained together. */
const MOST_EXPLANATIONS = 40;
const MOST_GAPS = 12;
/** However many columns miss a total: it was copied wrongly in two places, or as a whole. */
const MOST_WRONG = 2;
/** What it costs that a row which was not read leaves just such a gap. */
const BY_CHANCE = 4;
const SWAP_BY_CHANCE = 10;

/**
 * Rows may miss a total although each of them is sound in itself: months of a quarter changed places, or damage was
 * undone in a way that was not the right one. Weighs all that could be behind the gaps of a total together - each
 * row, two rows swapped, the total itself, or none of these - and gives each row the readings that close gaps as far
 * as they are believed.
 */
export function explainGaps(code: RowCode, groups: readonly TotalGroup[], rereadings: Rereadings): void {
  const pairs = silentPairs(code);
  const blocks = silentBlocks(code);
  const isUnswapped = ({ origins }: Reading) =>
    pairs.every(([a, b]) => origins[a] !== "swapped" || origins[b] !== "swapped");
  // Swaps that were found already must not hide a gap that another row explains as well.
  const originOf = (belief: Belief) => mostProbable(belief, isUnswapped) ?? mostProbable(belief);
  for (const { total, rows } of groups) {
    if (total.reliance !== undefined) continue;
    const origins = new Map([total, ...rows].map((belief) => [belief, originOf(belief)]));
    const missing = missingAmounts(
      code,
      origins.get(total) ?? null,
      rows.map((row) => origins.get(row) ?? null),
    );
    const own = new Map(rows.map((row) => [row, origins.get(row) ?? null]));
    const choices = chooseReadings(own, missing, isUnswapped)
      .map((choice) => ({ ...choice, gaps: partGaps(code, choice.missing) }))
      .filter(({ gaps }) => gaps.length <= MOST_GAPS);
    const isAsRead = choices[0]?.chosen.size === 0;
    if (!isAsRead || (choices.length === 1 && choices[0]?.gaps.length === 0)) continue;
    // A row without any whole reading may lack anything.
    const unread = rows.every((belief) => isRead(belief, 0)) ? unreadAmong(rows, origins) : 1;
    const gaps: Gap[] = [];
    const rereader = createRereader(gaps, total, (belief) => origins.get(belief) ?? null, rereadings);
    const known = new Map<string, Explanation[]>();
    const explainOnce = (gap: Gap, mayFit: boolean): Explanation[] => {
      const before = known.get(keyOfGap(gap));
      if (before !== undefined) return before;
      const block = blocks.find((cells) => [...gap.keys()].every((cell) => cells.includes(cell)));
      const orders = block === undefined ? [] : silentOrders(block);
      const asked = { gap, k: gaps.push(gap) - 1, orders, mayFit };
      const made = explain(asked, total, rows, unread, rereader);
      known.set(keyOfGap(gap), made);
      return made;
    };
    const weighed = choices.map(({ cost, chosen, gaps }) => {
      const explanations = gaps.map((gap) =>
        explainOnce(gap, chosen.size === 0).filter(({ parts }) =>
          parts.every(({ belief }) => !chosen.has(belief)),
        ),
      );
      const { cost: more, shares } = followGaps(explanations, rereader);
      return { cost: cost + more, chosen, shares };
    });
    const isChanged = (belief: Belief) => {
      const origin = origins.get(belief) ?? null;
      return origin !== null && isRepaired(origin);
    };
    const { shares, chosen } = weighChoices(weighed);
    for (const [belief, readings] of chosen) doubtChosen(belief, origins.get(belief) as Reading, readings);
    const likely = likelyRereads(shares, rereader, isChanged);
    for (const [belief, rereads] of likely)
      share(
        belief,
        rereads.flatMap(({ reread, p }) => spread(reread.readings, p)),
      );
    // Each column by itself may have spoken for a swap that is not what is behind all the gaps.
    const isInGap = (cell: number) => missing[cell] !== 0 && !Number.isNaN(missing[cell]);
    for (const belief of rows) if (!likely.has(belief)) takeBack(belief, isInGap);
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

/** A gap, its place among all, and the orders of a quarter's months that could close it. */
interface Asked {
  readonly gap: Gap;
  readonly k: number;
  readonly orders: readonly Order[];
  /** Whether rows may be held against their tokens for it. */
  readonly mayFit: boolean;
}

/** All that could be behind one gap, cheapest first. */
function explain(
  asked: Asked,
  total: Belief,
  rows: readonly Belief[],
  unread: number,
  rereader: Rereader,
): Explanation[] {
  const { gap, k, orders, mayFit } = asked;
  const isSwap = orders.length > 0;
  const explanations: Explanation[] = [
    { parts: [], cost: Math.min(gap.size, MOST_WRONG) * TOTAL_WRONG_COST },
  ];
  explanations.push({ parts: [], cost: -Math.log(unread) + (isSwap ? SWAP_BY_CHANCE : BY_CHANCE) });
  for (const belief of [total, ...rows]) {
    const sign = belief === total ? -1 : 1;
    const closing: Change[] = rereader
      .orders(belief, orders)
      .filter(({ adds }) => isSame(adds, gap, sign))
      .map(({ order }) => ({ gap: k, order }));
    if (closing.length === 0 && mayFit && (!isSwap || gap.size > 2)) closing.push({ gap: k, order: null });
    for (const change of closing) {
      const reread = rereader.reread(belief, [change]);
      if (reread !== null) explanations.push({ parts: [{ belief, change }], cost: reread.cost });
    }
  }
  explanations.push(...swapsOfTwo(asked, rows, rereader));
  return explanations.sort((x, y) => x.cost - y.cost).slice(0, MOST_EXPLANATIONS);
}

function isSame(a: Gap, b: Gap, sign: 1 | -1): boolean {
  return a.size === b.size && [...a].every(([cell, amount]) => b.get(cell) === sign * amount);
}

/** Two rows that close a gap together, each with two neighbouring cells swapped: the cheapest of them. */
function swapsOfTwo({ gap, k, orders }: Asked, rows: readonly Belief[], rereader: Rereader): Explanation[] {
  const swaps = orders.filter(({ cells }) => cells.length === 2);
  const changes = rows
    .flatMap((belief) =>
      rereader.orders(belief, swaps).flatMap(({ order, adds }) => {
        const change = { gap: k, order };
        const reread = rereader.reread(belief, [change]);
        return reread === null ? [] : [{ belief, change, adds, cost: reread.cost }];
      }),
    )
    .sort((x, y) => x.cost - y.cost)
    .map((entry, rank) => ({ ...entry, rank }));
  const byAdded = Map.groupBy(changes, ({ adds }) => keyOfGap(adds));
  let found: Explanation[] = [];
  for (const first of changes) {
    const rest = byAdded.get(keyOfGap(less(gap, first.adds))) ?? [];
    let pairs = 0;
    for (let k = firstAfter(rest, first.rank); k < rest.length && pairs < MOST_EXPLANATIONS; k++) {
      const second = rest[k] as (typeof rest)[number];
      if (second.belief === first.belief) continue;
      found.push({ parts: [first, second], cost: first.cost + second.cost });
      pairs++;
    }
    if (found.length < MOST_EXPLANATIONS) continue;
    found = found.sort((x, y) => x.cost - y.cost).slice(0, MOST_EXPLANATIONS);
    if (2 * first.cost >= (found.at(-1) as Explanation).cost) break;
  }
  return found;
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

function less(gap: Gap, adds: Gap): Gap {
  const rest = new Map(gap);
  for (const [cell, amount] of adds) rest.set(cell, (rest.get(cell) ?? 0) - amount);
  return rest;
}

function keyOfGap(gap: Gap): string {
  return [...gap]
    .filter(([, amount]) => amount !== 0)
    .sort(([a], [b]) => a - b)
    .join(";");
}
