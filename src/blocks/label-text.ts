import type { Page, Ruling, Word } from "../document.ts";
import { boundingBox } from "../page-tables/bounding-box.ts";
import { cellText } from "../page-tables/cell-text.ts";
import { type TextLine, textLines } from "../page-tables/text-lines.ts";
import { joinLines } from "../text/join-lines.ts";
import { letters, lettersOf } from "./letters.ts";
import { findItems, type Items, type LabelText, readItems, type Side } from "./numbered-items.ts";

/** A line parts texts where it crosses this share of them. */
const ACROSS = 0.6;

/** The words that an activity has in a column, on one page. */
interface PagePart {
  readonly page: Page;
  readonly words: readonly Word[];
}

/**
 * What an activity's column prints on each of its pages. A page break may cut through a text that is printed whole on
 * both sides: it is said once.
 */
function pageParts(words: readonly Word[], pages: ReadonlyMap<Word, Page>): PagePart[] {
  const wordsOf = (lines: readonly TextLine[]) => lines.flatMap((line) => line.words);
  const parts: PagePart[] = [];
  let before: readonly TextLine[] = [];
  for (const [page, onPage] of Map.groupBy(words, (word) => pages.get(word)!)) {
    const lines = textLines(onPage);
    const again = repeated(before, lines);
    const said = before.slice(before.length - again);
    // Each page shows a half of it: that with the foot has its points, too.
    const isFuller = marksIn(lines.slice(0, again)) > marksIn(said);
    const last = parts.at(-1);
    if (last !== undefined && isFuller) {
      const own = wordsOf(said);
      parts[parts.length - 1] = { ...last, words: last.words.filter((word) => !own.includes(word)) };
    }
    const more = again === 0 || isFuller ? onPage : wordsOf(lines.slice(again));
    if (more.length > 0) parts.push({ page, words: more });
    before = lines;
  }
  return parts.filter((part) => part.words.length > 0);
}

/** How much lines print, spaces aside. */
function marksIn(lines: readonly TextLine[]): number {
  return lines.reduce((sum, { words }) => words.reduce((all, { text }) => all + text.length, sum), 0);
}

/** The words of an activity's column, those that a page break has printed on both sides only once. */
export function saidOnce(words: readonly Word[], pages: ReadonlyMap<Word, Page>): Word[] {
  return pageParts(words, pages).flatMap((part) => part.words);
}

/** The numbered items of an activity's column; null where it has none, or where lines part them. */
export function labelItems(words: readonly Word[], pages: ReadonlyMap<Word, Page>): Items | null {
  const parts = pageParts(words, pages);
  const items = findItems(parts);
  return items !== null && parts.every((part) => isWhole(part, numbersOf(items))) ? items : null;
}

/**
 * The text of an activity's column over all its pages. Where lines part the column into cells, each is read by itself.
 *
 * @param side the line of a numbered item that its number stands beside, where the document tells
 */
export function labelText(
  words: readonly Word[],
  pages: ReadonlyMap<Word, Page>,
  side: Side | null = null,
): LabelText {
  const parts = pageParts(words, pages);
  const items = findItems(parts);
  const numbers = items === null ? null : numbersOf(items);
  const isPlain = numbers !== null && parts.every((part) => isWhole(part, numbers));
  const { text, isSure } = isPlain ? readItems(items!, side) : joinCells(parts, numbers);
  return { text, isSure: isSure && !isOverprinted(words) };
}

function numbersOf({ numbers }: Items): ReadonlySet<Word> {
  return new Set(numbers.flatMap(({ words }) => words));
}

/** Whether no line parts the items of a page; one down the column may part their numbers from the texts. */
function isWhole({ page, words }: PagePart, numbers: ReadonlySet<Word>): boolean {
  const { across, down } = linesThrough(words, page);
  return (
    across.length === 0 && down.every((at) => words.every((word) => numbers.has(word) === word.box[0] < at))
  );
}

