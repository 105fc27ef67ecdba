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

/** Numbers of fewer rows may be cut by something else. */
const MIN_ROWS = 2;

/**
 * Doubts a table that goes on off the paper: its header is cut there, or the last numbers of its rows, or its lines or shades,
 * such as those under rows, run over one edge. Nothing says what stands in the columns that are not seen.
 */
export function doubtCutTable({ page, columns, rows, box: [, top, , bottom] }: Region): Flag[] {
  const first = rows[0]?.top ?? bottom;
  const foot = rows.at(-1)?.bottom ?? bottom;
  const spans = [
    ...page.horizontal,
    ...page.fills.map(([from, upper, to, lower]) => ({ at: (upper + lower) / 2, from, to })),
  ];
  const isSeen = (x: number) => x >= -OVER && x <= page.width + OVER;
  const over = spans.filter(({ at, from, to }) => at >= top && at <= foot && isSeen(from) !== isSeen(to));
  if (new Set(over.map(({ at }) => Math.round(at))).size >= MIN_LINES) return [RUNS_OFF];
  const last = rows.map(({ cells }) => lastOf(cells.flatMap(({ words }) => words)));
  const end = last.reduce((most, word) => Math.max(most, word?.box[2] ?? 0), 0);
  const cutAtEnd = last.filter(
    (word) => word?.isCut && looksNumeric(word.text) && word.box[2] > end - NEAR * word.size,
  );
  if (cutAtEnd.length >= MIN_ROWS) return [RUNS_OFF];
  const isHeader = ({ box }: Word) => box[1] + box[3] > 2 * top && box[1] + box[3] < 2 * first;
  // Between others, a column whose name was read all the same is the one that it says.
  const isNamed = ({ box }: Word) =>
    columns
      .slice(1, -1)
      .some(({ kind, left, right }) => kind !== "unknown" && left <= box[0] && box[2] <= right);
  return doubtCut(page.words.filter((word) => isHeader(word) && !isNamed(word)));
}

/** What the edge cuts ends this near to where the table does, in heights of the font. */
const NEAR = 2;

function lastOf(words: readonly Word[]): Word | undefined {
  return words.reduce<Word | undefined>(
    (a, b) => (a !== undefined && a.box[2] >= b.box[2] ? a : b),
    undefined,
  );
}

const RUNS_OFF: Flag = {
  code: "columns-missing",
  severity: "error",
  cells: [],
  message: "The table runs off the paper: columns that are not seen may be there",
};
