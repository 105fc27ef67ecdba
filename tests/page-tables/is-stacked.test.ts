import { expect, test } from "vitest";
import { isStacked } from "../../src/page-tables/is-stacked.ts";
import type { PlacedColumn, Region, RegionRow } from "../../src/page-tables/region.ts";
import { cellOf, pageOf, rowOf } from "./words.ts";

const columns = ["label", "cell", "cell", "cell", "cell"].map(
  (kind, i): PlacedColumn => ({
    kind: kind as "label" | "cell",
    name: `${i}`,
    text: "",
    left: i,
    right: i + 1,
  }),
);
const region = (...rows: RegionRow[]): Region => ({
  page: pageOf({}),
  columns,
  rows,
  hasHeader: true,
  box: [0, 0, 600, 800],
});
/** A row whose cells hold what two rows print. */
const both = (upper: readonly string[], lower: readonly string[]): RegionRow => ({
  ...rowOf(upper),
  cells: upper.map((text, i) => ({
    words: [...cellOf(text).words, ...cellOf(lower[i]!, 112).words],
    box: null,
  })),
});

test("a row between lines is several where most of its numbers stand one under the other", () => {
  const upper = ["Supervisar", "12", "1", "3", "8"];
  expect(isStacked(region(rowOf(upper), both(upper, ["Informar", "4", "1", "", "3"])))).toBe(true);
});

test("texts of several lines, and a number or two that are broken over lines, are of one row", () => {
  const upper = ["Supervisar", "12", "1", "3", "8"];
  expect(isStacked(region(rowOf(upper), both(upper, ["las obras", "", "", "", ""])))).toBe(false);
  expect(isStacked(region(both(upper, ["las obras", "000", "", "", "000"])))).toBe(false);
});

test("a total whose narrow cells break its thousands is of one row", () => {
  const upper = ["TOTAL", "235,40", "135,36", "156,98", "183,45"];
  expect(isStacked(region(both(upper, ["", "0.25", "4.75", "1.50", "0.50"])))).toBe(false);
  expect(isStacked(region(both(upper, ["", "0,25", "4,75", "1,50", "0,50"])))).toBe(true);
});
