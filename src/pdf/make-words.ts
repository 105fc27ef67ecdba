import type { Box, Ruling, Word } from "../document.ts";
import { colourOf } from "./colour-of.ts";
import { createShare } from "./create-share.ts";
import { firstFrom } from "./first-from.ts";
import { plainText } from "./plain-text.ts";
import type { Glyph } from "./read-operators.ts";

/**
 * A gap this wide, in heights of the font, parts two words where no space is printed. Spaces are 0.2 to 0.3 wide, 0.15 where
 * both letters beside them are kerned; gaps within the words of browsers reach 0.1.
 */
const GAP = 0.14;
/**
 * A gap this narrow, in heights of the font, is one within a word even where a space is printed, which kerning took back
 * ("FINA NCIERO"), or where two texts were painted apart.
 */
const CLOSE = 0.1;
/** Glyphs of one text that go back more than this, in heights of the font, begin another. */
const BACK = 0.45;
/** Texts that overlap more than this, in heights of the font, are two: a number that is wider than its cell. */
const OVERLAP = 0.12;
/** Letters of one text may be drawn together this much by kerning (AV), in heights of the font; numbers never are. */
const KERNED = 0.25;
/** So may texts that were parted where they are kerned, and painted one after the other: pairs such as TA by 0.12, T- by 0.14. */
const KERNED_APART = 0.15;
/** A line may stand this far within a text that is a little wider than its cell, in heights of the font. */
const WITHIN = 0.2;
/** The same glyph painted again this near, in heights of the font, is a bold face made by printing twice. */
const DOUBLE = 0.12;
/** Pieces nearer than this, in heights of the font, were set as one text; numbers of narrow columns stand further apart. */
const SEAMLESS = 0.05;
/** A glyph that begins this near to where another ended, in heights of the font, was placed there by its advance. */
const EXACT = 0.01;
/** Baselines nearer than this, in heights of the font, are one. */
const SAME_LINE = 0.05;
/** Letters beside each other that differ more than this in height belong to different texts. */
const SAME_SIZE = 1.3;
/** How far a font reaches over and under its baseline, in heights. */
const ASCENT = 0.75;
const DESCENT = 0.2;

/**
 * Puts glyphs that run from left to right together as words, whatever the order in which they were painted: digits
 * set one by one are joined, kerning within words is passed over, a text that is painted twice is read once. Texts
 * on two sides of a vertical line are two, however near.
 *
 * @returns words from top to bottom and from left to right, by baseline
 */
export function makeWords(glyphs: readonly Glyph[], vertical: readonly Ruling[]): Word[] {
  const words: Word[] = [];
  const lines = [...vertical].sort((a, b) => a.at - b.at);
  const share = createShare();
  const add = (piece: Piece) => words.push(toWord(piece, share));
  const printed = [...byBaseline(makePieces(glyphs))];
  const starts = findStarts(printed);
  for (const line of printed) {
    let current: Piece | null = null;
    let spaced = false;
    for (const piece of line) {
      if (piece.text === "") {
        spaced = true;
        continue;
      }
      if (current !== null && isPaintedTwice(current, piece)) continue;
      const isApart =
        current !== null && (isCrossed(current, piece, lines) || areOfColumns(current, piece, starts));
      if (current !== null && areOneWord(current, piece, spaced) && !isApart) {
        current = join(current, piece);
      } else {
        if (current !== null) add(current);
        current = piece;
      }
      spaced = false;
    }
    if (current !== null) add(current);
  }
  return words;
}

/** Glyphs painted one after the other without a gap; an empty text is a space. */
interface Piece {
  readonly text: string;
  readonly x: number;
  readonly endX: number;
  readonly y: number;
  readonly size: number;
  readonly style: string;
  /** The text object that it was painted in. */
  readonly object: number;
  /** The runs of glyphs, painted at once, that it begins and ends in. */
  readonly run: number;
  readonly endRun: number;
  readonly isCut: boolean;
}

