import { expect, test } from "vitest";
import { median } from "../../src/rules/median.ts";

test("the middle one is found whatever the order, and the upper one of two", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 2])).toBe(10);
  expect(median([])).toBe(0);
});
