import { expect, test } from "vitest";
import type { Page } from "../../src/document.ts";
import { asSeen } from "../../src/page-tables/as-seen.ts";
import { tiltBox } from "../../src/page-tables/tilt-box.ts";

const page = (turns: Page["turns"], skew?: number): Page => ({
  number: 1,
  width: 400,
  height: 200,
  words: [],
  horizontal: [],
  vertical: [],
  fills: [],
  turns,
  ...(skew !== undefined && { skew }),
});

test("a box of a page that lay straight is where it was", () => {
  expect(asSeen([10, 20, 30, 40], page(0))).toEqual([10, 20, 30, 40]);
  expect(asSeen([10, 20, 30, 40], page(0, 0))).toEqual([10, 20, 30, 40]);
});

test("a box is given in hundredths of a point", () => {
  expect(asSeen([402.3299865722656, 93.84002685546875, 410.66998, 98.585], page(0))).toEqual([
    402.33, 93.84, 410.67, 98.59,
  ]);
});

test("a box of a page that was turned goes back with it", () => {
  // Turned clockwise once, what is at the top now was at the left.
  expect(asSeen([0, 0, 10, 20], page(1))).toEqual([0, 390, 20, 400]);
});

test("a box of a page that was turned level falls with its line again, the more the further right", () => {
  // One degree falls by 1.745 in 100.
  const [, left] = asSeen([0, 100, 0, 100], page(0, 1));
  const [, middle] = asSeen([200, 100, 200, 100], page(0, 1));
  const [, right] = asSeen([400, 100, 400, 100], page(0, 1));
  expect(left).toBeCloseTo(100 - 3.49, 2);
  expect(middle).toBe(100);
  expect(right).toBeCloseTo(100 + 3.49, 2);
});

test("level again, a box is around where it was", () => {
  const there = tiltBox([300, 150, 330, 160], 1.5, 400, 200);
  const [left, top, right, bottom] = tiltBox(there, -1.5, 400, 200);
  expect((left + right) / 2).toBeCloseTo(315, 1);
  expect((top + bottom) / 2).toBeCloseTo(155, 1);
  expect(left).toBeLessThanOrEqual(300);
  expect(bottom).toBeGreaterThanOrEqual(160);
});
