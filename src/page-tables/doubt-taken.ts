import type { Word } from "../document.ts";
import { isValue } from "./place-columns.ts";
import type { Region, RegionRow } from "./region.ts";
import { partTexts, textLines } from "./text-lines.ts";

/** A column of texts holds one of numbers where at least this share of its texts, and so many, end with a number apart. */
const MIN_SHARE = 0.5;
const MIN_ROWS = 2;

/**
 * Doubts the rows of a table without lines of which a column of texts prints numbers apart from these: they are those of
 * a column beside it whose header was not read.
 */
export function doubtTaken(region: Region): Region {
  const { columns, rows } = region;
  const isTaken = columns.some(({ kind }, i) => {
    if (kind !== "label") return false;
    const printed = rows.filter(
      ({ cells, isBand }) => !isBand && cells[i]!.words.length > 0 && cells[i]!.box === null,
    );
    const taken = printed.filter(({ cells }) => endsWithNumber(cells[i]!.words)).length;
    return taken >= MIN_ROWS && taken >= MIN_SHARE * printed.length;
  });
  if (!isTaken) return region;
  return { ...region, rows: rows.map((row): RegionRow => ({ ...row, isDoubted: true })) };
}

function endsWithNumber(words: readonly Word[]): boolean {
  if (words.length < 2 || !words.some(({ text }) => isValue(text))) return false;
  return textLines(words).some((line) => {
    const texts = partTexts(line.words);
    return texts.length > 1 && texts.at(-1)!.every(({ text }) => isValue(text));
  });
}
