import type { Line, Page, TextDocument, Word } from "../document.ts";
import type { Family } from "../family.ts";
import type { Header } from "../grid/header.ts";
import { type HeaderLine, readHeaderTexts } from "../grid/header-phrases.ts";
import type { HeaderVocabulary, HeaderWord } from "../grid/header-vocabulary.ts";
import { findSections } from "../read/find-sections.ts";
import { foldWord } from "../text/fold-words.ts";
import { surelyBreaksOff } from "../text/wrapped-text.ts";
import { boundingBox } from "./bounding-box.ts";
import { inReadingOrder } from "./cell-text.ts";
import type { PlacedColumn } from "./region.ts";
import { asLines, partTexts, type TextLine } from "./text-lines.ts";

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
  const stacked = stackTexts(lines, unit, vocabulary);
  const texts = new Map(printed.map((line, i) => [line, stacked[i]!]));
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

/**
 * Parts a line into texts, their words in characters. What folds to nothing ("/", "-") says nothing in a header, and one
 * word again and again is the end of as many names: TRIMESTRE TRIMESTRE. What names the organ of the rows
 * under it is no column.
 */
function toTexts(words: readonly Word[], unit: number, vocabulary: HeaderVocabulary): HeaderWord[][] {
  return partTexts(words)
    .filter((text) => !namesOrgan(text, vocabulary))
    .map((text) => text.filter((word) => foldWord(word.text).length > 0))
    .filter(({ length }) => length > 0)
    .map((text) => text.map(({ text, box }) => ({ text, start: box[0] / unit, end: box[2] / unit })))
    .flatMap((text) => {
      const parts = text.length === 1 ? partTouching(text[0]!, vocabulary) : text;
      return parts.every((part) => part.text === parts[0]!.text) || parts !== text
        ? parts.map((part) => [part])
        : [text];
    });
}

/**
 * Whether a text names an organ behind a colon: UNIDAD ORGÁNICA: ALCALDÍA. A column's may say what its numbers mean: 1:
 * ALTA.
 */
function namesOrgan(words: readonly Word[], vocabulary: HeaderVocabulary): boolean {
  const colon = words.findIndex(({ text }) => text.endsWith(":"));
  if (colon === -1 || colon === words.length - 1) return false;
  const before = words.slice(0, colon + 1).map(({ text }) => text.replace(/:$/, ""));
  return vocabulary.meaningOf(before.join(" ").trim())?.key === "organ";
}

/**
 * Months whose names touch those beside them, since their columns are narrower: NOVIEMBREDICIEMBRE. All letters are
 * taken to be as wide.
 */
function partTouching(word: HeaderWord, vocabulary: HeaderVocabulary): HeaderWord[] {
  const isMonth = (text: string) => vocabulary.meaningOf(text)?.kind === "month";
  const part = (from: number): number[] | null => {
    if (from === word.text.length) return [];
    for (let to = word.text.length; to > from; to--) {
      const rest = isMonth(word.text.slice(from, to)) ? part(to) : null;
      if (rest !== null) return [to, ...rest];
    }
    return null;
  };
  const ends = word.text.length > MAX_PART * 2 || /[^\p{L}]/u.test(word.text) ? null : part(0);
  if (ends === null || ends.length < 2) return [word];
  const width = (word.end - word.start) / word.text.length;
  return ends.map((end, i) => {
    const from = ends[i - 1] ?? 0;
    return {
      text: word.text.slice(from, end),
      start: word.start + from * width,
      end: word.start + end * width,
    };
  });
}

/** Longer texts are no part of a name that a narrow cell breaks over two lines. */
const MAX_PART = 20;
/** The lines of one cell stand this near to each other, in heights of the font. */
const NEXT_LINE = 1.6;

/** A name takes up at most as many lines: MET over A over FÍSI over CA over ANU over AL. */
const MAX_STACK = 8;

/**
 * A text alone on its line is a title where it is so many times as high as the line under it: POI 2024 - PROGRAMACIÓN
 * FÍSICA.
 */
const TITLE = 1.25;
/** So many lines of a header tell how wide it is. */
const HEADER_LINES = 4;
/** A title begins this near to the left edge of its table, or has its middle there, in heights of its font. */
const ALIGNED = 2;

/** Whether a line is a title over a header. What stands over some columns alone, such as EJECUTADO, is a part of it. */
function isTitle(lines: readonly TextLine[], at: number): boolean {
  const { words } = lines[at]!;
  const under = lines.slice(at + 1, at + 1 + HEADER_LINES).flatMap((line) => line.words);
  const { size, box } = words[0]!;
  if (under.length === 0 || size < TITLE * under[0]!.size || partTexts(words).length > 1) return false;
  const [left, , right] = boundingBox(under.map((word) => word.box));
  const middle = (box[0] + words.at(-1)!.box[2]) / 2;
  return box[0] - left <= ALIGNED * size || Math.abs(middle - (left + right) / 2) <= ALIGNED * size;
}

/** A text on a line. */
interface Part {
  readonly text: HeaderWord[];
  readonly line: number;
}

/**
 * The texts of each line. Those that mean something together only, one under the other (IV over TRIM., UNIDAD over DE over
 * MEDIDA), are one text, on the line that is nearest to the middle of all.
 */
