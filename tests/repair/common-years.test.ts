import { describe, expect, test } from "vitest";
import { createCommonYears } from "../../src/repair/common-years.ts";
import type { Reading } from "../../src/repair/reading.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { planFamily, quartersLast, readingOf, rowOf, type Value, valuesIn } from "./support.ts";

const code = compileRowCode(quartersLast, planFamily());
const aug = quartersLast.indexOf("programmed.aug");
/** Nothing was executed yet. */
const none = Array<Value>(12).fill(null);
const year = [6, 9, 7, 8, 10, 7, 7, 9, 7, 8, 8, 9];
const swapped = [6, 9, 7, 8, 10, 7, 7, 7, 9, 8, 8, 9];
const others = [
  [2, 3, 4, 3, 4, 4, 1, 2, 2, 3, 2, 3],
  [11, 10, 9, 10, 10, 11, 10, 12, 10, 12, 11, 12],
  [5, 4, 3, 3, 3, 3, 3, 2, 4, 2, 3, 3],
];
const readings = (years: readonly (readonly Value[])[]) =>
  new Map<number, Reading | null>(
    years.map((months, row) => [row, readingOf(valuesIn(rowOf(months, none)))]),
  );

/** What it costs, beside these years, that the first row has the second order of its months and not the first. */
function gainOf(years: readonly (readonly Value[])[], before: readonly Value[], after: readonly Value[]) {
  const gain = createCommonYears(code, readings(years));
  return gain(0, aug, valuesIn(rowOf(after, none)), valuesIn(rowOf(before, none)));
}

describe("the years of the other rows", () => {
  test("speak for an order of months that one of them has", () => {
    expect(gainOf([swapped, year, ...others], swapped, year)).toBe(-5);
    expect(gainOf([year, year, ...others], year, swapped)).toBe(5);
  });

  test("say nothing where none of them has the year: a row is no other row", () => {
    expect(Math.abs(gainOf([year, ...others], year, swapped))).toBeLessThan(0.1);
  });

  test("say little of a year that many rows have by chance", () => {
    const once = Array<Value>(12).fill(0).with(7, 1);
    const later = Array<Value>(12).fill(0).with(8, 1);
    const chance = gainOf([once, once, ...others], once, later);
    expect(chance).toBeGreaterThan(0);
    expect(chance).toBeLessThan(2);
  });

  test("say more in a document whose rows often have the year of another", () => {
    const level = Array<Value>(12).fill(30).with(7, 31);
    const later = Array<Value>(12).fill(30).with(8, 31);
    const seldom = gainOf([level, level, ...others], level, later);
    const often = gainOf([level, level, ...others, ...others, ...others], level, later);
    expect(often).toBeGreaterThan(seldom);
  });

  test("tell blanks from zeros", () => {
    const sparse: Value[] = [40, null, null, 12, null, null, null, 31, null, 25, null, null];
    const zeros = sparse.map((month) => month ?? 0);
    const later = sparse.with(7, null).with(8, 31);
    expect(gainOf([sparse, sparse, ...others], sparse, later)).toBe(5);
    expect(Math.abs(gainOf([sparse, zeros, ...others], sparse, later))).toBeLessThan(0.1);
  });

  test("are none of rows without a reading or with open months", () => {
    const rows = readings([swapped, year, ...others]);
    const open = rows.get(1) as Reading;
    rows.set(1, { ...open, values: open.values.with(aug, undefined) });
    rows.set(2, null);
    const gain = createCommonYears(code, rows)(
      0,
      aug,
      valuesIn(rowOf(year, none)),
      valuesIn(rowOf(swapped, none)),
    );
    expect(Math.abs(gain)).toBeLessThan(0.1);
  });
});
