import type { Box, Page, Word } from "../document.ts";
import type { Family } from "../family.ts";
import { createHeaderVocabulary } from "../grid/header-vocabulary.ts";
import { cellText } from "./cell-text.ts";
import { isValue } from "./place-columns.ts";
import type { PlacedColumn, Region, RegionCell } from "./region.ts";
import { partTexts, textLines } from "./text-lines.ts";

/** A page that is a part of a sheet: its places are those of the sheet, less `left` points. */
export interface SheetPart {
  readonly page: Page;
  readonly left: number;
  /** Where its words and lines begin on the sheet. */
  readonly start: number;
}

/** A sheet of a spreadsheet that is too wide for the paper, and printed on several pages, which stand here side by side. */
export interface Sheet extends Page {
  readonly parts: readonly SheetPart[];
}

/** Numbers stand on one line where they are nearer than this, in points. */
const SAME_LINE = 2;
/** A line of a table has at least as many numbers. */
const MIN_VALUES = 3;
/** Lines of a sheet stand at the same height on all of its pages, but for as many points. */
const SAME_HEIGHT = 1.5;
/** At least this share of the lines of a page stand at the heights of lines of the first one, */
const MIN_BESIDE = 0.9;
/** and at least this share of the rows of the first one have numbers on it. */
const MIN_PRINTED = 0.5;
/** Sheets that have fewer lines with numbers, all of them together, may stand beside others by chance; */
const MIN_LINES = 3;
/** and so many where the first page has texts alone, of which a page has many at all heights. */
const MIN_LINES_OF_TEXTS = 6;
/** A page without labels may have a text beside this share of its rows: a stamp. */
const MAX_LABELLED = 0.1;
/** The first page of a sheet that has texts alone names as many columns for them. */
const MIN_HEADS = 2;
/** Lines nearer than this, in heights of the font, are of one text, beside which a number stands in the middle. */
const NEXT_LINE = 2;
/** A part of a sheet that is drawn with lines has as many between its columns. */
const MIN_RULINGS = 3;

/** What tells the pages of a sheet. */
interface Facts {
  /** Whether it has rows of numbers with texts beside them, without, or no such rows. */
  readonly kind: "labelled" | "numbers" | "texts";
  /** The heights of lines with any number, and of those that have as many as a row. */
  readonly all: readonly number[];
  readonly rows: readonly number[];
}

/**
 * Joins the pages that a spreadsheet prints of one sheet side by side: the first says what the rows are, and the numbers of
 * the others stand at the same heights, without a text of their own unless the first has texts alone. They follow each other
 * sheet by sheet (over, then down) or all first ones before all others (down, then over), as Excel does unless told otherwise.
 *
 * @param families those that the document may be of
 * @returns the pages as they are where none is part of a sheet
 */
export function joinSheets(pages: Page[], families: readonly Family[]): Page[] {
  const facts = pages.map(factsOf);
  const joined: Page[] = [];
  let before: Sheets | null = null;
  for (let i = 0; i < pages.length; ) {
    const firsts = count(facts, i, facts[i]!.kind);
    const found: Sheets | null = findSheets(pages, facts, i, firsts, families, before);
    for (const page of pages.slice(i, found?.from ?? i + firsts)) joined.push(page);
    for (const sheet of found?.sheets ?? []) joined.push(makeSheet(pagesOf(sheet, pages), found!.lefts));
    i = found?.end ?? i + firsts;
    before = found ?? before;
  }
  return joined.length === pages.length ? pages : joined;
}

/** How many pages of one kind follow each other from one on. */
function count(facts: readonly Facts[], from: number, kind: Facts["kind"]): number {
  const end = facts.findIndex((fact, i) => i >= from && fact.kind !== kind);
  return (end === -1 ? facts.length : end) - from;
}

function pagesOf(sheet: readonly number[], pages: readonly Page[]): Page[] {
  return sheet.map((i) => pages[i]!);
}

/** Sheets, as indices of their pages, which are those from one page to before another. */
interface Sheets {
  readonly from: number;
  readonly end: number;
  readonly sheets: readonly (readonly number[])[];
  /** How far each page of a sheet stands to the right: sheets that follow each other are set alike. */
  readonly lefts: readonly number[];
}

/**
 * Finds the sheets whose first pages are the last of those of one kind that begin at a place.
 *
 * @param firsts how many pages of that kind there are
 * @param before the sheets that were found last
 */
