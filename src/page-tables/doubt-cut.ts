import type { Flag, Word } from "../document.ts";
import { looksNumeric } from "../rules/number.ts";
import type { Region } from "./region.ts";

/** Doubts what has a word that the edge of its cell or of the paper cuts: the rest of it is not seen. */
export function doubtCut(words: readonly Word[]): Flag[] {
  const cut = words.filter(({ isCut }) => isCut);
  if (cut.length === 0) return [];
  const code = cut.some(({ text }) => looksNumeric(text)) ? "number-cut" : "text-cut";
  const message = `The edge of what is seen cuts "${cut.map(({ text }) => text).join(" ")}"`;
  return [{ code, severity: "error", cells: [], message }];
}

/** Doubts a table whose header is cut, as at the edge of the paper: it says nothing of the columns that are not seen. */
export function doubtCutHeader({ page, rows, box: [, top, , bottom] }: Region): Flag[] {
  const end = rows[0]?.top ?? bottom;
  return doubtCut(page.words.filter(({ box }) => box[1] + box[3] > 2 * top && box[1] + box[3] < 2 * end));
}
