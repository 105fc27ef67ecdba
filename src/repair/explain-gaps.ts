import { chooseReadings, isWhole } from "./choose-readings.ts";
import { type Belief, isRead, mostProbable, TOTAL_WRONG_COST, type TotalGroup } from "./column-totals.ts";
import { createCommonYears } from "./common-years.ts";
import { type Gap, missingAmounts, partGaps } from "./find-gaps.ts";
import { readInPlace } from "./read-in-place.ts";
import type { Reading } from "./reading.ts";
import { type Change, createRereader, isRepaired, type Rereader, type Rereadings } from "./reread-rows.ts";
import type { RowCode } from "./row-code.ts";
import type { TokenValue } from "./row-tokens.ts";
import { shapeGain } from "./shape.ts";
import { doubtChosen, share, spread, takeBack } from "./share-belief.ts";
import { type Order, silentBlocks, silentOrders, silentPairs } from "./swap-readings.ts";
import { keyOfGap, leastOfThree, type SwapChange, swapsOfThree, swapsOfTwo } from "./swaps-together.ts";
import { followGaps, likelyRereads, type Part, weighChoices } from "./weigh-explanations.ts";

/** What may be behind a gap: one row, two rows with months of one quarter swapped, the total itself, or none of these. */
export interface Explanation {
  readonly parts: readonly Part[];
  readonly cost: number;
}

/** Explanations of one gap that are followed, and gaps that are explained together. */
const MOST_EXPLANATIONS = 40;
const MOST_GAPS = 12;
/** Where one swap or two explain a gap at this cost, three are not looked for. */
const FEW_SWAPS = 18;
/** Unless three that each make a row like its plan may cost no more than this beyond. */
const MUCH_DEARER = 3;
/** Among more rows than this, swaps that close a gap together are there whatever the gap is: they are not looked for. */
const MOST_ROWS = 2_000;
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
export function explainGaps(
  code: RowCode,
  groups: readonly TotalGroup[],
  tokensOf: (belief: Belief) => readonly TokenValue[],
  rereadings: Omit<Rereadings, "orderGain">,
): void {
  const pairs = silentPairs(code);
  const blocks = silentBlocks(code);
  const isUnswapped = ({ origins }: Reading) =>
    pairs.every(([a, b]) => origins[a] !== "swapped" || origins[b] !== "swapped");
  // Swaps that were found already must not hide a gap that another row explains as well, nor must cells that are open.
  const originOf = (belief: Belief) =>
    mostProbable(belief, (reading) => isUnswapped(reading) && isWhole(reading)) ??
    mostProbable(belief, isUnswapped) ??
    mostProbable(belief);
  let years: ReturnType<typeof createCommonYears<Belief>> | undefined;
  /** What the order of its months says of a row: by the shape of its year, and by the years of the others. */
  const orderGain: Rereadings["orderGain"] = (belief, { cells }, after, before) => {
    years ??= createCommonYears(
      code,
      new Map(groups.flatMap(({ rows }) => rows.map((row) => [row, originOf(row)]))),
    );
    const cell = cells[0] as number;
    return (
      years(belief, cell, after.values, before.values) + shapeGain(code, cell, after.values, before.values)
    );
  };
  /** What rows lack of their total; beside one that has no reading at all, where its tokens stand beside what is left for it. */
  const missingAmong = (
    total: Reading | null,
    rows: readonly Belief[],
    origins: ReadonlyMap<Belief, Reading | null>,
  ): number[] => {
    const lost = rows.filter((row) => origins.get(row) === null);
    const read = rows.filter((row) => lost.length !== 1 || row !== lost[0]);
    const left = missingAmounts(
      code,
      total,
      read.map((row) => origins.get(row) ?? null),
    );
    if (lost.length !== 1) return left;
    const amounts = readInPlace(tokensOf(lost[0] as Belief), left, blocks);
    return left.map((amount, cell) => amount - (amounts[cell] ?? Number.NaN));
  };
  for (const { total, rows } of groups) {
    if (total.reliance !== undefined) continue;
    const origins = new Map([total, ...rows].map((belief) => [belief, originOf(belief)]));
    const missing = missingAmong(origins.get(total) ?? null, rows, origins);
    const own = new Map(rows.map((row) => [row, origins.get(row) ?? null]));
    const choices = chooseReadings(own, missing, isUnswapped)
      .map((choice) => ({ ...choice, gaps: partGaps(code, choice.missing) }))
      .filter(({ gaps }) => gaps.length <= MOST_GAPS);
    const isAsRead = choices[0]?.chosen.size === 0;
    if (!isAsRead || (choices.length === 1 && choices[0]?.gaps.length === 0)) continue;
    // A row without any whole reading may lack anything.
    const unread = rows.every((belief) => isRead(belief, 0)) ? unreadAmong(rows, origins) : 1;
    const gaps: Gap[] = [];
    const rereader = createRereader(gaps, total, (belief) => origins.get(belief) ?? null, {
      ...rereadings,
      orderGain,
    });
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
    const weighed = choices.map(({ cost: own, chosen, gaps }) => {
      const explanations = gaps.map((gap) =>
        explainOnce(gap, chosen.size === 0 || own < 0).filter(({ parts }) =>
          parts.every(({ belief }) => !chosen.has(belief)),
        ),
      );
      const { cost: more, shares } = followGaps(explanations, rereader);
      return { cost: own + more, chosen, shares };
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
    const explained = gaps.map(() => 0);
    for (const mine of shares.values())
      for (const { changes, p } of mine.values())
        for (const { gap } of changes) explained[gap] = (explained[gap] as number) + p;
    const unexplained = (cell: number) => {
      const gap = gaps.findIndex((amounts) => amounts.has(cell));
      return gap < 0 ? null : Math.max(0, 1 - (explained[gap] as number));
    };
    for (const belief of rows) if (!likely.has(belief)) takeBack(belief, unexplained);
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
    const order = rereader.closing(belief, orders, gap);
    const fits = mayFit && (!isSwap || gap.size > 2 || rereader.isMended(belief, gap));
    if (order === null && !fits) continue;
    const change: Change = { gap: k, order };
    const reread = rereader.reread(belief, [change]);
    if (reread !== null) explanations.push({ parts: [{ belief, change }], cost: reread.cost });
  }
  const cheapest = () =>
    explanations.reduce(
      (least, { parts, cost }) => (parts.length > 0 ? Math.min(least, cost) : least),
      FEW_SWAPS,
    );
  if (isSwap && rows.length > MOST_ROWS) {
    // Unseen, they are as likely as the one row that closes it: that may be asked about, and is not changed.
    explanations.push({ parts: [], cost: cheapest() });
  } else if (isSwap) {
    const changes = swapChanges(asked, rows, rereader);
    explanations.push(...swapsOfTwo(gap, changes));
    const best = cheapest();
    if (best === FEW_SWAPS || leastOfThree(changes) < best + MUCH_DEARER)
      explanations.push(...swapsOfThree(gap, changes));
  }
  return explanations.sort((x, y) => x.cost - y.cost).slice(0, MOST_EXPLANATIONS);
}

/** All swaps of two months in a gap's quarter, in any row. */
function swapChanges({ k, orders }: Asked, rows: readonly Belief[], rereader: Rereader): SwapChange[] {
  const swaps = orders.filter(({ cells }) => cells.length === 2);
  return rows.flatMap((belief) =>
    rereader.orders(belief, swaps).flatMap(({ order, adds }) => {
      const change = { gap: k, order };
      const reread = rereader.reread(belief, [change]);
      return reread === null ? [] : [{ belief, change, adds, cost: reread.cost }];
    }),
  );
}