function findSheets(
  pages: readonly Page[],
  facts: readonly Facts[],
  at: number,
  firsts: number,
  families: readonly Family[],
  before: Sheets | null,
): Sheets | null {
  const { kind } = facts[at]!;
  if (kind === "numbers") return null;
  // Those with texts beside their numbers are second pages of sheets whose first ones have texts alone.
  const labelled = kind === "texts" ? count(facts, at + firsts, "labelled") : 0;
  const others = labelled + count(facts, at + firsts + labelled, "numbers");
  for (let n = Math.min(firsts, others); n >= Math.max(labelled, 1); n--) {
    if (others % n !== 0) continue;
    const from = at + firsts - n;
    const sheets = Array.from({ length: n }, (_, k) =>
      Array.from({ length: others / n + 1 }, (_, part) => from + part * n + k),
    );
    if (!standAlike(pages, facts, sheets)) continue;
    const end = from + n + others;
    const goOn = before?.end === from && before.lefts.length === sheets[0]!.length;
    if (goOn) return { from, end, sheets, lefts: before.lefts };
    if (areSure(pages, facts, sheets, families))
      return { from, end, sheets, lefts: leftsOf(pagesOf(sheets[0]!, pages)) };
  }
  return null;
}

/** Whether the lines of each sheet stand at the same heights on all of its pages. */
function standAlike(
  pages: readonly Page[],
  facts: readonly Facts[],
  sheets: readonly (readonly number[])[],
): boolean {
  return sheets.every(([first, ...others]) => {
    const { kind, all, rows } = facts[first!]!;
    const heights = kind === "texts" ? textHeights(pages[first!]!) : all;
    return others.every((other) => standBeside(heights, rows, facts[other!]!));
  });
}

/** Whether there are too many such lines to stand so by chance. */
function areSure(
  pages: readonly Page[],
  facts: readonly Facts[],
  sheets: readonly (readonly number[])[],
  families: readonly Family[],
): boolean {
  const [first] = sheets[0]!;
  const lines = sheets.reduce((sum, [, second]) => sum + facts[second!]!.rows.length, 0);
  if (facts[first!]!.kind === "labelled") return lines >= MIN_LINES;
  return lines >= MIN_LINES_OF_TEXTS && namesColumns(pages[first!]!, families);
}

function standBeside(heights: readonly number[], rows: readonly number[], other: Facts): boolean {
  // Over the first row stand titles, on whatever page.
  const own = other.all.filter((y) => y >= other.rows[0]!);
  return (
    countAt(own, heights) >= MIN_BESIDE * own.length && countAt(rows, other.all) >= MIN_PRINTED * rows.length
  );
}

/** How many heights are among others, both ascending. */
function countAt(heights: readonly number[], others: readonly number[]): number {
  let next = 0;
  return heights.filter((y) => {
    while (next < others.length && others[next]! < y - SAME_HEIGHT) next++;
    return next < others.length && others[next]! <= y + SAME_HEIGHT;
  }).length;
}

/** The heights of texts, and of the middles of those of an even number of lines. */
function textHeights({ words }: Page): number[] {
  const lines = inLines(words);
  return lines.flatMap(([word], i) => {
    const [at, next] = [word!.box[3], lines[i + 1]?.[0]?.box[3] ?? Number.POSITIVE_INFINITY];
    return next - at < NEXT_LINE * word!.size ? [at, (at + next) / 2] : [at];
  });
}

/** Whether a page prints the names of columns of texts. */
function namesColumns({ words }: Page, families: readonly Family[]): boolean {
  const texts = textLines(words.filter(({ angle }) => angle === 0)).flatMap((line) => partTexts(line.words));
  return families.some((family) => {
    const vocabulary = createHeaderVocabulary(family);
    const meanings = texts.map((text) => vocabulary.meaningOf(cellText(text)));
    return new Set(meanings.flatMap((of) => (of?.kind === "label" ? of.key : []))).size >= MIN_HEADS;
  });
}

function factsOf({ words }: Page): Facts {
  const lines = inLines(words).filter((line) => line.some(isNumber));
  const rows = lines.filter((line) => line.filter(isNumber).length >= MIN_VALUES);
  const labelled = rows.filter(isLabelled).length;
  const kind = rows.length === 0 ? "texts" : labelled > MAX_LABELLED * rows.length ? "labelled" : "numbers";
  const heights = (some: readonly Word[][]) => some.map(([word]) => word!.box[3]);
  return { kind, all: heights(lines), rows: heights(rows) };
}

function isNumber({ text, angle }: Word): boolean {
  return angle === 0 && isValue(text);
}

/** Whether a line has a text before its last number; what stands behind that is a remark. */
function isLabelled(line: readonly Word[]): boolean {
  const last = greatest(line.filter(isNumber).map(({ box }) => box[0]));
  return line.some((word) => !isNumber(word) && word.box[0] < last);
}

