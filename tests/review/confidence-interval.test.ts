import { expect, test } from "vitest";
import { confidenceInterval } from "../../src/review/confidence-interval.ts";

test("nothing looked at says nothing", () => {
  expect(confidenceInterval(0, 0)).toBeNull();
});

// Closed forms: with none wrong, the upper end solves (1 − p)^n = 0.025; with all wrong, the lower p^n = 0.025.
test.each([1, 10, 60, 1000])("none or all of %i wrong are as the formulas have it", (n) => {
  const [low, high] = confidenceInterval(0, n)!;
  expect(low).toBe(0);
  expect(high).toBeCloseTo(1 - 0.025 ** (1 / n), 9);
  const [least, most] = confidenceInterval(n, n)!;
  expect(least).toBeCloseTo(0.025 ** (1 / n), 9);
  expect(most).toBe(1);
});

// Clopper and Pearson for 10 of 100, as tables have it: 4.90 % to 17.62 %.
test("10 of 100", () => {
  const [low, high] = confidenceInterval(10, 100)!;
  expect(low).toBeCloseTo(0.049, 3);
  expect(high).toBeCloseTo(0.1762, 4);
});

test("mirrors itself, and narrows as more is looked at", () => {
  const [low, high] = confidenceInterval(3, 20)!;
  const [otherLow, otherHigh] = confidenceInterval(17, 20)!;
  expect(otherLow).toBeCloseTo(1 - high, 9);
  expect(otherHigh).toBeCloseTo(1 - low, 9);
  const [, wide] = confidenceInterval(5, 50)!;
  const [, narrow] = confidenceInterval(500, 5000)!;
  expect(narrow).toBeLessThan(wide);
});