/** What the cells of each page say, one after the other; items are each in cells of their own. */
function joinCells(parts: readonly PagePart[], numbers: ReadonlySet<Word> | null): LabelText {
  const texts: string[] = [];
  let isSure = true;
  let isOpen = false;
  for (const part of parts) {
    const rows = readCells(part);
    // A column has none within but one of items or codes: the line between may be of a stamp's frame.
    if (numbers === null && rows.some(([cell, next]) => next !== undefined && cell!.length > 1))
      isSure = false;
    const counts = rows.map((cells) => cells.flat().filter((word) => numbers?.has(word)).length);
    // An item has a row; one that a page break parts may have its number on the page after it begins.
    if (numbers !== null && (counts.some((count) => count > 1) || (isOpen && counts[0]! > 0))) isSure = false;
    isOpen = counts.at(-1) === 0;
    const text = rows.map((cells) => cells.map((cell) => numberFirst(cell, numbers)).join(" ")).join(" ");
    if (!texts.some((other) => letters(other) === letters(text))) texts.push(text);
  }
  return { text: texts.reduce(joinLines, ""), isSure };
}

/** What a cell says; the number of its item stands before it, on whichever line. */
function numberFirst(words: readonly Word[], numbers: ReadonlySet<Word> | null): string {
  const [before, rest] = [true, false].map((is) =>
    words.filter((word) => (numbers?.has(word) ?? false) === is),
  );
  return [before!, rest!]
    .filter(({ length }) => length > 0)
    .map(cellText)
    .join(" ");
}

/** Words that share so much of the smaller one's area are printed over each other. */
const OVERPRINTED = 0.3;
/** Letters that are drawn apart, such as P and A, may reach so far into each other, in heights of the font. */
const KERNED = 0.3;

/** Whether some words are printed over each other, so that it is not sure how they are read. */
function isOverprinted(words: readonly Word[]): boolean {
  const sorted = [...words].sort((a, b) => a.box[1] - b.box[1]);
  return sorted.some((a, i) => {
    for (let k = i + 1; k < sorted.length && sorted[k]!.box[1] < a.box[3]; k++) {
      if (isOver(a, sorted[k]!)) return true;
    }
    return false;
  });
}

function isOver(a: Word, b: Word): boolean {
  const width = Math.min(a.box[2], b.box[2]) - Math.max(a.box[0], b.box[0]);
  const height = Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]);
  if (width <= KERNED * Math.min(a.size, b.size) || height <= 0) return false;
  const area = ({ box }: Word) => (box[2] - box[0]) * (box[3] - box[1]);
  return width * height > OVERPRINTED * Math.min(area(a), area(b));
}

/** How many lines at the end of a page's part come again at the beginning of the next: a page break cuts through them. */
function repeated(before: readonly TextLine[], after: readonly TextLine[]): number {
  const textOf = (lines: readonly TextLine[]) => lines.map(({ words }) => lettersOf(words)).join("\n");
  for (let count = Math.min(before.length, after.length); count > 0; count--)
    if (textOf(before.slice(-count)) === textOf(after.slice(0, count))) return count;
  return 0;
}

/** Where lines cross what words fill. */
function linesThrough(words: readonly Word[], page: Page): { across: number[]; down: number[] } {
  const [left, top, right, bottom] = boundingBox(words.map(({ box }) => box));
  return {
    across: crossing(page.horizontal, left, right, top, bottom),
    down: crossing(page.vertical, top, bottom, left, right),
  };
}

/** The words of each cell, row by row. */
function readCells({ page, words }: PagePart): Word[][][] {
  const { across, down } = linesThrough(words, page);
  const rows = Map.groupBy(
    words,
    ({ box: [, y0, , y1] }) => across.filter((at) => at < (y0 + y1) / 2).length,
  );
  return inOrder(rows).map((row) =>
    inOrder(Map.groupBy(row, ({ box: [x0, , x1] }) => down.filter((at) => at < (x0 + x1) / 2).length)),
  );
}

function inOrder(groups: ReadonlyMap<number, Word[]>): Word[][] {
  return [...groups].sort(([a], [b]) => a - b).map(([, words]) => words);
}

/** Where lines between two places cross a stretch. */
function crossing(
  rulings: readonly Ruling[],
  from: number,
  to: number,
  first: number,
  last: number,
): number[] {
  const least = ACROSS * (to - from);
  return rulings
    .filter(
      (line) =>
        line.at > first && line.at < last && Math.min(line.to, to) - Math.max(line.from, from) > least,
    )
    .map(({ at }) => at);
}
