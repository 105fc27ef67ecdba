import type { Box, Page, Word } from "../../src/document.ts";
import { turnBox } from "../../src/pdf/turn.ts";
import type { Extraction } from "../../src/schema.ts";

/** What became of a number that the page prints inside a table. */
export interface Unaccounted {
  /**
   * `lost`: in no cell and no flag; `doubled`: in several cells; `merged`: in one cell with another number, in a row
   * that nobody is asked to look at; `in-text`: under the number columns, but in a text of the row only.
   */
  readonly what: "lost" | "doubled" | "merged" | "in-text";
  readonly page: number;
  readonly text: string;
  readonly box: Box;
}

export interface Account {
  /** Numbers printed inside tables. */
  readonly numbers: number;
  readonly unaccounted: readonly Unaccounted[];
}

type Row = Extraction["rows"][number];

/** A cell of the output with its place, and its row. */
interface Cell {
  readonly text: string;
  readonly page: number;
  readonly box: Box;
  readonly row: Row;
}

/** A word counts as standing in a box if its middle does, give or take this, in points. */
const SLACK = 1;
/** A line outside the rows that prints this many numbers under the number columns is taken for a row that was lost. */
const MIN_NUMBERS = 3;
/** Words whose middles are nearer than this, in heights of the font, stand on one line. */
const SAME_LINE = 0.5;
/** A row's texts reach this far over and under its numbers, in heights of the font. */
const MAX_REACH = 3;

/**
 * Looks for each number that a page prints inside a table among the cells and flags of the output. A table's box
 * goes from the first cell of the output to the last on its page, over all columns that have cells anywhere in the
 * document; so the check knows nothing of how tables are found. Lines under it that print several numbers in its
 * columns count as well. What stands above it is header.
 */
export function accountFor(pages: readonly Page[], { rows, totals, flags }: Extraction): Account {
  const all = [...rows, ...totals];
  const turn = new Map(pages.map((page) => [page.number, (box: Box) => asRead(box, page)]));
  const cells = all.flatMap((row) =>
    Object.values(row.source.cells).flatMap(({ text, page, box }): Cell[] =>
      box === null || text === ""
        ? []
        : [{ text, page, box: turn.get(page)?.(box as Box) ?? (box as Box), row }],
    ),
  );
  const said = [...flags, ...all.flatMap((row) => row.flags)].map(({ message }) => message).join("\n");
  const left = Math.min(...cells.map(({ box }) => box[0]));
  const right = Math.max(...cells.map(({ box }) => box[2]));
  const unaccounted: Unaccounted[] = [];
  let numbers = 0;
  for (const page of pages) {
    const here = cells.filter((cell) => cell.page === page.number);
    if (here.length === 0) continue;
    const top = Math.min(...here.map(({ box }) => box[1]));
    const bottom = Math.max(...here.map(({ box }) => box[3]));
    const printed = page.words.filter(
      (word) =>
        isNumber(word) &&
        word.box[0] >= left - SLACK &&
        word.box[2] <= right + SLACK &&
        !isMonthHead(word, page.words),
    );
    const inside = printed.filter((word) => middleY(word) >= top && middleY(word) <= bottom);
    const below = printed.filter((word) => middleY(word) > bottom && onLineOf(word, printed) >= MIN_NUMBERS);
    for (const word of [...inside, ...below]) {
      numbers++;
      const what = whatBecame(word, here, said, printed);
      if (what !== null) unaccounted.push({ what, page: page.number, text: word.text, box: word.box });
    }
  }
  return { numbers, unaccounted };
}

/** A box of the page as it is seen on the page as it is read, turned until its text stands upright. */
function asRead(box: Box, { turns, width, height }: Page): Box {
  return turns % 2 === 1 ? turnBox(box, turns, height, width) : turnBox(box, turns, width, height);
}

function whatBecame(
  word: Word,
  cells: readonly Cell[],
  said: string,
  printed: readonly Word[],
): Unaccounted["what"] | null {
  const holding = cells.filter(({ box, text }) => isWithin(word, box) && text.includes(word.text));
  if (holding.length > 1) return "doubled";
  const [cell] = holding;
  if (cell !== undefined) {
    const others = printed.filter((other) => isWithin(other, cell.box) && cell.text.includes(other.text));
    const isSaid = cell.row.needsReview || cell.row.flags.length > 0;
    return others.length > 1 && !isSaid && !isGrouped(cell.text) ? "merged" : null;
  }
  if (hasWord(said, word.text)) return null;
  const beside = nearestRow(word, cells);
  return beside !== null && hasWord(beside.source.text, word.text) ? "in-text" : "lost";
}

/** The row whose numbers stand nearest to a word's line; null where all are further away than a text has lines. */
function nearestRow(word: Word, cells: readonly Cell[]): Row | null {
  const y = middleY(word);
  let best: { distance: number; row: Row | null } = { distance: MAX_REACH * word.size, row: null };
  for (const { box, row } of cells) {
    const distance = Math.max(box[1] - y, y - box[3], 0);
    if (distance < best.distance) best = { distance, row };
  }
  return best.row;
}

/** Digits, with what may stand between or around them. */
function isNumber({ text, angle }: Word): boolean {
  return angle === 0 && /^[-(]?[\d][\d.,']*%?\)?$/.test(text);
}

/** Whether a number is a month's in a header that stands within a table: its line counts from 1 to 12. */
function isMonthHead(word: Word, words: readonly Word[]): boolean {
  const onLine = words
    .filter((other) => isNumber(other) && Math.abs(middleY(other) - middleY(word)) < SAME_LINE * word.size)
    .sort((a, b) => a.box[0] - b.box[0])
    .map(({ text }) => Number(text));
  return onLine.length === 12 && onLine.every((number, i) => number === i + 1);
}

/** A number whose thousands are parted by spaces comes in several words. */
function isGrouped(text: string): boolean {
  return /^-?\d{1,3}( \d{3})+([.,]\d+)?$/.test(text);
}

function isWithin({ box }: Word, [left, top, right, bottom]: Box): boolean {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x >= left - SLACK && x <= right + SLACK && y >= top - SLACK && y <= bottom + SLACK;
}

function middleY({ box }: Word): number {
  return (box[1] + box[3]) / 2;
}

function onLineOf(word: Word, words: readonly Word[]): number {
  return words.filter((other) => Math.abs(middleY(other) - middleY(word)) < SAME_LINE * word.size).length;
}

function hasWord(text: string, word: string): boolean {
  return text.split(/[\s"“”]+/).some((part) => part === word || part.replace(/[.,;:)]+$/, "") === word);
}
