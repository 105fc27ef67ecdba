import { expect, test } from "vitest";
import { createLinePlacer } from "../../src/blocks/place-line.ts";
import { textLines } from "../../src/page-tables/text-lines.ts";
import { wordsAt } from "../page-tables/words.ts";
import { evenly, familyOf, layoutOf, lineAt } from "./support.ts";

/** The columns of a table without lines, whose texts begin in different places. */
const layout = { ...layoutOf(), starts: layoutOf().columns.map(() => null) };
const cellsOf = (text: string, x: number) => {
  const words = [...wordsAt(text, x, 100), ...lineAt(100, { type: "FÍSICO", numbers: evenly(1) })];
  const { cells } = createLinePlacer(familyOf())(textLines(words)[0]!, layout);
  return cells.slice(0, 2).map((cell) => cell.map((word) => word.text).join(" "));
};

test("a code is in its column though a text stands one space after it", () => {
  expect(cellsOf("AOI0000012 MEJORAR LOS SERVICIOS", 38)).toEqual(["AOI0000012", "MEJORAR LOS SERVICIOS"]);
});

test("a code that a text speaks of is a word of the text", () => {
  expect(cellsOf("SEGÚN LA AOI12", 92)).toEqual(["", "SEGÚN LA AOI12"]);
});
