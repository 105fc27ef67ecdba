import { expect, test } from "vitest";
import { doubtOpenCells } from "../../src/page-tables/doubt-open-cells.ts";
import { groupRows } from "../../src/page-tables/group-lines.ts";
import { placeWords } from "../../src/page-tables/place-words.ts";
import type { PlacedColumn } from "../../src/page-tables/region.ts";
import { textLines } from "../../src/page-tables/text-lines.ts";
import { pageOf, wordAt, wordsAt } from "./words.ts";

const columns = (["category", "activity", "target"] as const).map(
  (name, i): PlacedColumn => ({
    kind: name === "target" ? "cell" : "label",
    name,
    text: "",
    left: 100 * i,
    right: 100 * (i + 1),
  }),
);

function doubted(categories: readonly string[], from: number): boolean[] {
  const at = (i: number) => 100 + 30 * i;
  const words = categories.flatMap((text, i) => [
    ...(text === "" ? [] : [wordAt(text, 5, at(i))]),
    ...wordsAt("Informar", 105, at(i)),
    wordAt("12", 250, at(i)),
  ]);
  const lines = textLines(words).map((line) => placeWords(line, { columns, places: null, starts: [] }));
  const rows = groupRows(lines, columns, false);
  const horizontal = categories.slice(1).map((_, i) => ({ at: at(i) + 15, from, to: 300 }));
  doubtOpenCells(rows, columns, pageOf({ words, horizontal }));
  return rows.map(({ isTextUnsure = false }) => isTextUnsure);
}

test("rows beside a merged cell are doubted where its text stands beside another of them", () => {
  expect(doubted(["", "AEI.01", ""], 100)).toEqual([true, false, true]);
});

test("rows with a cell of their own are not, be it blank", () => {
  expect(doubted(["", "AEI.01", ""], 0)).toEqual([false, false, false]);
  expect(doubted(["AEI.01", "AEI.02", "AEI.03"], 100)).toEqual([false, false, false]);
});
