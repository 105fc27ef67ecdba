import type { Word } from "../document.ts";
import type { Region, RegionRow } from "./region.ts";

/** Words are painted over each other where they share this much of the narrower one, */
const SHARED_WIDTH = 0.5;
/** and this much of the lower one: lines that are set as close as may be share nothing. */
const SHARED_HEIGHT = 0.25;

/**
 * Doubts the texts of a row with words in one cell that are painted over each other, and of the row before it: a text that is higher
 * than its cell runs on over that of the next row, and which word is whose is not seen.
 */
export function doubtOverprinted(region: Region): Region {
  const { columns, rows } = region;
  const hits = rows.map(({ cells }) =>
    cells.some(({ words }, i) => columns[i]!.kind !== "cell" && isOverprinted(words)),
  );
  if (!hits.includes(true)) return region;
  const doubt = (row: RegionRow, i: number): RegionRow =>
    hits[i] === true || hits[i + 1] === true ? { ...row, isTextUnsure: true } : row;
  return { ...region, rows: rows.map(doubt) };
}

function isOverprinted(words: readonly Word[]): boolean {
  // From the top down, the words that may be over one follow it.
  const sorted = words.toSorted((a, b) => a.box[1] - b.box[1]);
  return sorted.some((word, i) => {
    for (let k = i + 1; k < sorted.length && sorted[k]!.box[1] < word.box[3]; k++)
      if (isOver(word, sorted[k]!)) return true;
    return false;
  });
}

function isOver({ box: a }: Word, { box: b }: Word): boolean {
  const shared = (start: number, end: number) =>
    (Math.min(a[end]!, b[end]!) - Math.max(a[start]!, b[start]!)) /
    Math.min(a[end]! - a[start]!, b[end]! - b[start]!);
  return shared(0, 2) > SHARED_WIDTH && shared(1, 3) > SHARED_HEIGHT;
}
