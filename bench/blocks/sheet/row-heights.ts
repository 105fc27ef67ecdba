import type { BlockLook } from "../look.ts";
import { placeCells, type Sheet } from "./sheet.ts";

/** Capitals are no wider on the mean, in heights of the font; and a line of text is so high. */
const LETTER = 0.68;
const LINE = 1.25;
/** Above and under the text of a cell, in points. */
const PADDING = 3;

/** The heights of rows in points, so that every text has room: spreadsheets do not see to that in merged cells. */
export function rowHeights(sheet: Sheet, { fontSize, paper, margin }: BlockLook): number[] {
  const all = sheet.columns.reduce((sum, width) => sum + width, 0);
  const point = (paper[0] - 2 * margin) / all;
  const heights = sheet.rows.map(() => fontSize * LINE + PADDING);
  for (const [i, { placed }] of placeCells(sheet).entries()) {
    for (const { cell, column } of placed) {
      const width =
        sheet.columns.slice(column, column + cell.across).reduce((sum, one) => sum + one, 0) * point;
      const letters = Math.max(1, Math.floor((width - PADDING) / (LETTER * fontSize)));
      const lines = cell.texts.reduce((sum, text) => sum + linesOf(text, letters), 0);
      const height = lines * fontSize * LINE + PADDING;
      const own = heights.slice(i, i + cell.down).reduce((sum, one) => sum + one, 0);
      for (let k = i; k < i + cell.down; k++) heights[k]! += Math.max(0, height - own) / cell.down;
    }
  }
  return heights;
}

function linesOf(text: string, letters: number): number {
  let [lines, used] = [1, 0];
  for (const word of text.split(" ")) {
    if (used > 0 && used + 1 + word.length > letters) {
      lines++;
      used = 0;
    }
    lines += Math.floor(word.length / (letters + 1));
    used += word.length + (used > 0 ? 1 : 0);
  }
  return lines;
}
