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

/** A line or a shade that ends further over the edge of the paper than this, in points, is drawn for what nobody sees. */
const OVER = 1;
/** Fewer lines that run off the paper may belong to something else. */
const MIN_LINES = 2;

/**
 * Doubts a table that goes on off the paper: its header is cut there, or its lines or shades, such as those under rows, run
 * over one edge. Nothing says what stands in the columns that are not seen.
 */
export function doubtCutTable({ page, rows, box: [, top, , bottom] }: Region): Flag[] {
  const first = rows[0]?.top ?? bottom;
  const end = rows.at(-1)?.bottom ?? bottom;
  const spans = [
    ...page.horizontal,
    ...page.fills.map(([from, upper, to, lower]) => ({ at: (upper + lower) / 2, from, to })),
  ];
  const isSeen = (x: number) => x >= -OVER && x <= page.width + OVER;
  const over = spans.filter(({ at, from, to }) => at >= top && at <= end && isSeen(from) !== isSeen(to));
  if (new Set(over.map(({ at }) => Math.round(at))).size >= MIN_LINES) return [RUNS_OFF];
  return doubtCut(page.words.filter(({ box }) => box[1] + box[3] > 2 * top && box[1] + box[3] < 2 * first));
}

const RUNS_OFF: Flag = {
  code: "columns-missing",
  severity: "error",
  cells: [],
  message: "The lines of the table run off the paper: columns that are not seen may be there",
};
