import type { Word } from "../document.ts";
import { ONE_TEXT } from "./text-lines.ts";

/** How a number begins that goes on after a space, and how its groups of three digits do. */
const FIRST = /^[(−-]?[0-9]{1,3}$/;
const GROUP = /^[0-9]{3}$/;
const LAST = /^[0-9]{3}(?:[.,][0-9]+)?\)?$/;

/** Joins words that are one number if a space parts thousands: each number as the words that it is printed as. */
export function joinThousands(values: readonly Word[]): Word[][] {
  const numbers: Word[][] = [];
  for (const word of values) {
    const number = numbers.at(-1);
    const last = number?.at(-1);
    const isOpen = last !== undefined && (number!.length === 1 ? FIRST : GROUP).test(last.text);
    const isNear = last !== undefined && word.box[0] - last.box[2] < ONE_TEXT * word.size;
    if (isOpen && isNear && LAST.test(word.text)) number!.push(word);
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
