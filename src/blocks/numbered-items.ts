import type { Word } from "../document.ts";
import { cellText } from "../page-tables/cell-text.ts";
import { textLines } from "../page-tables/text-lines.ts";

/** A text, and whether it is sure in which order it is read. */
export interface LabelText {
  readonly text: string;
  readonly isSure: boolean;
}

/** Numbers of items begin as near to each other, in heights of the font. */
const ALIGNED = 0.5;
/** What is printed where the number of an item stands. */
const NUMBER = /^[0-9]{1,2}$/;

/** The numbers at the left of a text's items: under each other, all before the texts. Empty where it has none. */
export function itemNumbers(words: readonly Word[]): Word[] {
  const left = Math.min(...words.map(({ box }) => (box[0] + box[2]) / 2));
  const numbers = words
    .filter(({ text, box, size }) => NUMBER.test(text) && (box[0] + box[2]) / 2 - left <= ALIGNED * size)
    .sort((a, b) => a.box[3] - b.box[3]);
  const right = Math.max(...numbers.map(({ box }) => box[2]));
  const isApart = words.every((word) => numbers.includes(word) || word.box[0] > right);
  return numbers.length > 1 && isApart ? numbers : [];
}

/** Whether numbers count up one by one: where they do not, some are of another activity's text. */
function countUp(numbers: readonly Word[]): boolean {
  return numbers.every(({ text }, i) => Number(text) === Number(numbers[0]!.text) + i);
}

/**
 * A text of numbered items, each with its number before it. A number stands beside the first line of its item, the
 * middle of its lines or the last one: which of these is told by what fits the places of all lines best.
 */
export function readItems(words: readonly Word[], numbers: readonly Word[]): LabelText {
  if (!countUp(numbers)) return { text: cellText(words), isSure: false };
  const lines = textLines(words.filter((word) => !numbers.includes(word)));
  const places = textLines(numbers).map(({ y }) => y);
  const parted = [atMiddles(lines, places), atFirsts(lines, places), atLasts(lines, places)];
  const { starts, cost } = parted.reduce((a, b) => (b.cost < a.cost ? b : a));
  const others = parted.filter((one) => one.starts.join() !== starts.join());
  const text = numbers
    .flatMap((number, k) => [
      number.text,
      cellText(lines.slice(starts[k], starts[k + 1]).flatMap((line) => line.words)),
    ])
    .filter((part) => part !== "")
    .join(" ");
  return { text, isSure: others.every((one) => one.cost - cost > CLEARLY) };
}

/** Where the lines of each item begin among all lines, and how far from the numbers that puts them, in points. */
interface Parted {
  readonly starts: readonly number[];
  readonly cost: number;
}

type Lines = readonly { readonly y: number }[];

/** Another way to part the lines must fit so much worse, in points. */
const CLEARLY = 1.5;
/** What an item without a line costs, in points: all lines around one number may fit as well as some at each. */
const EMPTY = 1.6;
/** A line that stands so much over its number, in points, stands beside it. */
const BESIDE = 1;

/** Each item from the line beside its number to the next number. */
function atFirsts(lines: Lines, places: readonly number[]): Parted {
  const starts = places.map((place, k) => (k === 0 ? 0 : lines.filter(({ y }) => y < place - BESIDE).length));
  return parted(lines, places, [...starts, lines.length], (first) => first);
}

/** Each item from after the number before it to the line beside its own. */
function atLasts(lines: Lines, places: readonly number[]): Parted {
  const ends = places.map((place, k) =>
    k === places.length - 1 ? lines.length : lines.filter(({ y }) => y <= place + BESIDE).length,
  );
  return parted(lines, places, [0, ...ends], (_, last) => last);
}

function parted(
  lines: Lines,
  places: readonly number[],
  starts: readonly number[],
  side: (first: number, last: number) => number,
): Parted {
  const shifts = places.map((place, k) => {
    const own = lines.slice(starts[k], starts[k + 1]);
    return own.length === 0 ? EMPTY : Math.abs(side(own[0]!.y, own.at(-1)!.y) - place);
  });
  return { starts, cost: shifts.reduce((sum, shift) => sum + shift, 0) };
}

/** Each item around its number, some without a line: at the least distance together. */
function atMiddles(lines: Lines, places: readonly number[]): Parted {
  const n = lines.length;
  let cost = Array.from({ length: n + 1 }, (_, end) => (end === 0 ? 0 : Number.POSITIVE_INFINITY));
  const from: number[][] = [];
  for (const place of places) {
    const next = new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY);
    const begin = new Array<number>(n + 1).fill(0);
    for (let end = 0; end <= n; end++) {
      for (let start = 0; start <= end; start++) {
        const shift = start === end ? EMPTY : Math.abs((lines[start]!.y + lines[end - 1]!.y) / 2 - place);
        if (cost[start]! + shift >= next[end]!) continue;
        next[end] = cost[start]! + shift;
        begin[end] = start;
      }
    }
    from.push(begin);
    cost = next;
  }
  const starts = [n];
  for (let k = places.length - 1; k >= 0; k--) starts.unshift(from[k]![starts[0]!]!);
  return { cost: cost[n]!, starts };
}
