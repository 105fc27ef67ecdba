import { describe, expect, test } from "vitest";
import type { Belief } from "../../src/repair/column-totals.ts";
import type { Gap } from "../../src/repair/find-gaps.ts";
import type { Reading } from "../../src/repair/reading.ts";
import { createRereader, isRepaired, type Reread, type Rereadings } from "../../src/repair/reread-rows.ts";
import { type Order, SWAPPED_AGAIN, silentOrders } from "../../src/repair/swap-readings.ts";
import { readingOf } from "./support.ts";

/** Six cells: two quarters of three months. */
const blocks = [
  [0, 1, 2],
  [3, 4, 5],
] as const;
const SWAP = 7;
const reorder = (reading: Reading, { cells, sources }: Order): Reading => {
  const values = [...reading.values];
  for (const [k, cell] of cells.entries()) values[cell] = reading.values[sources[k] as number];
  return { ...reading, values, cost: reading.cost + (cells.length === 2 ? SWAP : SWAP + SWAPPED_AGAIN) };
};
const beliefOf = (...readings: Reading[]): Belief => ({
  readings,
  prior: readings.map(() => 1 / readings.length),
  probabilities: readings.map(() => 1 / readings.length),
  other: 0,
});
const sound = readingOf([5, 8, 6, 1, 4, 4]);
const repaired = readingOf([5, 8, 6, 1, 4, 4], {
  cost: 10,
  origins: ["read", "misread", "read", "read", "read", "read"],
});
const total = beliefOf(readingOf([50, 80, 60, 10, 40, 40], { cost: 10, origins: repaired.origins }));

function rereaderFor(
  gaps: readonly Gap[],
  readAs: (amounts: readonly number[]) => Reading[] = () => [],
  orderGain: Rereadings["orderGain"] = () => 0,
) {
  const originOf = ({ readings }: Belief) => readings[0] ?? null;
  return createRereader(gaps, total, originOf, {
    reorder,
    orderGain,
    readAs: (_, amounts) => readAs(amounts),
    costOf: ({ cost }) => cost,
    swapped: 7,
  });
}
const gap = (...entries: [number, number][]): Gap => new Map(entries);
const swap = (a: number, b: number): Order => ({ cells: [a, b], sources: [b, a] });
const round: Order = { cells: [0, 1, 2], sources: [2, 0, 1] };
const valuesOf = (reread: Reread | null) => reread?.readings.map(({ values }) => values);

describe("the orders of a row's months", () => {
  const ordersOf = (reading: Reading, block: readonly number[]) =>
    rereaderFor([])
      .orders(beliefOf(reading), silentOrders(block))
      .map(({ order, adds }) => `${order.sources}: ${[...adds].flat()}`);

  test("come with what they add to the columns", () => {
    expect(ordersOf(sound, blocks[0])).toContain("1,0: 0,3,1,-3");
    expect(ordersOf(sound, blocks[0])).toHaveLength(5);
  });

  test("change something, and each in one way only: the plainest", () => {
    expect(ordersOf(sound, blocks[1])).toEqual(["4,3: 3,3,4,-3", "4,5,3: 3,3,5,-3"]);
    expect(ordersOf(readingOf([2, 2, 2, 1, 4, 4]), blocks[0])).toEqual([]);
  });

  test("are not asked of months that are open, nor of rows without a reading", () => {
    expect(ordersOf(readingOf([5, undefined, 6, 1, 4, 4]), [0, 1])).toEqual([]);
    expect(rereaderFor([]).orders(beliefOf(), silentOrders(blocks[0]))).toEqual([]);
  });
});

