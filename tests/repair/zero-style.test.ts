import { describe, expect, test } from "vitest";
import { learnLikeness } from "../../src/repair/likeness.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { zeroStyleCost } from "../../src/repair/zero-style.ts";
import { planFamily, quartersLast, type Value } from "./support.ts";

const code = compileRowCode(quartersLast, planFamily());
const rowsOf = (count: number, value: Value) => Array<Value[]>(count).fill(Array(33).fill(value));
const undecided = learnLikeness(code, [...rowsOf(50, 0), ...rowsOf(50, null)]);
const zeros = learnLikeness(code, rowsOf(100, 0));
const blanks = learnLikeness(code, rowsOf(100, null));
const cost = (likeness: typeof zeros, ...values: Value[]) => zeroStyleCost(code, likeness, values);

test("a row without nothings has no style", () => {
  expect(cost(undecided, 1, 2, 3)).toBe(0);
});

describe("where columns print both", () => {
  test("a row that keeps to one way costs less than one that mixes", () => {
    const mixed = cost(undecided, 0, null, 0, null, 0, null);
    expect(cost(undecided, 0, 0, 0, 0, 0, 0)).toBeLessThan(mixed);
    expect(cost(undecided, null, null, null, null, null, null)).toBeLessThan(mixed);
  });

  test("the most mixed row stays within reach", () => {
    const values = Array.from({ length: 33 }, (_, k) => (k % 2 === 0 ? 0 : null));
    expect(zeroStyleCost(code, undecided, values)).toBeLessThan(20);
  });
});

describe("where a column decides", () => {
  test("what all rows print costs next to nothing, the other way costs a lot", () => {
    expect(cost(zeros, 0)).toBeLessThan(0.1);
    expect(cost(zeros, null)).toBeGreaterThan(2);
    expect(cost(blanks, null)).toBeLessThan(0.1);
    expect(cost(blanks, 0)).toBeGreaterThan(2);
  });

  test("each column is followed on its own: that another row mixes says nothing", () => {
    const halves = learnLikeness(
      code,
      rowsOf(100, null).map((row) => row.map((_, cell) => (cell < 16 ? 0 : null))),
    );
    const values = Array.from({ length: 33 }, (_, cell) => (cell < 16 ? 0 : null));
    expect(zeroStyleCost(code, halves, values)).toBeLessThan(0.5);
    expect(zeroStyleCost(code, halves, [...values].reverse())).toBeGreaterThan(5);
  });
});

test("sums and months each have a way of their own: a blank month beside a quarter of 0 is no mixture", () => {
  const months = Array<Value>(24).fill(null);
  const sums = Array<Value>(8).fill(0);
  const apart = cost(undecided, 5, ...months, ...sums);
  const among = cost(undecided, 5, ...[...months, ...sums].map((_, k) => (k % 4 === 3 ? 0 : null)));
  expect(apart).toBeLessThan(among);
});
