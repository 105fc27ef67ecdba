import type { Page, Word } from "../document.ts";
import { cellText } from "../page-tables/cell-text.ts";
import { type TextLine, textLines } from "../page-tables/text-lines.ts";
import { joinLines } from "../text/join-lines.ts";

/** A text, and whether it is sure in which order it is read. */
export interface LabelText {
  readonly text: string;
  readonly isSure: boolean;
}

/** A line of a text, and the page it is printed on. */
interface PageLine extends TextLine {
  readonly page: Page;
}

/** A text of numbered items: the numbers at its left, and the lines beside them, from top to bottom over all its pages. */
export interface Items {
  readonly numbers: readonly PageLine[];
  readonly lines: readonly PageLine[];
}

/** The line of an item that its number stands beside. */
export type Side = "first" | "middle" | "last";
const SIDES: readonly Side[] = ["first", "middle", "last"];

/** Numbers of items begin as near to each other, in heights of the font. */
const ALIGNED = 0.5;
/** What is printed where the number of an item stands. */
const NUMBER = /^[0-9]{1,2}$/;
/** A text with more items or lines is none of numbered items: what it costs to part grows with their product. */
const MAX_ITEMS = 24;
const MAX_LINES = 200;

/** Parts the words of a text, page by page, into the numbers of its items and the lines beside them; null where it has none. */
export function findItems(
  parts: readonly { readonly page: Page; readonly words: readonly Word[] }[],
): Items | null {
  const words = parts.flatMap((part) => part.words);
  const left = words.reduce(
    (least, { box }) => Math.min(least, (box[0] + box[2]) / 2),
    Number.POSITIVE_INFINITY,
  );
  const numbers = new Set(
    words.filter(
      ({ text, box, size }) => NUMBER.test(text) && (box[0] + box[2]) / 2 - left <= ALIGNED * size,
    ),
  );
  const right = Math.max(...[...numbers].map(({ box }) => box[2]));
  const isApart = words.every((word) => numbers.has(word) || word.box[0] > right);
  if (numbers.size < 2 || numbers.size > MAX_ITEMS || !isApart) return null;
  const linesOf = (isNumber: boolean) =>
    parts.flatMap(({ page, words: own }) =>
      textLines(own.filter((word) => numbers.has(word) === isNumber)).map((line) => ({ ...line, page })),
    );
  const items = { numbers: linesOf(true), lines: linesOf(false) };
  return items.lines.length > MAX_LINES ? null : items;
}

/** Whether numbers count up one by one: where they do not, some are of another activity's text. */
function countUp({ numbers }: Items): boolean {
  const [first] = numbers;
  return numbers.every(
    ({ words }, i) => words.length === 1 && numberIn(words) === numberIn(first!.words) + i,
  );
}

function numberIn([word]: readonly Word[]): number {
  return Number(word!.text);
}

/** A side must fit the items of a document so much better than the others, in heights of the font. */
const SIDE_CLEARLY = 0.5;
/** One text cannot speak for a side by more, in heights of the font. */
const MOST = 4;

/** The side that fits most texts of a document, whose cells are all set alike; null where none fits clearly best. */
export function chooseSide(all: readonly Items[]): Side | null {
  const costs = SIDES.map((side) => ({ side, cost: 0 }));
  for (const items of all.filter(countUp))
    for (const one of costs) one.cost += Math.min(MOST, part(items, one.side).cost);
  const [best, second] = costs.sort((a, b) => a.cost - b.cost);
  return second!.cost - best!.cost > SIDE_CLEARLY ? best!.side : null;
}

/** The lines of an item may stand so far from its number, in heights of the font: cells are set to whole dots. */
const MOST_SHIFT = 0.4;
/** Another way to part the lines must fit so much worse, in heights of the font. */
const CLEARLY = 0.3;

/**
 * A text of numbered items, each with its number before it.
 *
 * @param side the line of an item that its number stands beside; null where the document does not tell: what fits the
 * places of all lines best is taken, and is sure where all ways that fit as well agree
 */
