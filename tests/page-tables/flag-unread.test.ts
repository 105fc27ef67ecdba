import { expect, test } from "vitest";
import type { Page, Word } from "../../src/document.ts";
import { flagUnknownTable, flagUnread } from "../../src/page-tables/flag-unread.ts";
import type { Region } from "../../src/page-tables/region.ts";

const word = (text: string, x: number, y: number): Word => ({
  text,
  box: [x, y, x + 8, y + 8],
  size: 8,
  angle: 0,
  style: "",
});
const line = (y: number, texts: readonly string[]) => texts.map((text, i) => word(text, 10 + 20 * i, y));
const pageOf = (words: readonly Word[]): Page => ({
  number: 4,
  width: 500,
  height: 500,
  words,
  horizontal: [],
  vertical: [],
  fills: [],
  turns: 0,
});
const row = line(100, ["ACTIVIDAD", "1", "2", "3"]);
const table = (page: Page): Region => ({
  page,
  columns: [],
  rows: [
    { cells: row.map((one) => ({ words: [one], box: null })), top: 98, bottom: 110, at: 104, isBand: false },
  ],
  hasHeader: true,
  box: [0, 80, 500, 110],
});

test("numbers under a table that came into no row are named, every one of them", () => {
  const page = pageOf([...row, ...line(200, ["11,674", "66", "133", "114", "0"])]);
  const [unread, ...others] = flagUnread(page, [table(page)]);
  expect(others).toEqual([]);
  expect(unread!.flag).toMatchObject({ code: "line-not-read", severity: "warning" });
  for (const number of ["11,674", "66", "133", "114", "0"]) expect(unread!.flag.message).toContain(number);
});

test("the line is handed out with what is to be said of it, for it may be known to stand around tables", () => {
  const footer = line(220, ["Página", "1", "2", "3"]);
  const page = pageOf([...row, ...footer]);
  expect(flagUnread(page, [table(page)]).map(({ line }) => [line.page, line.text])).toEqual([
    [4, "Página   1   2   3"],
  ]);
});

test("rows, headers, and remarks with a number or two are not", () => {
  const header = line(84, ["1", "2", "3", "4"]);
  const remark = line(200, ["Resolución", "045", "2023"]);
  const page = pageOf([...header, ...row, ...remark]);
  expect(flagUnread(page, [table(page)])).toEqual([]);
});

test("what stands over the first table is none of its business", () => {
  const page = pageOf([...line(20, ["1", "2", "3", "4"]), ...row]);
  expect(flagUnread(page, [table(page)])).toEqual([]);
});

test("over the first table of a later page, an earlier one may go on: its lines are named", () => {
  const page = pageOf([...line(20, ["1", "2", "3", "4"]), ...row]);
  expect(flagUnread(page, [table(page)], true)).toHaveLength(1);
});

test("a page of numbers without a known table is named, and a page of prose is not", () => {
  const numbers = ["1", "2", "3", "4", "5", "6"];
  const page = pageOf([100, 120, 140].flatMap((y) => line(y, numbers)));
  expect(flagUnknownTable(page)).toMatchObject([{ code: "table-not-read" }]);
  expect(flagUnknownTable(page)[0]!.message).toContain("Page 4");
  expect(flagUnknownTable(pageOf(line(100, ["El", "año", "2023"])))).toEqual([]);
});

test("after a page with a table, a single line of numbers may be its end, and is named", () => {
  const page = pageOf(line(100, ["TOTAL", "1", "2", "3", "4", "5", "6"]));
  expect(flagUnknownTable(page)).toEqual([]);
  expect(flagUnknownTable(page, true)[0]!.message).toContain("has a line of numbers");
});

test("a page of few numbers is named where it is the other half of one", () => {
  const half = pageOf([100, 140, 180].map((y) => word("24", 10, y)));
  expect(flagUnknownTable(half, true)).toEqual([]);
  expect(flagUnknownTable(half, true, true)).toMatchObject([{ code: "table-not-read" }]);
});
