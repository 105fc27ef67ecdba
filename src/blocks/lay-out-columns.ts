import type { BlockFamily } from "../block-family.ts";
import type { Page, Word } from "../document.ts";
import { type ColumnLayout, isValue, placeColumns } from "../page-tables/place-columns.ts";
import type { PlacedColumn } from "../page-tables/region.ts";
import { center } from "../page-tables/span.ts";
import type { TextLine } from "../page-tables/text-lines.ts";
import { looksNumeric } from "../rules/number.ts";
import { middle } from "./assign-groups.ts";
import { type BlockHeader, ONCE } from "./find-block-headers.ts";
import { afterNumbers, firstOfItems, ITEM } from "./item-marks.ts";
import { createPrintTest } from "./letters.ts";

/** Two edges nearer than this, in points, are the two sides of one. */
const ONE_EDGE = 4;

/**
 * Where the columns under a header stand: between the lines and the shades that part its cells, where all of them are
 * parted; else as the header and what stands under it show.
 *
 * @param body the lines under all headers like this one
 */
export function layOutColumns(
  { columns }: BlockHeader,
  edges: readonly number[],
  body: readonly TextLine[],
  family: BlockFamily,
): ColumnLayout {
  const exact = cutAtEdges(columns, edges);
  const layout =
    exact === null
      ? place(columns, withoutItems(columns, body))
      : { columns: exact, places: null, starts: null };
  return { ...layout, columns: startAtItems(partAtCodes(layout.columns, body, family), body) };
}

const isOnce = ({ name }: PlacedColumn) => name.startsWith(ONCE);

/**
 * Columns without lines. Where numbers are printed once for all lines of an activity, they stand on a line of their own, or
 * on that of the first, among its numbers.
 */
function place(columns: readonly PlacedColumn[], body: readonly TextLine[]): ColumnLayout {
  const at = columns.findIndex(isOnce);
  if (at === -1) return placeColumns(columns, body);
  const layout = placeColumns(columns, body);
  const lone = loneNumbers(layout.columns, at, body);
  return lone === null ? placeAmong(columns, body) : { ...layout, columns: hold(layout.columns, at, lone) };
}

/** The numbers of a column on lines without others; null where they stand among others. */
function loneNumbers(
  columns: readonly PlacedColumn[],
  at: number,
  body: readonly TextLine[],
): readonly Word[] | null {
  const [before, after] = [columns[at - 1], columns[at + 1]];
  if (before === undefined || after === undefined) return [];
  const first = columns.find(({ kind }) => kind === "cell")!.left;
  const values = body.map(({ words }) => words.filter(({ text, box }) => box[0] > first && isValue(text)));
  const isBetween = (word: Word) => middle(word) > center(before) && middle(word) < center(after);
  const lone = values.flatMap((words) => (words.length === 1 && isBetween(words[0]!) ? words : []));
  const lines = values.filter(({ length }) => length > 1).length;
  return lone.length * MIN_LONE < lines ? null : lone;
}

/** An activity has two lines, most of which print more than one number, and not each activity has such a number. */
const MIN_LONE = 5;

/** A column that reaches as far as its numbers: they may be printed at one edge of it, and its head in the middle. */
function hold(columns: readonly PlacedColumn[], at: number, numbers: readonly Word[]): PlacedColumn[] {
  const left = Math.min(columns[at]!.left, ...numbers.map(({ box }) => box[0]));
  const right = Math.max(columns[at]!.right, ...numbers.map(({ box }) => box[2]));
  return columns.map((column, i) => {
    if (i === at) return { ...column, left, right };
    if (i === at - 1) return { ...column, right: Math.min(column.right, left) };
    return i === at + 1 ? { ...column, left: Math.max(column.left, right) } : column;
  });
}

/** Columns of which some print their numbers once, among those of the others. */
function placeAmong(columns: readonly PlacedColumn[], body: readonly TextLine[]): ColumnLayout {
  const layout = placeColumns(
    columns.map((column) => (isOnce(column) ? { ...column, kind: "cell" } : column)),
    body,
  );
  const numbers = layout.columns.filter(({ kind }) => kind === "cell");
  const kept = [...numbers.keys()].filter((i) => !isOnce(numbers[i]!));
  return {
    ...layout,
    columns: layout.columns.map((column) => (isOnce(column) ? { ...column, kind: "label" } : column)),
    places: layout.places && { ...layout.places, places: kept.map((i) => layout.places!.places[i]!) },
    unsure: new Set(kept.flatMap((i, k) => (layout.unsure?.has(i) === true ? [k] : []))),
  };
}

/** In heights of the font, the numbers of items stand as near to each other. */
const IN_COLUMN = 0.5;
/** And so many of them show a column; fewer where they stand beside the numbers of the column before. */
const MIN_ITEMS = 4;
const MIN_BESIDE = 2;
/** As a share of the items, so many other numbers may stand among them. */
const FEW_OTHERS = 0.1;

/** A column of texts after one of numbers begins where the numbers of its items do, 1, 2, 3 or 4, 5, 6 over and over. */
function startAtItems(columns: readonly PlacedColumn[], body: readonly TextLine[]): PlacedColumn[] {
  const at = afterNumbers(columns);
  const items = findItems(columns, body);
  if (items.length === 0) return [...columns];
  const start = Math.min(...items.map(({ box }) => box[0])) - items[0]!.size / 4;
  const before = columns[at - 1]!;
  const isOther = (word: Word) =>
    looksNumeric(word.text) && !ITEM.test(word.text) && middle(word) < before.right && word.box[2] > start;
  const others = body.reduce((count, { words }) => count + words.filter(isOther).length, 0);
  // Other numbers that stand there are the column's own: so are those that happen to count up. A few may be of a stamp.
  if (others > items.length * FEW_OTHERS) return [...columns];
  return columns.map((one, i) => {
    if (i === at) return { ...one, left: Math.min(one.left, start) };
    return i === at - 1 ? { ...one, right: Math.min(one.right, start) } : one;
  });
}

