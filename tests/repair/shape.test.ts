import { describe, expect, test } from "vitest";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { shapeCost, shapeGain } from "../../src/repair/shape.ts";
import { planFamily, quartersLast, rowOf, type Value, valuesIn } from "./support.ts";

const code = compileRowCode(quartersLast, planFamily());
const season = [12, 19, 27, 38, 44, 49, 47, 40, 31, 22, 15, 11];
const noise = [14, 11, 13, 12, 14, 12, 11, 13, 14, 12, 11, 13];
const swap = (list: readonly number[], at: number) => list.with(at, list[at + 1]!).with(at + 1, list[at]!);
const at = (cell: string) => quartersLast.indexOf(cell);

describe("the shape of a year", () => {
  test("of work with a season: a month out of its order costs something", () => {
    expect(shapeCost(swap(season, 3), null)).toBeGreaterThan(shapeCost(season, null) + 1);
  });

  test("of work without one says next to nothing about the order of its months", () => {
    for (const month of noise.keys())
      if (month < 11)
        expect(Math.abs(shapeCost(swap(noise, month), null) - shapeCost(noise, null))).toBeLessThan(1);
  });

  test("of a plan that is executed in part is that of the plan", () => {
    const plan = [40, 90, 35, 80, 20, 70, 45, 95, 30, 85, 25, 60];
    const part = plan.map((month) => Math.round(month * 0.7));
    expect(shapeCost(swap(part, 3), plan)).toBeGreaterThan(shapeCost(part, plan) + 1);
    expect(Math.abs(shapeCost(swap(part, 3), null) - shapeCost(part, null))).toBeLessThan(1);
  });

  test("of work planned by the quarter: a month out of its place in one costs something", () => {
    const quarterly = [5, 5, 6, 5, 5, 6, 5, 4, 6, 5, 5, 6];
    expect(shapeCost(swap(quarterly, 10), null)).toBeGreaterThan(shapeCost(quarterly, null) + 1);
    expect(shapeCost(swap(quarterly, 1), null)).toBeGreaterThan(shapeCost(quarterly, null) + 1);
  });

  test("of a year whose months lie on a wave but for a few: also two that differ by little are told", () => {
    const wave = [57, 50, 41, 31, 24, 21, 24, 32, 40, 49, 56, 60];
    for (const month of [1, 3, 7, 9])
      expect(shapeCost(swap(wave, month), null)).toBeGreaterThan(shapeCost(wave, null) + 4);
  });

  test("of months that lie anywhere says little, though one of so many shapes may fit them by chance", () => {
    const anywhere = [71, 44, 93, 58, 65, 87, 42, 90, 51, 77, 60, 83];
    const before = shapeCost(anywhere, null);
    for (const month of anywhere.keys())
      if (month < 11) expect(Math.abs(shapeCost(swap(anywhere, month), null) - before)).toBeLessThan(1);
  });

  test("of a few numbers is none", () => {
    expect(shapeCost([1, 50, 2], null)).toBe(0);
  });
});

describe("what another order of a row's months costs by its shape", () => {
  const gainOf = (cell: string, before: readonly Value[], months: readonly Value[], done: readonly Value[]) =>
    shapeGain(code, at(cell), valuesIn(rowOf(months, done)), valuesIn(rowOf(before, done)));
  const toCome = [...season.slice(0, 6), ...Array<Value>(6).fill(null)];

  test("is less where it restores the season", () => {
    expect(gainOf("programmed.aug", swap(season, 7), season, toCome)).toBeLessThan(-1);
    expect(gainOf("programmed.aug", season, swap(season, 7), toCome)).toBeGreaterThan(1);
  });

  test("is never more than it can be worth", () => {
    const regular = Array.from({ length: 12 }, (_, month) => (month % 3 === 2 ? 60 : 5));
    expect(gainOf("programmed.aug", regular, swap(regular, 7), toCome)).toBe(4);
    expect(gainOf("programmed.aug", swap(regular, 7), regular, toCome)).toBe(-4);
  });

  test("is less than what the shape says: months now and then stand out more", () => {
    const part = [5, 5, 6, 5, 5, 6, 5, 4, 6, 5, 5, 6];
    const said = shapeCost(swap(part, 10), null) - shapeCost(part, null);
    expect(gainOf("programmed.nov", part, swap(part, 10), toCome)).toBeCloseTo(0.7 * said, 9);
  });

  test("is nothing in a row with blanks", () => {
    const sparse = [12, null, ...season.slice(2)];
    expect(gainOf("programmed.aug", sparse, sparse.with(7, 31).with(8, 40), toCome)).toBe(0);
  });
});
