import { expect, test } from "vitest";
import type { Word } from "../../src/document.ts";
import { doubtOverprinted } from "../../src/page-tables/doubt-overprinted.ts";
import type { PlacedColumn } from "../../src/page-tables/region.ts";
import { pageOf, rowOf, wordAt } from "./words.ts";

const columns = (["label", "cell"] as const).map(
  (kind, i): PlacedColumn => ({ kind, name: kind, text: "", left: 100 * i, right: 100 * (i + 1) }),
);
const unsure = (texts: readonly Word[], numbers: readonly Word[] = []) => {
  const over = { ...rowOf(["", ""]), cells: [texts, numbers].map((words) => ({ words, box: null })) };
  const rows = [rowOf(["A", "1"], 80), rowOf(["B", "2"], 90), over, rowOf(["C", "3"], 120)];
  const region = { page: pageOf({}), columns, rows, hasHeader: true, box: [0, 0, 600, 800] as const };
  return doubtOverprinted(region).rows.map(({ isTextUnsure = false }) => isTextUnsure);
};

test("a row whose text is painted over another is doubted, and the row whose text that may be", () => {
  expect(unsure([wordAt("CIUDADANO", 20, 98), wordAt("ATENCIÓN", 20, 103)])).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("lines that are set close are none, nor are words that touch, or numbers", () => {
  const none = [false, false, false, false];
  expect(unsure([wordAt("CIUDADANO", 20, 100), wordAt("ATENCIÓN", 20, 109)])).toEqual(none);
  expect(unsure([wordAt("CIUDADANO", 20, 100), wordAt("ATENCIÓN", 55, 100)])).toEqual(none);
  expect(unsure([], [wordAt("12", 120, 100), wordAt("13", 121, 100)])).toEqual(none);
});
