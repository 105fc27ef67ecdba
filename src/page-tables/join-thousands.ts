import type { Word } from "../document.ts";
import { ONE_TEXT } from "./text-lines.ts";

/** How a number begins that goes on after a space, and how its groups of three digits do. */
const FIRST = /^[(−-]?[0-9]{1,3}$/;
const GROUP = /^[0-9]{3}$/;
const LAST = /^[0-9]{3}(?:[.,][0-9]+)?\)?$/;

/** Spaces of one row are as wide as its narrowest, times this: what stands further apart are numbers of two columns. */
const AS_WIDE = 1.2;
/** A narrower gap, in heights of the font, is none of a space. */
const LEAST = 0.1;
/** What programs round, in points. */
const ROUNDED = 0.25;

/** Joins words that are one number if a space parts thousands: each number as the words that it is printed as. */
export function joinThousands(values: readonly Word[]): Word[][] {
  const gapOver = (last: Word | undefined, word: Word, isFirst: boolean): number | null => {
    if (last === undefined || !(isFirst ? FIRST : GROUP).test(last.text) || !LAST.test(word.text))
      return null;
    const gap = word.box[0] - last.box[2];
    return gap >= LEAST * word.size && gap < ONE_TEXT * word.size ? gap : null;
  };
  const gaps = values.flatMap((word, i) => gapOver(values[i - 1], word, true) ?? []);
  const space = gaps.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = Math.max(space * AS_WIDE, space + ROUNDED);
  const numbers: Word[][] = [];
  for (const word of values) {
    const number = numbers.at(-1);
    const gap = gapOver(number?.at(-1), word, number?.length === 1);
    if (gap !== null && gap <= most) number!.push(word);
    else numbers.push([word]);
  }
  return numbers;
}

/**
 * Whether a space parts thousands in a table, since a row cannot print more numbers than the table has columns: told by
 * how many rows come to as many, and how many to more; and where rows leave that open, as those with blanks do, by how
 * many stretches of the paper all of them print on.
 *
 * @param rows what each row prints in its number columns
 */
export function areThousandsParted(rows: readonly (readonly Word[])[], columns: number): boolean {
  if (!rows.some((row) => joinThousands(row).length < row.length)) return false;
  const match = (counts: readonly number[]) =>
    counts.filter((count) => count === columns).length - counts.filter((count) => count > columns).length;
  const joined = rows.map(joinThousands);
  const more = match(joined.map(({ length }) => length)) - match(rows.map(({ length }) => length));
  if (more !== 0) return more > 0;
  const apart = rows.flatMap((row) => row.map((word) => [word]));
  return countStretches(apart) > columns && countStretches(joined.flat()) <= columns;
}

/** How many stretches from left to right numbers take up, each with a gap to the next that none of them crosses. */
function countStretches(numbers: readonly (readonly Word[])[]): number {
  const sorted = numbers
    .map((words) => [words[0]!.box[0], words.at(-1)!.box[2]] as const)
    .sort(([a], [b]) => a - b);
  let count = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const [from, to] of sorted) {
    if (from > end) count++;
    end = Math.max(end, to);
  }
  return count;
}
