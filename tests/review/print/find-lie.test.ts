import { expect, test } from "vitest";
import type { Box } from "../../../src/document.ts";
import { findLie, levelBox } from "../../../src/review/print/find-lie.ts";

const row = (y: number, ...xs: number[]): Box[] => xs.map((x) => [x, y, x + 10, y + 6]);

test("a page without rows, or with one number, lies straight", () => {
  expect(findLie([], 100, 100)).toEqual({ turns: 0, skew: 0 });
  expect(findLie([row(10, 5)], 100, 100)).toEqual({ turns: 0, skew: 0 });
});

test("numbers of a row that are printed on two lines make no slope", () => {
  const block = (y: number) => [...row(y, 20, 120, 220, 320), ...row(y + 9, 20, 120, 220, 320)];
  expect(findLie([block(40), block(70)], 400, 300)).toEqual({ turns: 0, skew: 0 });
});

test("one number that strays turns nothing", () => {
  const rows = [row(40, 20, 120, 220, 320), row(70, 20, 120, 220, 320)];
  rows[0]![3] = [320, 44, 330, 52];
  expect(findLie(rows, 400, 300)).toEqual({ turns: 0, skew: 0 });
});

test("print that runs down the page stands upright after three turns", () => {
  const down: Box[] = [20, 60, 120].map((y) => [50, y, 56, y + 10]);
  const lie = findLie([down], 200, 300);
  expect(lie).toEqual({ turns: 3, skew: 0 });
  // The page is 300 wide then, and what stood below stands to the right.
  expect(levelBox(down[2]!, lie, 200, 300)).toEqual([120, 144, 130, 150]);
});
