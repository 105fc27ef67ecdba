import type { Word } from "../document.ts";
import type { TextLine } from "../page-tables/text-lines.ts";
import { ITEM } from "./item-marks.ts";
import { letters } from "./letters.ts";

/** Running heads and feet take up at most as many lines at either end of a page. */
const EDGE_LINES = 3;
/** A line with as many numbers is a row. */
const MAX_NUMBERS = 2;
/** What stands at the edge of this share of the pages is no part of their tables. */
const SHARE = 0.6;
/** A word alone, such as the last of a wrapped text, may come again by chance. */
const MIN_LETTERS = 5;

/** Finds the lines that stand at the edges of most pages, numbers aside: a date, a title, an address, a page number. */
export function findRunning(pages: readonly (readonly TextLine[])[]): Set<TextLine> {
  // What a page break cuts through may be printed at the bottom of a page and on top of the next: each edge by itself.
  const [tops, bottoms] = [
    pages.map((lines) => lines.slice(0, EDGE_LINES)),
    pages.map((lines) => lines.slice(-EDGE_LINES)),
  ];
  const found = new Set([...onMost(tops), ...onMost(bottoms)]);
  for (const lines of pages)
    for (const line of lines) if (found.has(line) && isOfText(line, lines, found)) found.delete(line);
  // Browsers print the address on each page, wherever it is cut or pasted afterwards.
  for (const line of [...tops, ...bottoms].flat()) if (isAddress(line)) found.add(line);
  return found;
}

/** The address of a page of the web, with a path. */
const ADDRESS = /^(?:https?:\/\/|file:\/\/|(?:[\w-]+\.)+[a-z]{2,}\/)\S+$/i;

/** Whether a line prints an address and nothing else, but for a date and a page's number. */
function isAddress({ words }: TextLine): boolean {
  const texts = words.map(({ text }) => text);
  return (
    texts.some((text) => ADDRESS.test(text)) &&
    texts.every((text) => ADDRESS.test(text) || DATE.test(text) || PAGE_NUMBER.test(text))
  );
}

/** The lines of a text follow each other this near, in heights of the font. */
const NEXT_LINE = 1.5;
/** They begin in one place, give or take so much, in heights of the font. */
const ALIGNED = 0.3;
/** In heights of the font: a text that begins so far from the left of its page is in a column of a table. */
const WITHIN = 10;

/**
 * Whether a line is of a text in a column, that goes on right under it or over it, or has the number of its item there: two
 * pages may begin with the same words.
 */
function isOfText(line: TextLine, lines: readonly TextLine[], running: ReadonlySet<TextLine>): boolean {
  const { box, size } = line.words[0]!;
  const isWithin = lines.some(({ words }) => box[0] > words[0]!.box[0] + WITHIN * size);
  return (
    isWithin &&
    lines.some(
      (other) =>
        !running.has(other) &&
        Math.abs(other.y - line.y) <= NEXT_LINE * size &&
        other.words.some(
          (word) => Math.abs(word.box[0] - box[0]) <= ALIGNED * size || isItemOf(line.words[0]!, word),
        ),
    )
  );
}

/** The lines that stand on an edge of most pages. */
function onMost(edges: readonly (readonly TextLine[])[]): TextLine[] {
  const counts = new Map<string, number>();
  const placeOf = (line: TextLine) => Math.round(line.y / SAME_PLACE);
  for (const [page, lines] of edges.entries()) {
    const seen = lines.flatMap((line) => [-1, 0, 1].map((k) => `${textOf(line, page)} ${placeOf(line) + k}`));
    for (const text of new Set(seen)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const isRunning = (line: TextLine, page: number) => {
    const text = textOf(line, page);
    const numbers = line.words.filter(({ text: word }) => /^[0-9][0-9.,]*$/.test(word)).length;
    return (
      numbers <= MAX_NUMBERS &&
      (text.length >= MIN_LETTERS || text.startsWith(PAGE)) &&
      (counts.get(`${text} ${placeOf(line)}`) ?? 0) >= Math.max(2, SHARE * edges.length)
    );
  };
  return edges.flatMap((lines, page) => lines.filter((line) => isRunning(line, page)));
}

/** In heights of the font: the number of an item stands no further before its text. */
const BEFORE = 3;

function isItemOf({ box, size }: Word, { text, box: [, , right] }: Word): boolean {
  return ITEM.test(text) && right <= box[0] && box[0] - right <= BEFORE * size;
}

const PAGE = "page ";
/** In points: what runs on all pages stands in the same place; a text that ends alike by chance does not. */
const SAME_PLACE = 2;

/** A page's number, and of how many: `3`, `- 3 -`, `3/24`, `3 de 24`, `Pag. 3/24`. */
const PAGE_NUMBER = /^\W*(?:p[aá]g(?:ina|\.)?\W*)?([0-9]+)(?:\s*(?:\/|de|of)\s*([0-9]+))?\W*$/i;
const DATE = /\b[0-9]{1,4}([/.-])[0-9]{1,2}\1[0-9]{2,4}\b/;

/**
 * What a line says, numbers aside, but for a day that stands alone. A number alone is the page's where it goes up with the
 * pages: others are a year's.
 */
function textOf({ words }: TextLine, page: number): string {
  const text = words.map((word) => word.text).join(" ");
  const [, number, of = ""] = PAGE_NUMBER.exec(text) ?? [];
  if (number !== undefined) return `${PAGE}${Number(number) - page} ${of}`;
  const said = letters(text).replace(/[0-9]+/g, "#");
  return said.length < MIN_LETTERS && DATE.test(text) ? letters(text) : said;
}
