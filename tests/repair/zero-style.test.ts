import { describe, expect, test } from "vitest";
import { learnLikeness } from "../../src/repair/likeness.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { zeroShareOf, zeroStyleCost } from "../../src/repair/zero-style.ts";
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
    expect(zeroStyleCost(code, undecided, values)).toBeLessThanOrEqual(20);
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

test("quarters to come are left blank by every row, also by one that follows no way of its own", () => {
  const like = [...rowsOf(45, 7), ...rowsOf(15, 0), ...rowsOf(15, null)].map((row) =>
    row.map((value, cell) => (cell > 18 && cell < 25 ? null : value)),
  );
  const likeness = learnLikeness(code, like);
  const mixed = Array.from({ length: 33 }, (_, cell) => (cell > 18 || cell % 2 === 0 ? null : 0));
  expect(zeroStyleCost(code, likeness, mixed.with(20, 0))).toBeGreaterThan(
    zeroStyleCost(code, likeness, mixed) + 3,
  );
});

describe("sums that add nothing", () => {
  const months = Array<Value>(24).fill(null);
  const row = (months: Value[], sums: Value) => [5, ...months, ...Array<Value>(8).fill(sums)];
  const some = months.map((_, k) => (k % 3 === 0 ? 0 : null));
  const times = <T>(count: number, value: T) => Array<T>(count).fill(value);

  test("where documents print sums of blanks both ways, a blank month beside a quarter of 0 is no mixture", () => {
    const both = learnLikeness(code, [
      ...rowsOf(50, 0),
      ...times(25, row(months, 0)),
      ...times(25, row(months, null)),
    ]);
    const among = row(months, null).map((value, k) => (k % 4 === 3 ? 0 : value));
    expect(zeroStyleCost(code, both, row(months, 0))).toBeLessThan(zeroStyleCost(code, both, among));
  });

  test("are printed as the document prints them: of blanks only, and beside a printed zero", () => {
    const byRule = learnLikeness(code, [...times(30, row(some, 0)), ...times(30, row(months, null))]);
    const costOf = (list: Value[], sums: Value) => zeroStyleCost(code, byRule, row(list, sums));
    expect(costOf(some, 0) + 5).toBeLessThan(costOf(some, null));
    expect(costOf(months, null) + 5).toBeLessThan(costOf(months, 0));
  });

  test("of printed zeros are zeros before a document has spoken, and otherwise where it says so", () => {
    const silent = learnLikeness(code, []);
    const q1 = quartersLast.indexOf("programmed.q1");
    expect(zeroShareOf(code, silent, q1, row(some, null))).toBeGreaterThan(0.9);
    const blank = learnLikeness(code, times(200, row(some, null)));
    expect(zeroShareOf(code, blank, q1, row(some, null))).toBeLessThan(0.1);
  });
});
