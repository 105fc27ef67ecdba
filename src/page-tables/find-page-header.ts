import type { Line, Page, TextDocument, Word } from "../document.ts";
import type { Family } from "../family.ts";
import type { Header } from "../grid/header.ts";
import { type HeaderLine, readHeaderTexts } from "../grid/header-phrases.ts";
import type { HeaderVocabulary, HeaderWord } from "../grid/header-vocabulary.ts";
import { findSections } from "../read/find-sections.ts";
import { foldWord } from "../text/fold-words.ts";
import { inReadingOrder } from "./cell-text.ts";
import { ONE_TEXT } from "./place-columns.ts";
import type { PlacedColumn } from "./region.ts";
import { asLines, type TextLine } from "./text-lines.ts";

/** A header on a page, and the lines that stand under it. */
export interface PageHeader {
  readonly columns: readonly PlacedColumn[];
  /** Indices into the page's lines: the header's first, past its last, and past the last line under it. */
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** A character is about half as wide as its font is high; header words are read in characters. */
const CHARACTER = 0.5;

/** Finds the headers that a page prints without lines around its cells, by what their words mean. */
export function findPageHeaders(
  page: Page,
  lines: readonly TextLine[],
  family: Family,
  vocabulary: HeaderVocabulary,
): PageHeader[] {
  const unit = characterWidth(lines);
  const printed = asLines(page, lines);
  const texts = new Map<Line, readonly (readonly HeaderWord[])[]>(
    printed.map((line, i) => [line, toTexts(lines[i]!.words, unit)]),
  );
  const read = new Map<Line, HeaderLine>();
  const readLine = (line: Line): HeaderLine => {
    const known = read.get(line) ?? readHeaderTexts(texts.get(line) ?? [], vocabulary);
    read.set(line, known);
    return known;
  };
  const document: TextDocument = { lines: printed, pages: 1, channel: "tabular", separator: "spaces" };
  return findSections(document, family, vocabulary, readLine)
    .filter((section): section is typeof section & { header: Header } => section.header !== null)
    .map(({ header, to }) => ({
      columns: header.columns.map(({ kind, name, text, start, end }) => ({
        kind,
        name,
        text,
        left: start * unit,
        right: end * unit,
      })),
      from: header.from,
      to: header.to,
      end: to,
    }));
}

function characterWidth(lines: readonly TextLine[]): number {
  const sizes = lines.flatMap(({ words }) => words.map(({ size }) => size)).sort((a, b) => a - b);
  return (sizes[sizes.length >> 1] ?? 1) * CHARACTER;
}

/** Parts a line into texts, their words in characters. What folds to nothing ("/", "-") says nothing in a header. */
function toTexts(words: readonly Word[], unit: number): HeaderWord[][] {
  const texts: HeaderWord[][] = [];
  let last: Word | null = null;
  for (const word of words) {
    if (foldWord(word.text).length === 0) continue;
    if (last === null || word.box[0] - last.box[2] > ONE_TEXT * word.size) texts.push([]);
    texts.at(-1)!.push({ text: word.text, start: word.box[0] / unit, end: word.box[2] / unit });
    last = word;
  }
  return texts;
}

/**
 * Words that are read upwards or downwards and stand together, each as one word in the place they take up: the
 * name of a narrow column.
 */
export function joinVertical(words: readonly Word[]): Word[] {
  const left = words.filter(({ angle }) => angle !== 0).sort((a, b) => a.box[0] - b.box[0]);
  const joined: Word[] = [];
  while (left.length > 0) {
    const group = [left.shift()!];
    for (let i = 0; i < left.length; i++) {
      const word = left[i]!;
      if (!group.some((other) => touch(other, word))) continue;
      group.push(word);
      left.splice(i, 1);
      i = -1;
    }
    const boxes = group.map(({ box }) => box);
    joined.push({
      ...group[0]!,
      text: inReadingOrder(group)
        .map(({ text }) => text)
        .join(" "),
      box: [
        Math.min(...boxes.map(([x]) => x)),
        Math.min(...boxes.map(([, y]) => y)),
        Math.max(...boxes.map(([, , x]) => x)),
        Math.max(...boxes.map(([, , , y]) => y)),
      ],
    });
  }
  return joined;
}

/** Whether two turned words follow each other on one line, or stand on lines side by side. */
function touch(a: Word, b: Word): boolean {
  if (a.angle !== b.angle) return false;
  const near = 0.6 * Math.min(a.size, b.size);
  const across = Math.max(a.box[0], b.box[0]) - Math.min(a.box[2], b.box[2]);
  const along = Math.max(a.box[1], b.box[1]) - Math.min(a.box[3], b.box[3]);
  return across < near / 2 && along < near;
}