function stackTexts(
  lines: readonly TextLine[],
  unit: number,
  vocabulary: HeaderVocabulary,
): HeaderWord[][][] {
  const texts = lines.map(({ words }, i) => (isTitle(lines, i) ? [] : toTexts(words, unit, vocabulary)));
  const heightOf = (i: number) => lines[i]!.words[0]!.size;
  const isPart = (text: readonly HeaderWord[], mayMean = false) =>
    lengthOf(text) <= MAX_PART && (mayMean || vocabulary.meaningOf(joined(text)) === null);
  const joinedParts = (parts: readonly Part[]) => joined(parts.flatMap(({ text }) => text));
  /**
   * What stands under parts and is as near as lines of one cell are. ACTIVIDAD, a name of its own, ends that which DE
   * stands over.
   */
  const partsUnder = (parts: readonly Part[]): Part[] => {
    const { text, line } = parts.at(-1)!;
    const mayMean = surelyBreaksOff(joinedParts(parts));
    const found: Part[] = [];
    for (let below = line + 1; below < lines.length; below++) {
      if (lines[below]!.y - lines[line]!.y > NEXT_LINE * heightOf(line)) break;
      for (const under of texts[below]!) {
        if (isUnder(text, under) && isPart(under, mayMean)) found.push({ text: under, line: below });
      }
    }
    return found;
  };
  /** The parts of a name that begins with some: null where nothing under them makes it one. */
  const complete = (parts: readonly Part[]): readonly Part[] | null => {
    for (const under of partsUnder(parts)) {
      const longer = [...parts, under];
      if (vocabulary.meaningOf(joinedParts(longer)) !== null) return longer;
      const whole = longer.length < MAX_STACK ? complete(longer) : null;
      if (whole !== null) return whole;
    }
    return null;
  };
  /** A name that says the same with what stands under it: META over FÍSICA over ANUAL, CÓDIGO over DE over ACTIVIDAD. */
  const extend = (parts: readonly Part[], key: string | undefined): readonly Part[] | null => {
    if (key === undefined || parts.length === MAX_STACK) return null;
    for (const under of partsUnder(parts)) {
      const longer = [...parts, under];
      const longest = extend(longer, key);
      if (longest !== null) return longest;
      if (vocabulary.meaningOf(joinedParts(longer))?.key === key) return longer;
    }
    return null;
  };
  for (const [i, upper] of texts.entries()) {
    for (const text of [...upper]) {
      if (!upper.includes(text)) continue;
      const first = { text, line: i };
      const named = isPart(text) ? complete([first]) : [first];
      const parts = named && (extend(named, vocabulary.meaningOf(joinedParts(named))?.key) ?? named);
      if (parts === null || parts.length === 1) continue;
      for (const part of parts) texts[part.line]!.splice(texts[part.line]!.indexOf(part.text), 1);
      const last = parts.at(-1)!.line;
      const line = nearestLine(lines, (lines[i]!.y + lines[last]!.y) / 2, i, last);
      insert(
        texts[line]!,
        parts.flatMap((part) => part.text),
      );
    }
  }
  return texts;
}

function joined(words: readonly HeaderWord[]): string {
  return words.map(({ text }) => text).join(" ");
}

function lengthOf(words: readonly HeaderWord[]): number {
  return words.reduce((sum, { text }) => sum + text.length + 1, -1);
}

function isUnder(upper: readonly HeaderWord[], lower: readonly HeaderWord[]): boolean {
  return upper[0]!.start < lower.at(-1)!.end && lower[0]!.start < upper.at(-1)!.end;
}

function nearestLine(lines: readonly TextLine[], y: number, from: number, to: number): number {
  let best = from;
  for (let i = from; i <= to; i++) if (Math.abs(lines[i]!.y - y) < Math.abs(lines[best]!.y - y)) best = i;
  return best;
}

/** Puts a text among those of a line; its words, which stood one under the other, share its whole place. */
function insert(line: HeaderWord[][], words: readonly HeaderWord[]): void {
  const start = Math.min(...words.map((word) => word.start));
  const end = Math.max(...words.map((word) => word.end));
  line.push(words.map(({ text }) => ({ text, start, end })));
  line.sort((a, b) => a[0]!.start - b[0]!.start);
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
    joined.push({
      ...group[0]!,
      text: inReadingOrder(group)
        .map(({ text }) => text)
        .join(" "),
      box: boundingBox(group.map(({ box }) => box)),
    });
  }
  return joined;
}

/** Names of one header beside each other share at least this much of the shorter one, */
const BESIDE = 0.5;
/** and the longer one is at most so many times as long: a remark along the edge of the page is none of them. */
const MAX_LONGER = 5;

/** Names that are read upwards and stand beside each other, all as high as the highest: they are of one line of the header. */
export function levelVertical(words: readonly Word[]): Word[] {
  let levels: Word[][] = [];
  for (const word of words) {
    const isOwn = (level: readonly Word[]) => level.some(({ box }) => areBeside(box, word.box));
    levels = [...levels.filter((level) => !isOwn(level)), [...levels.filter(isOwn).flat(), word]];
  }
  return levels.flatMap((level) => {
    const [, top, , bottom] = boundingBox(level.map(({ box }) => box));
    return level.map((word) => ({ ...word, box: [word.box[0], top, word.box[2], bottom] as const }));
  });
}

function areBeside([, top, , bottom]: Word["box"], [, otherTop, , otherBottom]: Word["box"]): boolean {
  const lengths = [bottom - top, otherBottom - otherTop];
  const [shorter, longer] = [Math.min(...lengths), Math.max(...lengths)];
  const shared = Math.min(bottom, otherBottom) - Math.max(top, otherTop);
  return shared >= BESIDE * shorter && longer <= MAX_LONGER * shorter;
}

/** Whether two turned words follow each other on one line, or stand on lines side by side. */
function touch(a: Word, b: Word): boolean {
  if (a.angle !== b.angle) return false;
  const near = 0.6 * Math.min(a.size, b.size);
  const across = Math.max(a.box[0], b.box[0]) - Math.min(a.box[2], b.box[2]);
  const along = Math.max(a.box[1], b.box[1]) - Math.min(a.box[3], b.box[3]);
  return across < near / 2 && along < near;
}