export function readItems(items: Items, side: Side | null): LabelText {
  const { numbers, lines } = items;
  const all = [...numbers, ...lines].flatMap(({ words }) => words);
  if (!countUp(items)) return { text: cellText(all), isSure: false };
  const ways = (side === null ? SIDES : [side])
    .map((one) => part(items, one))
    .sort((a, b) => a.cost - b.cost);
  const [{ starts, cost, margin, worst }] = ways as [Way];
  const text = numbers
    .flatMap(({ words: [number] }, k) => [
      number!.text,
      lines
        .slice(starts[k], starts[k + 1])
        .map(({ words }) => cellText(words))
        .reduce(joinLines, ""),
    ])
    .filter((said) => said !== "")
    .join(" ");
  const rivals = ways.filter((way) => way.cost - cost <= CLEARLY);
  return {
    text,
    isSure:
      worst <= MOST_SHIFT && margin > CLEARLY && rivals.every((way) => way.starts.join() === starts.join()),
  };
}

/** Where the lines of each item begin among all lines; distances are in heights of the font. */
interface Way {
  readonly starts: readonly number[];
  /** How far the lines of all items stand from where they should. */
  readonly cost: number;
  /** How far, for the item that fits worst. */
  readonly worst: number;
  /** How much more the next best way costs. */
  readonly margin: number;
}

/** What an item without a line costs: all lines around one number may fit as well as some at each. */
const EMPTY = 0.32;
/** Lines of one text follow each other at no more than this, unless the text has none that do. */
const PITCH = 1.35;
/** An item that stands on two pages has no middle, and begins or ends on the page without its number. */
const PARTED = 3;

/** A way to part lines, as the last item's first line and the way to part those before. */
interface Step {
  readonly cost: number;
  readonly start: number;
  readonly before: Step | null;
}

/** Parts the lines of a text among its numbers: what costs least, and by how much. */
function part({ numbers, lines }: Items, side: Side): Way {
  const size = numbers[0]!.words[0]!.size;
  const apart = gapsBetween(lines, size);
  const shiftOf = (number: PageLine, start: number, end: number): number => {
    if (start === end) return EMPTY;
    const [first, last] = [lines[start]!, lines[end - 1]!];
    const at = { first: first.y, middle: (first.y + last.y) / 2, last: last.y }[side];
    const beside = { first: [first], middle: [first, last], last: [last] }[side];
    const isParted = beside.some(({ page }) => page !== number.page);
    const shift = isParted
      ? PARTED * size + distanceTo(number, lines.slice(start, end))
      : Math.abs(at - number.y);
    return shift / size + apart[end - 1]! - apart[start]!;
  };
  let ways: Step[][] = [[{ cost: 0, start: 0, before: null }], ...lines.map(() => [])];
  for (const number of numbers) {
    ways = ways.map((_, end) => {
      const own: Step[] = [];
      for (let start = 0; start <= end; start++) {
        const [best] = ways[start]!;
        if (best === undefined) continue;
        const shift = shiftOf(number, start, end);
        for (const before of ways[start]!) {
          const cost = before.cost + shift;
          if (cost < (own[1]?.cost ?? Number.POSITIVE_INFINITY)) {
            own.push({ cost, start, before });
            own.sort((a, b) => a.cost - b.cost);
            own.length = Math.min(own.length, 2);
          }
        }
      }
      return own;
    });
  }
  const [best, second] = ways[lines.length]! as [Step, Step?];
  const starts = [lines.length];
  for (let step: Step | null = best; step?.before != null; step = step.before) starts.unshift(step.start);
  return {
    starts,
    cost: best.cost,
    worst: Math.max(...numbers.map((number, k) => shiftOf(number, starts[k]!, starts[k + 1]!))),
    margin: (second?.cost ?? Number.POSITIVE_INFINITY) - best.cost,
  };
}

/** How far a number stands from the lines of its item on its page, in points. */
function distanceTo({ y, page }: PageLine, lines: readonly PageLine[]): number {
  return lines.reduce(
    (least, line) => (line.page === page ? Math.min(least, Math.abs(line.y - y)) : least),
    Number.MAX_SAFE_INTEGER,
  );
}

/** For each line, how much wider than those within a text the gaps up to it are together, in heights of the font. */
function gapsBetween(lines: readonly PageLine[], size: number): number[] {
  const gaps = lines.slice(1).map((line, i) => (line.page === lines[i]!.page ? line.y - lines[i]!.y : 0));
  const pitch = Math.min(PITCH * size, ...gaps.filter((gap) => gap > size / 2));
  let sum = 0;
  return [0, ...gaps.map((gap) => (sum += Math.max(0, gap - pitch) / size))];
}
