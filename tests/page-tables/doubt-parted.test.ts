import { describe, expect, it } from "vitest";
import { doubtParted } from "../../src/page-tables/doubt-parted.ts";
import type { Region, RegionRow } from "../../src/page-tables/region.ts";
import { pageOf, rowOf } from "./words.ts";

const COLUMNS = (["label", "cell"] as const).map((kind, i) => ({
  kind,
  name: `${kind}-${i}`,
  text: "",
  left: 100 * i,
  right: 100 * i + 100,
}));
const region = (number: number, rows: readonly RegionRow[]): Region => ({
  page: pageOf({ number }),
  columns: COLUMNS,
  rows,
  hasHeader: true,
  box: [0, 0, 200, 200],
});
const sure = rowOf(["Informar", "12"]);
const unsure = { ...sure, isTextUnsure: true };
const doubts = (...regions: readonly Region[]) =>
  [...doubtParted(regions)].map(({ rows }) => rows.map((row) => row.isTextUnsure === true));

describe("doubtParted", () => {
  it("doubts the first row after a page break where the last one before it is unsure, past its texts alone", () => {
    const rest = rowOf(["de la ciudad", ""]);
    expect(doubts(region(1, [sure, unsure]), region(2, [rest, sure, sure]))).toEqual([
      [false, true],
      [false, true, false],
    ]);
  });

  it("doubts the rows around a page break where a text of the last one breaks off, unless its rest stands over the first", () => {
    const cut = rowOf(["Mantenimiento de", "12"]);
    expect(doubts(region(1, [sure, cut]), region(2, [sure, sure]))).toEqual([
      [false, true],
      [true, false],
    ]);
    const begun = rowOf(["y reclamos", "12"]);
    expect(doubts(region(1, [sure, sure]), region(2, [begun, sure]))).toEqual([
      [false, true],
      [true, false],
    ]);
    const rest = rowOf(["la ciudad", ""]);
    expect(doubts(region(1, [sure, cut]), region(2, [rest, sure])).flat()).not.toContain(true);
  });

  it("doubts the last row before a page break where the first one after it is unsure", () => {
    expect(doubts(region(1, [sure, sure]), region(2, [unsure, sure]), region(3, [sure]))).toEqual([
      [false, true],
      [true, false],
      [false],
    ]);
  });

  it("doubts no row of another table on the same page", () => {
    expect(doubts(region(1, [unsure]), region(1, [sure]))).toEqual([[true], [false]]);
  });
});
