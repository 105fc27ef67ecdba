import { describe, expect, test } from "vitest";
import type { Belief } from "../../src/repair/column-totals.ts";
import type { Gap } from "../../src/repair/find-gaps.ts";
import type { Reading } from "../../src/repair/reading.ts";
import { createRereader, isRepaired } from "../../src/repair/reread-rows.ts";
import { SWAPPED_AGAIN } from "../../src/repair/swap-readings.ts";
import { readingOf } from "./support.ts";

/** Six cells: two quarters of three months. */
const pairs = [
  [0, 1],
  [1, 2],
  [3, 4],
  [4, 5],
] as const;
const SWAP = 7;
const swap = (reading: Reading, [a, b]: readonly [number, number]): Reading => {
  const values = [...reading.values];
  [values[a], values[b]] = [values[b], values[a]];
  return { ...reading, values, cost: reading.cost + SWAP };
};
const beliefOf = (reading: Reading): Belief => ({
  readings: [reading],
  prior: [1],
  probabilities: [1],
  other: 0,
});
const sound = readingOf([5, 8, 6, 1, 4, 4]);
const repaired = readingOf([5, 8, 6, 1, 4, 4], {
  cost: 10,
  origins: ["read", "misread", "read", "read", "read", "read"],
});

function rereaderFor(gaps: readonly Gap[], readAs: (amounts: readonly number[]) => Reading[] = () => []) {
  const originOf = ({ readings }: Belief) => readings[0] ?? null;
  return createRereader(pairs, gaps, originOf, {
    swap,
    readAs: (_, amounts) => readAs(amounts),
    costOf: ({ cost }) => cost,
  });
}
const gap = (...entries: [number, number][]): Gap => new Map(entries);

describe("a sound row", () => {
  test("closes a gap by a swap of these two months, at its cost", () => {
    const reread = rereaderFor([gap([0, 3], [1, -3])]).closing(beliefOf(sound), [0]);
    expect(reread?.readings[0].values).toEqual([8, 5, 6, 1, 4, 4]);
    expect(reread?.cost).toBe(SWAP);
  });

  test("closes no other gap, and is not searched for one", () => {
    let asked = 0;
    const readAs = () => {
      asked++;
      return [];
    };
    expect(rereaderFor([gap([0, 2], [1, -2])], readAs).closing(beliefOf(sound), [0])).toBeNull();
    expect(rereaderFor([gap([0, 2], [2, -2])], readAs).closing(beliefOf(sound), [0])).toBeNull();
    expect(asked).toBe(0);
  });

  test("swaps its months also where that closes a part of the gap only", () => {
    const rereader = rereaderFor([gap([0, 9], [1, -9])]);
    expect(rereader.swapped(beliefOf(sound), [0])?.readings[0].values).toEqual([8, 5, 6, 1, 4, 4]);
    expect(rereader.closing(beliefOf(sound), [0])).toBeNull();
  });

  test("a second swap costs less: often both are one slip", () => {
    const rereader = rereaderFor([gap([0, 3], [1, -3]), gap([3, 3], [4, -3])]);
    expect(rereader.closing(beliefOf(sound), [0, 1])?.cost).toBe(SWAP + SWAPPED_AGAIN);
  });

  test("and both together may be a slip that costs less still", () => {
    const slip = (amounts: readonly number[]) => [readingOf(amounts, { cost: 8 })];
    const rereader = rereaderFor([gap([0, 3], [1, -3]), gap([3, 3], [4, -3])], slip);
    expect(rereader.closing(beliefOf(sound), [0, 1])?.cost).toBe(8);
  });
});

describe("a repaired row", () => {
  test("is held against its tokens with the gap closed", () => {
    const rereader = rereaderFor([gap([0, 2], [2, -2])], (amounts) => [readingOf(amounts, { cost: 13 })]);
    const reread = rereader.closing(beliefOf(repaired), [0]);
    expect(reread?.readings[0].values).toEqual([7, 8, 4, 1, 4, 4]);
    expect(reread?.cost).toBe(3);
  });

  test("never falls below nothing", () => {
    const rereader = rereaderFor([gap([0, -6], [2, 6])], (amounts) => [readingOf(amounts, { cost: 13 })]);
    expect(rereader.closing(beliefOf(repaired), [0])).toBeNull();
  });

  test("is told from one that is as printed", () => {
    expect(isRepaired(repaired)).toBe(true);
    expect(isRepaired(sound)).toBe(false);
    expect(isRepaired({ ...sound, leftovers: [{ token: 1, kind: "doubled", beside: 0 }] })).toBe(true);
  });
});

test("a total closes a gap by saying less", () => {
  const rereader = rereaderFor([gap([0, -3], [1, 3])]);
  expect(rereader.closing(beliefOf(sound), [0], -1)?.readings[0].values).toEqual([8, 5, 6, 1, 4, 4]);
});
