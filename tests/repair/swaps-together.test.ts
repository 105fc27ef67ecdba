import { describe, expect, test } from "vitest";
import type { Belief } from "../../src/repair/column-totals.ts";
import type { Gap } from "../../src/repair/find-gaps.ts";
import {
  keyOfGap,
  leastOfThree,
  type SwapChange,
  swapsOfThree,
  swapsOfTwo,
} from "../../src/repair/swaps-together.ts";

const gapOf = (...amounts: readonly number[]): Gap =>
  new Map([...amounts.entries()].filter(([, amount]) => amount !== 0));
const row = (): Belief => ({ readings: [], prior: [], probabilities: [], other: 1 });
/** A row that adds these amounts to the three months of a quarter with two of them swapped. */
const swap = (cost: number, amounts: readonly number[], belief = row()): SwapChange => ({
  belief,
  change: { gap: 0, order: null },
  adds: gapOf(...amounts),
  cost,
});
const partsOf = (found: readonly { parts: readonly { belief: Belief }[] }[]) =>
  found.map(({ parts }) => parts.map(({ belief }) => belief));

test("gaps of the same amounts in the same cells are one, however they came about", () => {
  expect(
    keyOfGap(
      new Map([
        [1, 3],
        [0, -3],
        [2, 0],
      ]),
    ),
  ).toBe(
    keyOfGap(
      new Map([
        [0, -3],
        [1, 3],
      ]),
    ),
  );
});

describe("two rows", () => {
  const [a, b, c] = [swap(7, [4, -4, 0]), swap(8, [0, 9, -9]), swap(7, [1, -1, 0])];

  test("close a gap together that neither does alone, at the cost of both", () => {
    const found = swapsOfTwo(gapOf(4, 5, -9), [a, b, c]);
    expect(found.map(({ cost }) => cost)).toEqual([15]);
    expect(new Set(partsOf(found)[0])).toEqual(new Set([a.belief, b.belief]));
  });

  test("are two: no row is swapped twice in one quarter", () => {
    const twice = swap(7, [0, 5, -5], a.belief);
    expect(swapsOfTwo(gapOf(4, 1, -5), [a, twice])).toEqual([]);
  });
});

describe("three rows", () => {
  const large = swap(7, [50, -50, 0]);
  const ones = Array.from({ length: 4 }, () => swap(7, [0, 1, -1]));
  const threes = Array.from({ length: 4 }, () => swap(7, [0, 3, -3]));

  test("close a gap together: the one that is in all of them is named, the others may be any", () => {
    const found = swapsOfThree(gapOf(50, -46, -4), [large, ...ones, ...threes]);
    expect(partsOf(found)).toEqual([[large.belief]]);
    expect(found[0]!.cost).toBeCloseTo(21 - Math.log(16), 9);
  });

  test("of which two are in most of them are named both", () => {
    const cheap = swap(2, [0, 1, -1]);
    const [first] = partsOf(swapsOfThree(gapOf(50, -46, -4), [large, cheap, ...ones, ...threes]));
    expect(new Set(first)).toEqual(new Set([large.belief, cheap.belief]));
  });

  test("that cannot close it are none", () => {
    expect(swapsOfThree(gapOf(50, -46, -4), [large, ...ones])).toEqual([]);
    expect(swapsOfThree(gapOf(1, -1, 0), [])).toEqual([]);
  });

  test("cost at least what the cheapest swaps of three rows do", () => {
    const again = swap(1, [3, -3, 0], large.belief);
    expect(leastOfThree([large, again, ...ones])).toBe(15);
    expect(leastOfThree([large, again, ones[0]!])).toBe(Number.POSITIVE_INFINITY);
  });
});