function makePieces(glyphs: readonly Glyph[]): Piece[] {
  const pieces: Piece[] = [];
  // A page has thousands of glyphs: the piece that grows is changed in place.
  let current: { -readonly [K in keyof Piece]: Piece[K] } | null = null;
  let lastRun = -1;
  for (const glyph of glyphs) {
    const { x, endX, y, size, style, run, object, isCut = false } = glyph;
    const text = glyph.text.trim();
    const isPrinted = current !== null && text !== "" && current.text !== "";
    if (current !== null && isPrinted && (lastRun === run ? isNext : isJoined)(current, glyph)) {
      current.text += text;
      current.endX = Math.max(current.endX, endX);
      current.isCut ||= isCut;
      current.endRun = run;
      lastRun = run;
      continue;
    }
    current = { text, x, endX, y, size, style, object, run, endRun: run, isCut };
    lastRun = run;
    pieces.push(current);
  }
  return pieces;
}

function isNext(last: Piece, glyph: Glyph): boolean {
  const gap = (glyph.x - last.endX) / glyph.size;
  return (
    gap <= (isPhraseEnd(last.text, glyph.text) ? CLOSE : GAP) &&
    gap >= -BACK &&
    Math.abs(glyph.y - last.y) <= SAME_LINE * glyph.size
  );
}

/**
 * Whether a glyph is painted right after another and where that one ends, though by itself: so set are texts whose
 * letters are placed one by one, and which may overlap with the next text as a whole.
 */
function isJoined(last: Piece, glyph: Glyph): boolean {
  return (
    last.object === glyph.object &&
    last.style === glyph.style &&
    last.size === glyph.size &&
    Math.abs(glyph.x - last.endX) <= EXACT * glyph.size &&
    Math.abs(glyph.y - last.y) <= SAME_LINE * glyph.size
  );
}

function* byBaseline(pieces: readonly Piece[]): Generator<Piece[]> {
  const sorted = [...pieces].sort((a, b) => a.y - b.y);
  let line: Piece[] = [];
  for (const piece of sorted) {
    const last = line.at(-1);
    if (last !== undefined && piece.y - last.y > SAME_LINE * Math.min(piece.size, last.size)) {
      yield line.sort((a, b) => a.x - b.x);
      line = [];
    }
    line.push(piece);
  }
  if (line.length > 0) yield line.sort((a, b) => a.x - b.x);
}

function isPaintedTwice(a: Piece, b: Piece): boolean {
  return (
    a.text.endsWith(b.text) &&
    Math.abs(a.endX - b.endX) < DOUBLE * a.size &&
    sameSize(a, b) < 1.01 &&
    a.x <= b.x + DOUBLE * a.size &&
    b.endX - b.x > DOUBLE * a.size
  );
}

function sameSize(a: Piece, b: Piece): number {
  return Math.max(a.size, b.size) / Math.min(a.size, b.size);
}

function areOneWord(last: Piece, piece: Piece, spaced: boolean): boolean {
  if (sameSize(last, piece) > SAME_SIZE || colourOf(last.style) !== colourOf(piece.style)) return false;
  const gap = (piece.x - last.endX) / Math.min(last.size, piece.size);
  if (gap < -mostOverlap(last, piece)) return false;
  if (areOfTwoCells(last, piece)) return Math.abs(gap) <= EXACT;
  if (DIGIT_LAST.test(last.text) && DIGIT_FIRST.test(piece.text)) return gap <= SEAMLESS;
  const isParted = spaced || last.object !== piece.object || isPhraseEnd(last.text, piece.text);
  return gap <= (isParted ? CLOSE : GAP);
}

/** Whether a phrase ends before a letter: no word has such a mark in it, and kerning makes the space behind it narrow. */
function isPhraseEnd(text: string, next: string): boolean {
  return PHRASE_LAST.test(text) && LETTER_FIRST.test(next);
}

const DIGIT_LAST = /[0-9]$/;
const DIGIT_FIRST = /^[0-9]/;
const LETTER_LAST = /\p{L}$/u;
const LETTER_FIRST = /^\p{L}/u;
const PHRASE_LAST = /[,;:]$/;
/** A text ends with a letter, or with a mark that no word goes on after. */
const TEXT_LAST = /[\p{L}.,;:)\]”"]$/u;

/**
 * Whether two pieces painted apart are a number and what stands in the cell beside it, and touch since they fill their
 * cells: a text, or another number of several digits. Within a word they would be placed by their advance.
 */
function areOfTwoCells(last: Piece, piece: Piece): boolean {
  if (last.object === piece.object) return false;
  const isNumber = DIGIT_FIRST.test(piece.text);
  if (!DIGIT_LAST.test(last.text)) return isNumber && LETTER_LAST.test(last.text);
  return isNumber ? last.text.length > 1 && piece.text.length > 1 : LETTER_FIRST.test(piece.text);
}

