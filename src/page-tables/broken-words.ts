import type { Flag, PrintedRow, Word } from "../document.ts";
import { doubt, withDoubts } from "../read/reading.ts";
import { isBrokenWord } from "../text/broken-word.ts";
import { fold } from "../text/fold.ts";
import { joinLines } from "../text/join-lines.ts";
import { inLines } from "./cell-text.ts";
import type { RegionCell, RegionRow } from "./region.ts";

/** What has fewer letters is the end of a word rather than one. */
const LONG = 5;

/** Stands behind what may be the first part of a word that its line breaks; it has no width, and no text of a plan has it. */
const BREAK = "\u2060";
const BROKEN = new RegExp(`(?:\\S+${BREAK} )+\\S+`, "gu");

/** The widest letters are so many times as wide as those of a word are on the average. */
const WIDEST = 1.5;

/** The words of a cell as they are read, and a mark where its line may break a word. Edges and widths are in points. */
export type ReadLabel = (cell: RegionCell, column: number) => string;

/**
 * Makes a function that reads the texts of a table's rows. A word alone on its line that leaves no room for one more
 * letter may go on on the next one: programs break words that are wider than their column.
 */
export function createLabelReader(rows: readonly RegionRow[]): ReadLabel {
  const rooms = new Map<number, Room>();
  return (cell, column) => {
    const { words, box } = cell;
    if (words.length === 0) return "";
    if (words.length === 1) return words[0]!.text;
    const lines = inLines(words);
    const texts = lines.map((line) => line.map(({ text }) => text).join(" "));
    const mayBreak = (line: readonly Word[], next: readonly Word[] | undefined) =>
      next !== undefined && line.length === 1 && arePartsOfWord(line[0]!, next[0]!);
    if (!lines.some((line, i) => mayBreak(line, lines[i + 1]))) return texts.reduce(joinLines, "");
    const room = rooms.get(column) ?? measure(rows, column);
    rooms.set(column, room);
    const width = box === null ? room.widest : box[2] - box[0] - 2 * room.margin;
    const marked = lines.map((line, i) => {
      const isFull = mayBreak(line, lines[i + 1]) && widthOf(line) + letterOf(line[0]!) > width;
      return isFull ? `${texts[i]}${BREAK}` : texts[i]!;
    });
    return marked.reduce(joinLines, "");
  };
}

/** What the cells of a column leave for a line. */
interface Room {
  /** The width of the widest line. */
  readonly widest: number;
  /** The least that lies between a line and the edge of its cell. */
  readonly margin: number;
}

function measure(rows: readonly RegionRow[], column: number): Room {
  let [widest, margin] = [0, Number.POSITIVE_INFINITY];
  for (const { words, box } of new Set(rows.map(({ cells }) => cells[column]!))) {
    if (words.length === 0) continue;
    for (const line of inLines(words)) {
      widest = Math.max(widest, widthOf(line));
      if (box === null) continue;
      const [first, last] = [line[0]!.box[0] - box[0], box[2] - line.at(-1)!.box[2]];
      margin = Math.max(0, Math.min(margin, first, last));
    }
  }
  return { widest, margin: margin === Number.POSITIVE_INFINITY ? 0 : margin };
}

function widthOf(line: readonly Word[]): number {
  return line.at(-1)!.box[2] - line[0]!.box[0];
}

/** How wide the next letter may be. */
function letterOf({ text, box }: Word): number {
  return (WIDEST * (box[2] - box[0])) / text.length;
}

/** Letters that letters follow, and figures that figures do. */
function arePartsOfWord(upper: Word, lower: Word): boolean {
  if (upper.angle !== 0 || lower.angle !== 0) return false;
  const isLetters = /\p{L}$/u.test(upper.text) && /^\p{L}/u.test(lower.text);
  return isLetters || (/[0-9]$/.test(upper.text) && /^[0-9]/.test(lower.text));
}

/** A text without its marks, such as one that is compared. */
export function withoutBreaks(text: string): string {
  return text.replaceAll(BREAK, "");
}

const MAYBE_BROKEN: Flag = doubt(
  "text-unsure",
  "A line of some of its texts has no room for one more letter: it may break a word, or end with one",
);

/**
 * Joins the words that their cells break, where the document or the family prints them in one piece elsewhere or their
 * parts are no words, and doubts the rows where nothing tells.
 *
 * @param names such as the family's units of measure
 */
export function settleBreaks(rows: readonly PrintedRow[], names: readonly string[]): readonly PrintedRow[] {
  const isMarked = ({ labels }: PrintedRow) => Object.values(labels).some((text) => text.includes(BREAK));
  if (!rows.some(isMarked)) return rows;
  const known = wordsOf(rows, names);
  const settled = new Map<string, { readonly text: string; readonly isUnsure: boolean }>();
  const settle = (text: string) => {
    const found = settled.get(text) ?? settleText(text, known);
    settled.set(text, found);
    return found;
  };
  return rows.map((row) => {
    if (!isMarked(row)) return row;
    const found = Object.entries(row.labels).map(([key, text]) => [key, settle(text)] as const);
    const labels = Object.fromEntries(found.map(([key, { text }]) => [key, text]));
    const isUnsure = found.some(([, label]) => label.isUnsure);
    return withDoubts({ ...row, labels }, isUnsure ? [MAYBE_BROKEN] : []);
  });
}

/** All words, folded, that are printed in one piece. */
function wordsOf(rows: readonly PrintedRow[], names: readonly string[]): ReadonlySet<string> {
  const texts = new Set([...names, ...rows.flatMap(({ labels }) => Object.values(labels))]);
  const words = [...texts].flatMap((text) => fold(text.replace(BROKEN, " ")).split(" "));
  return new Set(words);
}

function settleText(text: string, known: ReadonlySet<string>): { text: string; isUnsure: boolean } {
  if (!text.includes(BREAK)) return { text, isUnsure: false };
  let isUnsure = false;
  // A word may be broken more than once: what is joined is the first part of what follows.
  const parts = text.split(`${BREAK} `);
  const joined = parts.slice(1).reduce((before, after, i) => {
    const upper = before.slice(before.lastIndexOf(" ") + 1);
    const lower = firstWord(after);
    const isLast = lower === after && i === parts.length - 2;
    const isWord = isKnownInParts(upper, parts.slice(i + 1), known);
    const isBroken = isWord || isBrokenWord(upper, lower, isLast, (word) => known.has(word));
    isUnsure ||= isBroken === null;
    const isOne = isBroken ?? (lower.length < LONG && !known.has(fold(upper)));
    return `${before}${isOne ? "" : " "}${after}`;
  }, parts[0]!);
  return { text: joined, isUnsure };
}

function firstWord(text: string): string {
  return text.split(" ", 1)[0]!;
}

/** A word is broken into no more parts. */
const MAX_PARTS = 4;

/**
 * Whether the first part of a word and those on the next lines, each all that its line prints, are a word printed
 * elsewhere.
 */
function isKnownInParts(start: string, parts: readonly string[], known: ReadonlySet<string>): boolean {
  let word = start;
  for (const part of parts.slice(0, MAX_PARTS)) {
    word += firstWord(part);
    if (known.has(fold(word))) return true;
    if (part.includes(" ")) return false;
  }
  return false;
}
