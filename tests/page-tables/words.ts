import type { Page, Word } from "../../src/document.ts";
import type { PlacedColumn, RegionCell, RegionRow } from "../../src/page-tables/region.ts";

/** A word in a font of 10 points, 5 points to a letter, its baseline at `y`. */
export function wordAt(text: string, x: number, y: number, style = "#000000 f1"): Word {
  return { text, box: [x, y - 7.5, x + 5 * text.length, y + 2], size: 10, angle: 0, style };
}

/** Words one space apart. */
export function wordsAt(text: string, x: number, y: number): Word[] {
  let at = x;
  return text.split(" ").map((part) => {
    const word = wordAt(part, at, y);
    at = word.box[2] + 2.5;
    return word;
  });
}

/** A page of 600 by 800 points. */
export function pageOf(part: Partial<Page>): Page {
  return {
    number: 1,
    width: 600,
    height: 800,
    words: [],
    horizontal: [],
    vertical: [],
    fills: [],
    turns: 0,
    ...part,
  };
}

/** A cell with a text; an empty one is blank. */
export function cellOf(text: string, y = 100): RegionCell {
  return { words: text === "" ? [] : wordsAt(text, 50, y), box: null };
}

/** A row of cells, 12 points high. */
export function rowOf(texts: readonly string[], y = 100, isBand = false): RegionRow {
  return { cells: texts.map((text) => cellOf(text, y)), at: y, top: y - 9, bottom: y + 3, isBand };
}

/** Columns of a hundred points beside each other: the target's holds numbers, the others texts. */
export function columnsOf(...names: string[]): PlacedColumn[] {
  return names.map((name, i) => ({
    kind: name === "target" ? "cell" : "label",
    name,
    text: "",
    left: 100 * i,
    right: 100 * (i + 1),
  }));
}