/** Texts that stand clear of what is before them, at least so many and from the same x on, are those of a column. */
const MIN_STARTS = 3;
/** How far from the text before it such a text begins, in heights of the font. */
const CLEAR = 0.5;
/** Letters painted one by one are not asked where they begin. */
const MIN_LETTERS = 3;

/** The left edges of columns of texts, in tenths of a point. */
function findStarts(lines: readonly (readonly Piece[])[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const line of lines) {
    let end = Number.NEGATIVE_INFINITY;
    for (const { text, x, endX, size } of line) {
      if (text === "") continue;
      if (text.length >= MIN_LETTERS && x - end >= CLEAR * size)
        counts.set(tenths(x), (counts.get(tenths(x)) ?? 0) + 1);
      end = Math.max(end, endX);
    }
  }
  return new Set([...counts].flatMap(([x, count]) => (count >= MIN_STARTS ? [x] : [])));
}

function tenths(x: number): number {
  return Math.round(10 * x);
}

/** Whether two texts painted apart touch since the first fills its column, at the edge of which the other begins. */
function areOfColumns(last: Piece, piece: Piece, starts: ReadonlySet<number>): boolean {
  if (last.endRun === piece.run || !starts.has(tenths(piece.x))) return false;
  // A letter that is kerned over the next one is of its word, though other texts of the column happen to begin there: TALLER.
  const isKerned = KERNED_PAIR.test(`${last.text.at(-1)}${piece.text[0]}`);
  if (isKerned && last.object === piece.object && last.endX - piece.x > EXACT * piece.size) return false;
  return TEXT_LAST.test(last.text) && LETTER_FIRST.test(piece.text) && piece.text.length >= MIN_LETTERS;
}

/** Letters that most fonts draw together. */
const KERNED_PAIR =
  /[TVWY]-|[PTVWYF][.,]|A[TVWYCGOQU]|[PTVWYF][AÁaáeéoóuú]|[LR][TVWY]|[DOÓ][AVWY]|V[Oo]|Y[OÓo]/;

/** How much of two pieces of one word may overlap: those painted apart do so only by kerning, right after each other. */
function mostOverlap(last: Piece, piece: Piece): number {
  const isPair = KERNED_PAIR.test(`${last.text.at(-1)}${piece.text[0]}`);
  if (last.object === piece.object) {
    if (LETTER_LAST.test(last.text) && LETTER_FIRST.test(piece.text)) return KERNED;
    return isPair ? KERNED_APART : OVERLAP;
  }
  const areNext = piece.object === last.object + 1 && piece.style === last.style && piece.y === last.y;
  return areNext && isPair ? KERNED_APART : SEAMLESS;
}

/**
 * Whether a vertical line stands between two pieces, or hardly within one of them. A text that is wider than its cell
 * is painted at once and without a gap across the line.
 */
function isCrossed(last: Piece, piece: Piece, lines: readonly Ruling[]): boolean {
  const gap = (piece.x - last.endX) / piece.size;
  const areLetters = LETTER_LAST.test(last.text) && LETTER_FIRST.test(piece.text);
  const isSeamless = areLetters ? gap >= -KERNED && gap <= SEAMLESS : Math.abs(gap) <= EXACT;
  if (isSeamless && last.object === piece.object) return false;
  const from = last.endX - WITHIN * last.size;
  const to = piece.x + WITHIN * piece.size;
  const y = piece.y - piece.size / 3;
  for (let i = firstFrom(lines, from); i < lines.length && lines[i]!.at <= to; i++) {
    if (lines[i]!.from <= y && y <= lines[i]!.to) return true;
  }
  return false;
}

function join(a: Piece, b: Piece): Piece {
  const endX = Math.max(a.endX, b.endX);
  const { object, endRun } = b;
  return { ...a, text: a.text + b.text, endX, object, endRun, isCut: a.isCut || b.isCut };
}

function toWord({ text, x, endX, y, size, style, isCut }: Piece, share: (text: string) => string): Word {
  const box: Box = [x, y - ASCENT * size, endX, y + DESCENT * size];
  return { text: share(plainText(text)), box, size, angle: 0, style, ...(isCut && { isCut }) };
}
