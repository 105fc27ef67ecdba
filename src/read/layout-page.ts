import type { Line, Piece, Token } from "../document.ts";
import type { Equation } from "../family.ts";
import { alignNumbers, type ColumnPlaces, type Extent, learnPlaces } from "../grid/align-numbers.ts";
import type { Column, Header } from "../grid/header.ts";
import { type Assigned, stackNumbers } from "../grid/stack-numbers.ts";
import { findTextBlocks } from "../grid/text-blocks.ts";
import { detectNumberFormat } from "../rules/detect-number-format.ts";
import { parseNumber } from "../rules/number.ts";
import { printedEquations } from "../rules/printed-equations.ts";
import { holds } from "../rules/residual.ts";
import { kindOf, tokenText } from "./field-kind.ts";
import { spansColumns } from "./layout-band.ts";
import { hasRowNumbers, type LayoutLine, partLine, wordsOf } from "./layout-line.ts";
import { findSlots, type LayoutSlots } from "./layout-slots.ts";

/** A page of spaced text: its lines parted by its own slots, and where its number columns stand. */
export interface LayoutPage {
  readonly lines: readonly LayoutLine[];
  readonly slots: LayoutSlots;
  /** Null where neither full rows nor a header on the page say where the columns stand. */
  readonly places: ColumnPlaces | null;
}

/** A line with as many numbers shows what the table's lines look like. */
const TABLE_NUMBERS = 3;

/** Where no greater share of the rows is full, these may be totals, whose wide numbers are pushed aside. */
const MAX_FULL = 0.34;

/** The texts of the first and last row may be wrapped over as many lines before and after them. */
const WRAPPED_LINES = 6;

/** Parts the lines of one page; every page has its own widths, since spaces are set to fit its widest words. */
export function readPage(
  lines: readonly Line[],
  columns: readonly Column[],
  header: Header | null,
  headerPage: number | null,
  equations: readonly Equation[] = [],
): LayoutPage {
  const table = tableLines(lines).filter((line) => !spansColumns(line, columns));
  const byHeader = beforeNumbers(findSlots(table, columns), table);
  const placed = byHeader.keys.some((key) => isAlwaysBlank(key, table, byHeader))
    ? overTexts(columns, table)
    : null;
  const slots = placed === null ? byHeader : beforeNumbers(findSlots(table, placed), table);
  const parted = lines.map((line) => partLine(line, slots.slots, slots.numberColumns.length));
  const rows = parted.filter(hasRowNumbers).map((line) => line.numbers);
  const { numberColumns } = slots;
  const full = learnPlaces(rows, numberColumns.length);
  const short = rows.filter((row) => row.length < numberColumns.length);
  if (full !== null && rows.length - short.length > MAX_FULL * rows.length)
    return { lines: parted, slots, places: full };
  const isHeaded = header !== null && headerPage === lines[0]?.page;
  const stacked =
    header === null
      ? null
      : stackNumbers(short, numberColumns, worthOf(countSums(short, numberColumns, equations)));
  const places = [stacked, full, isHeaded ? headerPlaces(numberColumns) : null].find(
    (found) => found !== null && addUp(short, found, numberColumns, equations),
  );
  return { lines: parted, slots, places: places ?? null };
}

/** Sums that do not hold speak against places as much as others for them. */
function worthOf(count: ReturnType<typeof countSums>): (assigned: Assigned) => number {
  return (assigned) => {
    const { hold, all } = count(assigned);
    return 2 * hold - all;
  };
}

/** Where heads or totals alone say where numbers stand, at least this share of the sums must hold. */
const MIN_SUMS = 0.7;

/** Heads may stand off their columns, the more the further to the right, and so may wide totals: then rows do not add up. */
function addUp(
  rows: readonly (readonly Piece[])[],
  places: ColumnPlaces,
  columns: readonly Column[],
  equations: readonly Equation[],
): boolean {
  const aligned = rows.map((row) => alignNumbers(row, places));
  if (aligned.some((found) => found === null)) return false;
  const { hold, all } = countSums(rows, columns, equations)(aligned as Assigned);
  return hold >= MIN_SUMS * all;
}

function isAlwaysBlank(key: string, lines: readonly Line[], { slots, numberColumns }: LayoutSlots): boolean {
  return lines.every((line) => partLine(line, slots, numberColumns.length).texts[key] === undefined);
}

/**
 * Narrow pages are printed with headers that stand beside their columns. Then the columns before the numbers are
 * put where the texts stand; null where these are not as many.
 */
function overTexts(columns: readonly Column[], lines: readonly Line[]): Column[] | null {
  const first = columns.findIndex((column) => column.kind === "cell");
  const starts = lines.map(numbersStart).filter((start) => start !== null);
  if (first < 1 || starts.length === 0) return null;
  const blocks = findTextBlocks(
    lines.map((line) => line.pieces),
    leastOf(starts),
    first,
  );
  return blocks === null
    ? null
    : columns.map((column, i) => (i < first ? { ...column, ...blocks[i] } : column));
}

/** The least of any count of numbers: a text without page breaks is one page, and `Math.min` takes some 100,000. */
function leastOf(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY);
}

/** Where the numbers at the end of a row begin; null where a line is none. */
function numbersStart(line: Line): number | null {
  const numbers = lastNumbers(line);
  return numbers.length < TABLE_NUMBERS ? null : numbers[0]!.start;
}

