import { describe, expect, it } from "vitest";
import type { Belief } from "../../src/repair/column-totals.ts";
import { holdToTotals } from "../../src/repair/hold-to-totals.ts";
import type { Reading } from "../../src/repair/reading.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { compileEquation } from "../../src/rules/equation.ts";
import { town } from "../read/family-fixture.ts";

const CELLS = ["target", "programmed.jan", "programmed.feb", "executed.jan"];
const code = compileRowCode(CELLS, {
  ...town,
  equations: [compileEquation("target = programmed.jan..feb", 0, CELLS)],
});
const reading = (...values: (number | null)[]): Reading => ({
  values,
  tokens: values.map((value, cell) => (value === null ? -1 : cell)),
  origins: values.map((value) => (value === null ? "blank" : "read")),
  leftovers: [],
  broken: [],
  cost: 0,
});
const belief = (probabilities: readonly number[], readings: readonly Reading[]): Belief => ({
  readings,
  prior: probabilities,
  probabilities: [...probabilities],
  other: Math.max(0, 1 - probabilities.reduce((a, b) => a + b, 0)),
});
const inJanuary = reading(5, 5, null, 1);
const inFebruary = reading(5, null, 5, 1);

/** A row that cannot tell January from February, and that the totals settled for January. */
function hold(
  total: Reading,
  row: Belief = belief([0.999, 0.001], [inJanuary, inFebruary]),
  own = [0.5, 0.5],
) {
  const other = Math.max(0, 1 - own.reduce((a, b) => a + b, 0));
  const said = new Map([[row, { readings: row.readings, probabilities: own, other }]]);
  holdToTotals(code, said, [{ total: belief([1], [total]), rows: [row] }], 0.98);
  return row.probabilities[0]!;
}

describe("holdToTotals", () => {
  it("believes a row that the totals chose and that fits them", () => {
    expect(hold(reading(5, 5, null, 1))).toBe(0.999);
  });

  it("doubts it where a column in which it may be otherwise does not add up", () => {
    expect(hold(reading(5, null, 5, 1))).toBeLessThan(0.98);
    expect(hold(reading(9, 5, 4, 1))).toBeLessThan(0.98);
  });

  it("does not ask columns in which the row is the same anyhow", () => {
    expect(hold(reading(5, 5, null, 7))).toBe(0.999);
  });

  it("asks all columns where not all the ways to read the row are known", () => {
    expect(hold(reading(5, 5, null, 7), belief([0.999], [inJanuary]), [0.4])).toBeLessThan(0.98);
  });

  it("leaves a row alone that is sure by itself", () => {
    expect(
      hold(reading(9, 9, null, 1), belief([0.999, 0.001], [inJanuary, inFebruary]), [0.999, 0.001]),
    ).toBe(0.999);
  });

  it("doubts a 0 that is not printed", () => {
    const invented = { ...reading(5, 5, 0, 1), tokens: [0, 1, -1, 3] };
    expect(hold(reading(5, 5, 0, 1), belief([0.999], [invented]), [0.999])).toBeLessThan(0.98);
  });

  it("doubts numbers that no equation holds beside one that is missing, unless the totals hold them", () => {
    const cells = [...CELLS, "executed.feb"];
    const wide = compileRowCode(cells, { ...town, equations: [] });
    const row = belief([0.999], [reading(5, 5, null, 1, null)]);
    const said = new Map([[row, { readings: row.readings, probabilities: [0.999], other: 0.001 }]]);
    holdToTotals(wide, said, [{ total: belief([1], [reading(5, 5, null, 1, null)]), rows: [row] }], 0.98);
    expect(row.probabilities).toEqual([0.999]);
    holdToTotals(wide, said, [], 0.98);
    expect(row.probabilities[0]).toBeLessThan(0.98);
  });

  it("doubts it where another row is open, and the two may be read the other way round", () => {
    const row = belief([0.999, 0.001], [inJanuary, inFebruary]);
    const said = (own: readonly number[]) => ({ readings: row.readings, probabilities: own, other: 0 });
    const hold = (open: number) => {
      const other = belief([1 - open, open], [inFebruary, inJanuary]);
      const settled = belief([0.999, 0.001], [inJanuary, inFebruary]);
      const own = new Map([
        [settled, said([0.5, 0.5])],
        [other, said([0.5, 0.5])],
      ]);
      const total = belief([1], [reading(10, 5, 5, 2)]);
      holdToTotals(code, own, [{ total, rows: [settled, other] }], 0.98);
      return settled.probabilities[0]!;
    };
    expect(hold(0.4)).toBeLessThan(0.98);
    expect(hold(0.001)).toBe(0.999);
  });
});
