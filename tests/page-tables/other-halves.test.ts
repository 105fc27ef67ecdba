import { expect, test } from "vitest";
import type { Page, Word } from "../../src/document.ts";
import { createOtherHalves } from "../../src/page-tables/other-halves.ts";
import type { Region } from "../../src/page-tables/region.ts";

const numberAt = (y: number): Word => ({ text: "24", box: [10, y, 18, y + 8], size: 8, angle: 0, style: "" });
const pageOf = (number: number, ys: readonly number[]): Page => ({
  number,
  width: 500,
  height: 500,
  words: ys.map(numberAt),
  horizontal: [],
  vertical: [],
  fills: [],
  turns: 0,
});
/** A table of a target that is merged over all rows, and of a column beside it. */
const tableOf = (page: Page): Region => ({
  page,
  columns: ["target", "programmed.q1"].map((name) => ({ kind: "cell", name, text: "", left: 0, right: 30 })),
  rows: page.words.map((word) => ({
    cells: [numberAt(300), word].map((one) => ({ words: [one], box: null })),
    top: word.box[1] - 10,
    bottom: word.box[3] + 10,
    at: word.box[1],
    isBand: false,
  })),
  hasHeader: true,
  box: [0, 80, 500, 480],
});

/** Of which pages those without a table are the halves. */
function findHalves(withTables: readonly number[][], without: readonly number[][]): (number | null)[] {
  const halves = createOtherHalves();
  for (const [i, ys] of withTables.entries()) {
    const page = pageOf(i + 1, ys);
    halves.add(page, [tableOf(page)]);
  }
  return without.map((ys, i) => halves.find(pageOf(withTables.length + i + 1, ys)));
}

test("numbers at the heights of the rows of the page before go on beside them", () => {
  expect(findHalves([[100, 140, 180]], [[100, 140, 180]])).toEqual([1]);
});

test("where all pages on the right come after those on the left, each goes on beside one, be its rows few", () => {
  const pages = [[100, 140, 180], [60, 90, 130, 170], [60]];
  expect(findHalves(pages, pages)).toEqual([1, 2, 3]);
  expect(findHalves(pages, [...pages, ...pages])).toEqual([1, 2, 3, 1, 2, 3]);
});

test("numbers at other heights, and lines of which some are at these, go on beside none", () => {
  expect(findHalves([[100, 140, 180]], [[110, 150, 190]])).toEqual([null]);
  const lines = Array.from({ length: 40 }, (_, i) => 60 + 10 * i);
  expect(findHalves([[100, 140, 180]], [lines])).toEqual([null]);
});
