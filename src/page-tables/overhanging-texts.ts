import type { Word } from "../document.ts";
import { isValue } from "./place-columns.ts";
import type { PlacedColumn, RegionCell } from "./region.ts";
import { partTexts, textLines } from "./text-lines.ts";

/**
 * The words of texts that begin before a table and go on in its first column, such as a total's name that is wider.
 *
 * @param edges the edges of the table's columns
 */
export function textsBefore(
  [edge = 0, end = 0]: readonly number[],
  words: readonly Word[],
): ReadonlySet<Word> {
  const isBefore = ({ box }: Word) => box[0] + box[2] < 2 * edge;
  if (!words.some(isBefore)) return new Set();
  const texts = textLines(words.filter(({ box }) => box[0] < end)).flatMap((line) => partTexts(line.words));
  return new Set(texts.flatMap((text) => (isBefore(text.at(-1)!) ? [] : text.filter(isBefore))));
}

/** Gives the words before a number in its cell back to the text beside it, whose end they are. */
export function giveBackTexts(
  cells: readonly RegionCell[],
  columns: readonly PlacedColumn[],
): readonly RegionCell[] {
  const settled = [...cells];
  for (const [i, { words }] of cells.entries()) {
    if (words.length < 2 || columns[i]!.kind !== "cell") continue;
    const from = settled.findLastIndex((cell, k) => k < i && cell.words.length > 0);
    if (from === -1) continue;
    const texts = textLines([...settled[from]!.words, ...words]).flatMap((line) => partTexts(line.words));
    const torn = texts.find((text) => text.some((word) => words.includes(word)) && !words.includes(text[0]!));
    const end = words.filter((word) => torn?.includes(word) === true);
    if (end.length === 0 || end.some(({ text }) => isValue(text))) continue;
    if (!words.some((word) => !end.includes(word) && isValue(word.text))) continue;
    settled[from] = { ...settled[from]!, words: [...settled[from]!.words, ...end] };
    settled[i] = { ...settled[i]!, words: words.filter((word) => !end.includes(word)) };
  }
  return settled;
}