/** Words of the same height, from the top. */
function inLines(words: readonly Word[]): Word[][] {
  const lines: Word[][] = [];
  for (const word of words.toSorted((a, b) => a.box[3] - b.box[3])) {
    const last = lines.at(-1);
    if (last !== undefined && word.box[3] - last[0]!.box[3] < SAME_LINE) last.push(word);
    else lines.push([word]);
  }
  return lines;
}

function makeSheet(pages: readonly Page[], lefts: readonly number[]): Sheet {
  const parts = pages.map(
    (page, i): SheetPart => ({ page, left: lefts[i]!, start: lefts[i]! + startOf(page) }),
  );
  const { page: last, left } = parts.at(-1)!;
  const all = <T>(take: (part: SheetPart) => readonly T[]): T[] => parts.flatMap((part) => take(part));
  return {
    ...pages[0]!,
    width: left + last.width,
    words: all(({ page, left }) => page.words.map((word) => ({ ...word, box: shift(word.box, left) }))),
    horizontal: all(({ page, left }) =>
      page.horizontal.map(({ at, from, to }) => ({ at, from: from + left, to: to + left })),
    ),
    vertical: all(({ page, left }) => page.vertical.map((ruling) => ({ ...ruling, at: ruling.at + left }))),
    fills: all(({ page, left }) => page.fills.map((box) => shift(box, left))),
    parts,
  };
}

/** How far pages stand to the right, side by side: what is drawn with lines goes on where they end there. */
function leftsOf(pages: readonly Page[]): number[] {
  const lines = ({ vertical }: Page) => vertical.map(({ at }) => at);
  const areDrawn = pages.every(({ vertical }) => vertical.length >= MIN_RULINGS);
  const lefts = [0];
  for (const [i, page] of pages.slice(1).entries()) {
    const before = pages[i]!;
    const distance = areDrawn ? greatest(lines(before)) - least(lines(page)) : before.width;
    lefts.push(lefts[i]! + distance);
  }
  return lefts;
}

function startOf({ words, vertical }: Page): number {
  return least([...words.map(({ box }) => box[0]), ...vertical.map(({ at }) => at)]);
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function greatest(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}

function shift([left, top, right, bottom]: Box, by: number): Box {
  return [left + by, top, right + by, bottom];
}

/** A table of a sheet as what stands on each of its pages. */
export function partRegion(region: Region): Region[] {
  const { parts } = region.page as Partial<Sheet>;
  if (parts === undefined) return [region];
  const partOf = region.columns.map((column, i) => {
    const end = endOf(
      column,
      region.rows.map(({ cells }) => cells[i]!),
    );
    return parts.findLastIndex(({ start }) => start < end);
  });
  return parts.flatMap(({ page, left }, k): Region[] => {
    const own = partOf.flatMap((part, i) => (Math.max(part, 0) === k ? [i] : []));
    if (own.length === 0) return [];
    const columns = own.map((i) => shiftColumn(region.columns[i]!, -left));
    const rows = region.rows.map((row) => ({
      ...row,
      cells: own.map((i) => shiftCell(row.cells[i]!, -left)),
    }));
    return [{ ...region, page, columns, rows, box: shift(region.box, -left) }];
  });
}

/** Where what a column prints ends, or where it does: columns meet in the middle of what is blank between two pages. */
function endOf({ right }: PlacedColumn, cells: readonly RegionCell[]): number {
  const printed = cells.find(({ words }) => words.length > 0);
  return printed === undefined ? right : greatest(printed.words.map(({ box }) => box[2]));
}

/** A table of a sheet with each cell in its place on its own page. */
export function onPages(region: Region): Region {
  const [first, ...others] = partRegion(region);
  if (others.length === 0) return first!;
  const onPage = ({ page: { number } }: Region, cells: readonly RegionCell[]) =>
    cells.map((cell) => ({ ...cell, page: number }));
  return {
    ...first!,
    columns: [first!, ...others].flatMap(({ columns }) => columns),
    rows: first!.rows.map((row, i) => ({
      ...row,
      cells: [...row.cells, ...others.flatMap((other) => onPage(other, other.rows[i]!.cells))],
    })),
  };
}

function shiftColumn(column: PlacedColumn, by: number): PlacedColumn {
  return { ...column, left: column.left + by, right: column.right + by };
}

function shiftCell(cell: RegionCell, by: number): RegionCell {
  if (by === 0) return cell;
  return {
    ...cell,
    words: cell.words.map((word) => ({ ...word, box: shift(word.box, by) })),
    box: cell.box === null ? null : shift(cell.box, by),
  };
}
