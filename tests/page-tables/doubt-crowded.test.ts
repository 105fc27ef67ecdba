import { expect, test } from "vitest";
import type { PrintedRow } from "../../src/document.ts";
import { doubtCrowded } from "../../src/page-tables/doubt-crowded.ts";

const row = (...texts: string[]): PrintedRow => ({
  kind: "activity",
  page: 1,
  line: 1,
  text: "",
  labels: {},
  tokens: texts.map((text) => ({ text, page: 1, box: null })),
});
/** Whether each row is in doubt. */
const doubts = (...rows: PrintedRow[]) =>
  doubtCrowded(rows, ["target", "programmed.q1"]).map(({ doubts = [] }) => doubts.length > 0);

test("all rows are doubted where a column holds several numbers again and again", () => {
  expect(doubts(row("3", "1 1 1"), row("6", "2 2 2"), row("4", "4"))).toEqual([true, true, true]);
});

test("one such cell, and thousands that a space parts, doubt no others", () => {
  expect(doubts(row("3", "1 1 1"), row("6", "2"), row("4", "4"))).toEqual([false, false, false]);
  expect(doubts(row("3 000", "1 000"), row("6 500", "2 500.50"))).toEqual([false, false]);
});

test("a long text of numbers that ends otherwise is read at once", () => {
  const text = `${"123 ".repeat(1000)}x`;
  expect(doubts(row("3", text), row("6", text))).toEqual([false, false]);
}, 5_000);