function lastNumbers(line: Line): readonly Piece[] {
  const words = line.pieces.flatMap(wordsOf);
  return words.slice(words.findLastIndex(({ text }) => kindOf(text) === "text") + 1);
}

/**
 * The rows show where the number area begins: its numbers may stand to the left of their header, and on a page without
 * a header of its own the last texts to the right of it.
 */
function beforeNumbers(found: LayoutSlots, lines: readonly Line[]): LayoutSlots {
  const count = found.numberColumns.length;
  const at = found.slots.findIndex(({ name }) => name === null) - 1;
  if (count < TABLE_NUMBERS || at < 0) return found;
  const rows = lines.map((line) => ({ line, numbers: lastNumbers(line) }));
  const starts = rows.flatMap(({ numbers }) => numbers.at(-count)?.start ?? []);
  const start = leastOf(starts);
  if (starts.length > 0 && found.slots[at]!.end > start) return endingAt(found, at, start);
  const table = rows.filter(({ numbers }) => numbers.length >= TABLE_NUMBERS);
  let [first, textEnd] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { line, numbers } of table) {
    first = Math.min(first, numbers[0]!.start);
    textEnd = Math.max(textEnd, endBefore(line, numbers[0]!.start));
  }
  return found.slots[at]!.end < textEnd && textEnd <= first ? endingAt(found, at, first) : found;
}

function endingAt(found: LayoutSlots, at: number, end: number): LayoutSlots {
  return { ...found, slots: found.slots.map((slot, i) => (i === at ? { ...slot, end } : slot)) };
}

/** Where the last word before a place ends. */
function endBefore(line: Line, place: number): number {
  return line.pieces.flatMap(wordsOf).findLast(({ end }) => end <= place)?.end ?? 0;
}

function headerPlaces(columns: readonly Extent[]): ColumnPlaces {
  return { places: columns.map(({ start, end }) => (start + end) / 2), edge: "center" };
}

/** The lines from the first with several numbers to the last: prose around a table hides its gutters. */
function tableLines(lines: readonly Line[]): readonly Line[] {
  const isRow = (line: Line) => {
    let numbers = 0;
    for (const piece of line.pieces) {
      for (const word of wordsOf(piece)) if (kindOf(word.text) === "number") numbers++;
    }
    return numbers >= TABLE_NUMBERS;
  };
  const flags = lines.map(isRow);
  const first = flags.indexOf(true);
  if (first === -1) return lines;
  return lines.slice(Math.max(0, first - WRAPPED_LINES), flags.lastIndexOf(true) + 1 + WRAPPED_LINES);
}

/** Makes a function that counts the sums that hold if numbers stand in given columns, of those that have any number. */
function countSums(
  rows: readonly (readonly Piece[])[],
  columns: readonly Column[],
  equations: readonly Equation[],
): (assigned: Assigned) => { readonly hold: number; readonly all: number } {
  const format = detectNumberFormat(rows.flatMap((row) => row.map(({ text }) => text)));
  const values = rows.map((row) => row.map(({ text }) => parseNumber(text, format) ?? null));
  const checked = printedEquations(
    equations,
    columns.map(({ name }) => name),
  );
  return (assigned) => {
    let [hold, all] = [0, 0];
    for (const [row, places] of assigned.entries()) {
      const cells = Object.fromEntries(
        places.map((column, i) => [columns[column]!.name, values[row]![i] ?? null]),
      );
      for (const equation of checked) {
        if (![equation.total, ...equation.terms].some((name) => cells[name])) continue;
        all++;
        if (holds(equation, cells)) hold++;
      }
    }
    return { hold, all };
  };
}

/** The tokens of a row, a blank for each column it leaves out; and whether the places could be told. */
export function placeNumbers(
  numbers: readonly Piece[],
  page: LayoutPage,
  line: Line,
): { tokens: Token[]; placed: boolean } {
  const count = page.slots.numberColumns.length;
  const printed = numbers.length > count ? joinThousands(numbers, count) : numbers;
  const texts = printed.map(({ text }) => tokenText(text));
  const make = (text: string): Token => ({ text, page: line.page, box: null });
  if (printed.length >= count) return { tokens: texts.map(make), placed: true };
  const places = page.places === null ? null : alignNumbers(printed, page.places);
  if (places === null) return { tokens: texts.map(make), placed: false };
  const tokens = Array.from({ length: count }, () => make(""));
  for (const [i, column] of places.entries()) tokens[column] = make(texts[i]!);
  return { tokens, placed: true };
}

/** Where a row has more numbers than columns, those one space apart may be one number with spaced thousands. */
function joinThousands(numbers: readonly Piece[], count: number): readonly Piece[] {
  const joined: Piece[] = [];
  for (const number of numbers) {
    const last = joined.at(-1);
    const isNext = last !== undefined && number.start - last.end === 1;
    if (isNext && /^[0-9]{1,3}( [0-9]{3})*$/.test(last.text) && /^[0-9]{3}(?![0-9])/.test(number.text)) {
      joined[joined.length - 1] = { text: `${last.text} ${number.text}`, start: last.start, end: number.end };
    } else joined.push(number);
  }
  return joined.length === count ? joined : numbers;
}