describe("a sound row", () => {
  test("closes a gap by a swap of these two months, at its cost, and is not searched for it", () => {
    let asked = 0;
    const rereader = rereaderFor([gap([0, 3], [1, -3])], () => {
      asked++;
      return [];
    });
    const reread = rereader.reread(beliefOf(sound), [{ gap: 0, order: swap(0, 1) }]);
    expect(valuesOf(reread)).toEqual([[8, 5, 6, 1, 4, 4]]);
    expect(reread?.cost).toBe(SWAP);
    expect(asked).toBe(0);
  });

  test("closes nothing else, and is not searched for that", () => {
    const rereader = rereaderFor([gap([0, 2], [2, -2])], () => [readingOf([7, 8, 4, 1, 4, 4])]);
    expect(rereader.reread(beliefOf(sound), [{ gap: 0, order: null }])).toBeNull();
  });

  test("with three months moved round may be a slip that costs less", () => {
    const rereader = rereaderFor([gap([0, 1], [1, -3], [2, 2])], (amounts) => [
      readingOf(amounts, { cost: 8 }),
    ]);
    const reread = rereader.reread(beliefOf(sound), [{ gap: 0, order: round }]);
    expect(valuesOf(reread)).toEqual([[6, 5, 8, 1, 4, 4]]);
    expect(reread?.cost).toBe(8);
  });

  const twoGaps = [gap([0, 3], [1, -3]), gap([3, 3], [4, -3])];
  const both = [
    { gap: 0, order: swap(0, 1) },
    { gap: 1, order: swap(3, 4) },
  ];

  test("a second swap costs what it would in any other row", () => {
    const reread = rereaderFor(twoGaps).reread(beliefOf(sound), both);
    expect(valuesOf(reread)).toEqual([[8, 5, 6, 4, 1, 4]]);
    expect(reread?.cost).toBe(2 * SWAP);
  });

  test("but both together may be one slip, as far as the tokens say so", () => {
    const slip = (amounts: readonly number[]) => [readingOf(amounts, { cost: 8 })];
    expect(rereaderFor(twoGaps, slip).reread(beliefOf(sound), both)?.cost).toBe(8);
  });

  test("keeps all its ways to write nothing: no total tells them apart", () => {
    const zero = readingOf([5, 8, 0, 1, 4, 4], { cost: 1 });
    const blank = readingOf([5, 8, null, 1, 4, 4], { cost: 2 });
    const elsewhere = readingOf([8, 5, 0, 1, 4, 4], { cost: 3 });
    const reread = rereaderFor([gap([0, 3], [1, -3])]).reread(beliefOf(zero, blank, elsewhere), [
      { gap: 0, order: swap(0, 1) },
    ]);
    expect(valuesOf(reread)).toEqual([
      [8, 5, 0, 1, 4, 4],
      [8, 5, null, 1, 4, 4],
    ]);
    const [first, second] = reread!.readings;
    expect(second!.cost - first.cost).toBe(1);
  });
});

describe("a repaired row", () => {
  const closing = [{ gap: 0, order: null }];

  test("is held against its tokens with the gap closed", () => {
    const rereader = rereaderFor([gap([0, 2], [2, -2])], (amounts) => [readingOf(amounts, { cost: 13 })]);
    const reread = rereader.reread(beliefOf(repaired), closing);
    expect(valuesOf(reread)).toEqual([[7, 8, 4, 1, 4, 4]]);
    expect(reread?.cost).toBe(3);
  });

  test("never falls below nothing", () => {
    const rereader = rereaderFor([gap([0, -6], [2, 6])], (amounts) => [readingOf(amounts, { cost: 13 })]);
    expect(rereader.reread(beliefOf(repaired), closing)).toBeNull();
  });

  test("is asked once for each set of changes", () => {
    let asked = 0;
    const rereader = rereaderFor([gap([0, 2], [2, -2])], () => {
      asked++;
      return [];
    });
    const belief = beliefOf(repaired);
    for (let k = 0; k < 3; k++) rereader.reread(belief, closing);
    expect(asked).toBe(1);
  });

  test("is told from one that is as printed", () => {
    expect(isRepaired(repaired)).toBe(true);
    expect(isRepaired(sound)).toBe(false);
    expect(isRepaired({ ...sound, leftovers: [{ token: 1, kind: "doubled", beside: 0 }] })).toBe(true);
  });
});

test("a repaired row whose months would close a gap in another order may have been damaged otherwise", () => {
  const rereader = rereaderFor([gap([0, 3], [1, -3])], (amounts) => [readingOf(amounts, { cost: 12 })]);
  expect(rereader.reread(beliefOf(repaired), [{ gap: 0, order: swap(0, 1) }])?.cost).toBe(2);
});

test("what the order of the months says counts for a sound row as it does for a repaired one", () => {
  const order = [{ gap: 0, order: swap(0, 1) }];
  const fit = (amounts: readonly number[]) => [readingOf(amounts, { cost: 16 })];
  const unlikely = rereaderFor([gap([0, 3], [1, -3])], fit, () => 4);
  expect(unlikely.reread(beliefOf(sound), order)?.cost).toBe(SWAP + 4);
  expect(unlikely.reread(beliefOf(repaired), order)?.cost).toBe(16 - 10 + 4);
});

test("and says nothing of a total", () => {
  const likely = rereaderFor(
    [gap([0, -3], [1, 3])],
    () => [],
    () => -4,
  );
  expect(likely.reread(total, [{ gap: 0, order: swap(0, 1) }])?.cost).toBe(7);
});

test("a total with two months swapped is no likelier for being like its plan: it is what its rows add up to", () => {
  const cheaper = (reading: Reading, order: Order) => ({
    ...reorder(reading, order),
    cost: reading.cost + 1,
  });
  const rereader = createRereader([gap([0, -3], [1, 3])], total, ({ readings }) => readings[0] ?? null, {
    reorder: cheaper,
    orderGain: () => 0,
    readAs: () => [],
    costOf: ({ cost }) => cost,
    swapped: SWAP,
  });
  expect(rereader.reread(total, [{ gap: 0, order: swap(0, 1) }])?.cost).toBe(SWAP);
});

test("a total closes a gap by saying less", () => {
  const rereader = rereaderFor([gap([0, -3], [1, 3])], (amounts) => [readingOf(amounts, { cost: 20 })]);
  expect(valuesOf(rereader.reread(total, [{ gap: 0, order: null }]))).toEqual([[53, 77, 60, 10, 40, 40]]);
});