/** The numbers of the items of a column of texts after one of numbers: they stand under each other. */
function findItems(columns: readonly PlacedColumn[], body: readonly TextLine[]): readonly Word[] {
  const at = afterNumbers(columns);
  const [before, column] = [columns[at - 1], columns[at]];
  if (before === undefined || column === undefined) return [];
  const isDigit = (word: Word) =>
    ITEM.test(word.text) && middle(word) > before.left && word.box[0] < column.left + 4 * word.size;
  const digits = body.flatMap(({ words }) => words.filter(isDigit));
  const beside = new Set(
    body.flatMap(({ words }) => {
      const [value, ...rest] = words.filter((word) => looksNumeric(word.text) && middle(word) > before.left);
      return value !== undefined && middle(value) < before.right ? rest.filter(isDigit) : [];
    }),
  );
  const runs = digits
    .map((first) => digits.filter((word) => Math.abs(middle(word) - middle(first)) <= IN_COLUMN * first.size))
    .filter(
      (run) =>
        run.length >= (run.some((word) => beside.has(word)) ? MIN_BESIDE : MIN_ITEMS) && isCounted(run),
    );
  return runs.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** Lines without the numbers of items: these stand in no column of numbers, near as they may be to the last. */
function withoutItems(columns: readonly PlacedColumn[], body: readonly TextLine[]): readonly TextLine[] {
  const items = new Set(findItems(columns, body));
  if (items.size === 0) return body;
  return body.flatMap((line) => {
    const words = line.words.filter((word) => !items.has(word));
    return words.length === 0 ? [] : [{ ...line, words }];
  });
}

/** Whether numbers count up as items do, over and over. */
function isCounted(words: readonly Word[]): boolean {
  const numbers = words.map(({ text }) => Number(text));
  const first = firstOfItems(numbers);
  const steps = numbers.filter((number, i) => i > 0 && number !== first && number !== numbers[i - 1]! + 1);
  return first !== null && steps.length <= words.length * FEW_OTHERS;
}

/**
 * A column whose texts begin with their code begins where the codes do, whatever its head stands over; one of codes alone
 * ends where they do.
 */
function partAtCodes(
  columns: readonly PlacedColumn[],
  body: readonly TextLine[],
  { labels, code }: BlockFamily,
): PlacedColumn[] {
  const label = labels.find(({ key, codeKey }) => codeKey === code.key || key === code.key);
  const at = columns.findIndex(({ name }) => name === label?.key);
  const isCode = createPrintTest(code.prints);
  const codes = body
    .flatMap(({ words }) => words.filter(({ text }) => isCode(text.replace(/(?<![-:])[-:]+$/, "")) !== null))
    .sort((a, b) => a.box[0] - b.box[0]);
  const usual = codes[codes.length >> 1];
  if (at === -1 || usual === undefined) return [...columns];
  if (label?.codeKey === undefined) {
    const end = Math.max(...codes.map(({ box }) => box[2])) + usual.size / 4;
    return columns.map((column, i) => {
      if (i === at) return { ...column, right: Math.min(column.right, end) };
      return i === at + 1
        ? { ...column, left: Math.min(column.left, Math.max(end, columns[at]!.left)) }
        : column;
    });
  }
  const start = usual.box[0] - usual.size / 4;
  return columns.map((column, i) => {
    if (i === at) return at === 0 ? column : { ...column, left: start };
    return i < at && column.right > start ? { ...column, right: start } : column;
  });
}

function cutAtEdges(columns: readonly PlacedColumn[], edges: readonly number[]): PlacedColumn[] | null {
  const cuts: number[] = [];
  for (const [i, column] of columns.slice(1).entries()) {
    const between = edges.filter((x) => x > columns[i]!.right - 1 && x < column.left + 1);
    if (between.length === 0) return null;
    // Further edges part a column of texts within: its items may be numbered.
    const first = Math.min(...between);
    cuts.push((first + Math.max(...between.filter((x) => x - first <= ONE_EDGE))) / 2);
  }
  const start = Math.max(...edges.filter((x) => x < columns[0]!.left + 1));
  return columns.map((column, i) => ({
    ...column,
    left: cuts[i - 1] ?? start,
    right: cuts[i] ?? Number.POSITIVE_INFINITY,
  }));
}

/** Nearer than this to the edge of the paper, in points, a shade ends there and no cell does. */
const PAPER_EDGE = 1;

/** Where lines and shades part the cells of a header, from the left of the page. */
export function edgesOf({ box: [, top, , bottom] }: BlockHeader, page: Page): number[] {
  const overlap = (from: number, to: number) => Math.min(to, bottom) - Math.max(from, top);
  const ruled = page.vertical.filter(({ from, to }) => overlap(from, to) > 0).map(({ at }) => at);
  const shaded = page.fills
    .filter(([, from, , to]) => overlap(from, to) > 0)
    .flatMap(([left, , right]) => [left, right]);
  return [...ruled, ...shaded].filter((x) => x > PAPER_EDGE && x < page.width - PAPER_EDGE);
}
