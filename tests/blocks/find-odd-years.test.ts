import { expect, test } from "vitest";
import type { PlacedBlock } from "../../src/blocks/block-regions.ts";
import { findOddYears } from "../../src/blocks/find-odd-years.ts";

const spanning = (years: number): PlacedBlock => ({
  block: {
    years: Array.from({ length: years }, (_, i) => ({ year: 2021 + i, lines: [] })),
    top: 0,
    bottom: 0,
    isIrregular: false,
  },
  own: [],
  doubts: [],
});
const oddOf = (...spans: number[]) => {
  const placed = spans.map(spanning);
  return [...findOddYears(placed)].map((one) => placed.indexOf(one));
};

test("an activity of two years among others of three is odd", () => {
  expect(oddOf(3, 3, 2, 3, 3, 3)).toEqual([2]);
});

test("where activities differ none is", () => {
  expect(oddOf(3, 2, 3, 2)).toEqual([]);
  expect(oddOf()).toEqual([]);
});
