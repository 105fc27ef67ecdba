import { expect, test } from "vitest";
import { itemMarks } from "../../src/blocks/item-marks.ts";
import type { Word } from "../../src/document.ts";
import { wordAt } from "../page-tables/words.ts";
import { bodyLines, layoutOf, tablePage } from "./support.ts";

/** The columns of the table and, behind its numbers, one of reasons. */
function layoutWithReasons() {
  const layout = layoutOf();
  const last = layout.columns.at(-1)!;
  const reason = {
    kind: "label",
    name: "reason",
    text: "",
    left: 760,
    right: Number.POSITIVE_INFINITY,
  } as const;
  return { ...layout, columns: [...layout.columns.slice(0, -1), { ...last, right: 760 }, reason] };
}
const layout = layoutWithReasons();
const item = (number: number, y: number): Word => wordAt(String(number), 765, y);

test("an item that a page break cuts through begins once, though both pages print its number", () => {
  const [first, second] = [tablePage([]), tablePage([], { number: 2 })];
  const lines = [
    ...bodyLines([item(1, 40), item(2, 60), item(3, 80), item(1, 100)], layout, first),
    ...bodyLines([item(1, 120), item(2, 140), item(3, 160)], layout, second),
  ];
  expect(itemMarks(lines, layout)).toEqual(
    [40, 60, 80, 100, 120, 140, 160].map((y) => ({ y, isFirst: y === 40 || y === 100 })),
  );
});
