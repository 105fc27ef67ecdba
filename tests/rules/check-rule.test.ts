import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rule } from "../../src/block-family.ts";
import { monthKeys } from "../../src/rules/cell-names.ts";
import { checkRule, type StatedCell } from "../../src/rules/check-rule.ts";

const MONTHS = monthKeys.map((month) => `a.${month}`);
const rule = (changes: Partial<Rule> = {}): Rule => ({
  text: "the rule",
  kind: "sum",
  total: "a.total",
  terms: MONTHS,
  tolerance: 0,
  whole: 0,
  ...changes,
});
const cellsOf = (values: Readonly<Record<string, number | null>>, decimals = 0) =>
  new Map(Object.entries(values).map(([cell, value]): [string, StatedCell] => [cell, { value, decimals }]));
const year = (months: readonly (number | null)[], total: number | null) =>
  cellsOf({
    ...Object.fromEntries(MONTHS.slice(0, months.length).map((cell, k) => [cell, months[k]!])),
    "a.total": total,
  });
const check = (
  one: Rule,
  cells: ReadonlyMap<string, StatedCell>,
  labels: Readonly<Record<string, string>> = {},
  isWhole = () => false,
) => checkRule(one, cells, labels, isWhole);
const ones = new Array<number>(12).fill(1);

describe("a sum", () => {
  it("holds to the last decimal, without the dust of binary fractions", () => {
    expect(check(rule(), year([0.1, 0.2], 0.3))?.holds).toBe(true);
    expect(check(rule(), year([0.1, 0.2], 0.31))).toMatchObject({
      holds: false,
      printed: 0.31,
      computed: 0.3,
    });
  });

  it("takes a blank for nothing, and names the cells that the document prints", () => {
    const result = check(rule(), year([1, null, 2], 3));
    expect(result).toMatchObject({ holds: true, computed: 3, cells: ["a.total", "a.jan", "a.feb", "a.mar"] });
  });

  it.each([
    ["6 off, twelve halves", 1206, true],
    ["6.5 off", 1206.5, false],
    ["6 less", 1194, true],
    ["7 less", 1193, false],
  ])("of amounts in whole soles may be off by half of one for each: %s", (_, total, holds) => {
    const months = new Array<number>(12).fill(100);
    expect(check(rule({ whole: 0.5 }), year(months, total), {}, () => true)?.holds).toBe(holds);
  });

  it("of amounts with decimals may not, nor one of a rule without rounding", () => {
    expect(check(rule({ whole: 0.5 }), year(ones, 13))?.holds).toBe(false);
    expect(check(rule(), year(ones, 13), {}, () => true)?.holds).toBe(false);
  });

  it("is off by its tolerance at most", () => {
    expect(check(rule({ tolerance: 2 }), year(ones, 14))?.holds).toBe(true);
    expect(check(rule({ tolerance: 2 }), year(ones, 15))?.holds).toBe(false);
  });

  it.each([
    ["no total is printed in the row", year(ones, null)],
    ["the document prints no total", cellsOf({ "a.jan": 1 })],
    ["the document prints no term", cellsOf({ "a.total": 1 })],
  ])("has nothing to check where %s", (_, cells) => {
    expect(check(rule(), cells)).toBeNull();
  });

  it("holds for whatever adds up, and for nothing else", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1e6, max: 1e9 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: -3, max: 3 }),
        (cents, off) => {
          const sum = cents.reduce((all, one) => all + one, 0);
          const cells = year(
            cents.map((one) => one / 100),
            (sum + off) / 100,
          );
          expect(check(rule(), cells)?.holds).toBe(off === 0);
        },
      ),
    );
  });
});

describe("the last value above zero", () => {
  const last = rule({ kind: "last" });
  it.each<[readonly (number | null)[], number]>([
    [[1, 5, 3], 3],
    [[1, 5, 0], 5],
    [[1, 5, null], 5],
    [[0, 0, 0], 0],
    [[null, null], 0],
  ])("of %j is %d", (months, total) => {
    expect(check(last, year(months, total))?.holds).toBe(true);
    expect(check(last, year(months, total + 1))).toMatchObject({ holds: false, computed: total });
  });

  it("is no sum: amounts in whole soles are not allowed for", () => {
    expect(check({ ...last, whole: 0.5 }, year([1, 5], 6), {}, () => true)?.holds).toBe(false);
  });
});

describe("no number", () => {
  const none = rule({ kind: "none", terms: [] });
  it("is what must be printed", () => {
    expect(check(none, year(ones, null))?.holds).toBe(true);
    expect(check(none, year(ones, 0))).toMatchObject({ holds: false, printed: 0, computed: null });
  });
});

describe("a share", () => {
  const percent = rule({ kind: "percent", total: "p.total", terms: ["b.total", "c.total"] });
  const shares = (p: number | null, b: number | null, c: number | null, decimals = 0) =>
    new Map(cellsOf({ "b.total": b, "c.total": c })).set("p.total", { value: p, decimals });

  it.each([
    [33, 0, true],
    [34, 0, false],
    [33.3, 1, true],
    [33.4, 1, false],
    [33.33, 2, true],
  ])("one third is %d with %i decimals: %s", (printed, decimals, holds) => {
    expect(check(percent, shares(printed, 1, 3, decimals))?.holds).toBe(holds);
  });

  it("may be far more than all", () => {
    expect(check(percent, shares(6927.62, 692_762, 10_000, 2))?.holds).toBe(true);
  });

  it("is capped where the family says so", () => {
    expect(check({ ...percent, upTo: 100 }, shares(100, 5, 2))?.holds).toBe(true);
    expect(check({ ...percent, upTo: 100 }, shares(250, 5, 2))?.holds).toBe(false);
    expect(check(percent, shares(250, 5, 2))?.holds).toBe(true);
  });

  it.each([0, null])("of %s is nothing to check", (of) => {
    expect(check(percent, shares(7, 1, of))).toBeNull();
  });

  it("of what the document does not print is nothing to check", () => {
    expect(check(percent, cellsOf({ "p.total": 50, "b.total": 1 }))).toBeNull();
  });

  it("of rounded amounts may be any that they can stand for", () => {
    // 2 of 3 in whole soles: from 1.5 of 3.5 (43 %) to 2.5 of 2.5 (100 %).
    const rounded = { ...percent, whole: 0.5 };
    for (const [printed, holds] of [
      [43, true],
      [67, true],
      [100, true],
      [42, false],
      [101, false],
    ] as const)
      expect(check(rounded, shares(printed, 2, 3), {}, () => true)?.holds, String(printed)).toBe(holds);
  });
});

describe("a rule that does not always apply", () => {
  const when = rule({ when: { label: "aggregation", in: ["ACUMULADO ANUAL"] } });
  it("is passed over where the label says otherwise, however it is written", () => {
    expect(check(when, year(ones, 13), { aggregation: "Acumulado  anual" })?.holds).toBe(false);
    expect(check(when, year(ones, 13), { aggregation: "Acumulado mensual" })).toBeNull();
    expect(check(when, year(ones, 13))).toBeNull();
  });

  it("is passed over in documents that print another cell, blank or not", () => {
    const unless = rule({ unless: "a.q1" });
    expect(check(unless, year(ones, 13))?.holds).toBe(false);
    expect(check(unless, new Map(year(ones, 13)).set("a.q1", { value: null, decimals: 0 }))).toBeNull();
  });
});
