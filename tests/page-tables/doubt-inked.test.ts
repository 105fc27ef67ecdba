import { expect, test } from "vitest";
import { doubtInked } from "../../src/page-tables/doubt-inked.ts";
import type { RegionRow } from "../../src/page-tables/region.ts";
import { columnsOf, pageOf, rowOf } from "./words.ts";

const inked = (row: RegionRow, column: number): RegionRow => ({
  ...row,
  cells: row.cells.map((cell, i) =>
    i === column ? { ...cell, words: cell.words.map((word) => ({ ...word, style: "#b02020 f2" })) } : cell,
  ),
});
const row = () => rowOf(["Informar", "ACTA", "12"]);
const band = () => rowOf(["Caja", "", ""], 100, true);
const doubts = (rows: RegionRow[]) =>
  doubtInked({
    page: pageOf({}),
    columns: columnsOf("activity", "unit", "target"),
    rows,
    hasHeader: true,
    box: [0, 0, 300, 300],
  }).rows.map(({ isTextUnsure = false, isDoubted = false, isOrganUnsure = false }) =>
    [isTextUnsure ? "text" : "", isDoubted ? "number" : "", isOrganUnsure ? "organ" : ""].join(""),
  );

test("a row alone with ink of a colour in a column is in doubt", () => {
  expect(doubts([inked(row(), 1), row(), row(), row(), row()])).toEqual(["text", "", "", "", ""]);
  expect(doubts([inked(row(), 2), row(), row(), row(), row()])).toEqual(["textnumber", "", "", "", ""]);
});

test("so is a name over rows where others are black", () => {
  expect(doubts([inked(band(), 0), row(), band(), row()])).toEqual(["organ", "", "", ""]);
  const stamp = inked(band(), 0).cells[0]!.words;
  const held = {
    ...band(),
    cells: band().cells.map((cell) => ({ ...cell, words: [...cell.words, ...stamp] })),
  };
  const mixed = {
    ...row(),
    cells: row().cells.map((cell) => ({ ...cell, words: [...cell.words, ...stamp] })),
  };
  expect(doubts([mixed])).toEqual(["textnumber"]);
  expect(doubts([band(), row(), held, row()])).toEqual(["", "text", "organ", ""]);
});

test("colours that many rows or all names have are the table's own", () => {
  expect(doubts([inked(row(), 2), row(), inked(row(), 2)])).toEqual(["", "", ""]);
  expect(doubts([inked(band(), 0), row(), inked(band(), 0), row()])).toEqual(["", "", "", ""]);
});
