import type { Component } from "./find-components.ts";
import type { PreparedPage } from "./prepare-page.ts";
import type { Print } from "./print.ts";

/** Words that a roman numeral stands before, or over, in titles and headers of plans. */
const COUNTED = /^(.{0,4}?)((?:TRIM|SEM)(?:ESTRE)?[.,:]?)$/i;
/** What a reader of words takes the bars of a numeral for. */
const LOOK_ALIKE = /^[I1l|!iíJ\][]{1,3}$/;
/** All in letter heights: a bar is this narrow and this high, and a space this wide. */
const BAR_WIDTH = 0.42;
const BAR_HEIGHT = 0.75;
const SPACE = 0.22;
const MOST_BARS = 3;
/** A bar with its serifs. */
const WIDEST_BAR = 0.55;
/** How far the numeral stands from its word, beside it and above it. */
const BESIDE = 1.2;
const ABOVE = 1.4;

/** The quarters of a year, as they stand from left to right. */
const QUARTERS = ["I", "II", "III", "IV"];

/** A word that a numeral belongs to, and what was found of the numeral. */
interface Counted {
  readonly word: Print;
  /** The text that stands before or over the word, if there is one. */
  readonly before: Print | undefined;
  readonly numeral: string | null;
  /** The word and its numeral, where they were read as one. */
  readonly inside: readonly Print[] | null;
}

/**
 * Puts the roman numerals of quarters right by the shapes of their strokes: to an engine that reads words, `I TRIM.`
 * is `TRIM.`, `II` is `NN` or 11, and `IV` is `1V`. The numeral may stand in the same text, beside it or over it. Of
 * four quarters in a row, those that cannot be told are those that are missing.
 */
export function mendNumerals(page: PreparedPage, print: readonly Print[]): Print[] {
  const counted = print.flatMap((word) => findNumeral(word, page, print) ?? []);
  const mended = new Map<Print, readonly Print[]>();
  for (const one of inOrder(counted)) {
    const { word, before, numeral, inside } = one;
    if (before !== undefined && numeral !== null) {
      mended.set(before, [{ ...before, text: numeral, readings: [] }]);
    } else if (inside === null) {
      if (numeral !== null)
        mended.set(word, [{ ...word, ...beside(word, page.letter), text: numeral }, word]);
    } else {
      mended.set(word, numeral === null ? inside : [{ ...inside[0]!, text: numeral }, inside[1]!]);
      // The engine may have seen the numeral as well, and its place in that of the word.
      for (const other of print) {
        if (other !== word && isOver(other, inside[0]!) && isNumeral(other.text)) mended.set(other, []);
      }
    }
  }
  return print.flatMap((one) => mended.get(one) ?? [one]);
}

function findNumeral(word: Print, { pieces, letter }: PreparedPage, print: readonly Print[]): Counted | null {
  const match = COUNTED.exec(word.text);
  if (match === null || word.readings.length > 0) return null;
  const partsOf = (place: Place) =>
    pieces.flatMap((piece) => (isOver(piece, place) ? piece.parts.filter(isIn(place)) : []));
  const inside = partNumeral(word, match[2]!, partsOf(word));
  const before = print.find((other) => other !== word && isBefore(other, word, letter));
  if (before === undefined) return { word, before, numeral: inside?.[0]?.text ?? null, inside };
  const parts = partsOf(before);
  // The engine's box may hold one bar of several: a space parts them all from the word.
  const both = partNumeral(word, match[2]!, partsOf(around(before, word)));
  const numeral = both?.[0]?.text ?? readStrokes(parts) ?? readLetters(before, parts);
  return { word, before, inside, numeral };
}

/** Gives four quarters on a line their numerals in order, where more of them are read so than otherwise. */
function inOrder(counted: readonly Counted[]): Counted[] {
  return counted.map((one) => {
    const line = counted
      .filter(({ word }) => word.top < one.word.bottom && one.word.top < word.bottom)
      .sort((a, b) => a.word.left - b.word.left);
    const read = line.filter(({ numeral }) => numeral !== null);
    const right = line.filter(({ numeral }, k) => numeral === QUARTERS[k]);
    return line.length === QUARTERS.length && 2 * right.length > read.length
      ? { ...one, numeral: QUARTERS[line.indexOf(one)]! }
      : one;
  });
}

/** Where the numeral of a word stands that was not read at all. */
function beside({ left }: Place, letter: number): Pick<Place, "left" | "right"> {
  return { left: left - letter, right: left - SPACE * letter };
}

/** A numeral that was read as part of its word, or not at all though its strokes are there. */
function partNumeral(word: Print, text: string, parts: readonly Component[]): Print[] | null {
  // The widest of the first gaps: bars of a numeral stand apart as well, but less.
  const gaps = parts.slice(1, MOST_BARS + 1).map((part, k) => part.left - parts[k]!.right);
  const gap = gaps.indexOf(Math.max(...gaps)) + 1;
  if (gap < 1 || gaps[gap - 1]! < SPACE * heightOf(parts)) return null;
  const numeral = readStrokes(parts.slice(0, gap));
  if (numeral === null) return null;
  const { right } = parts[gap - 1]!;
  return [
    { ...word, text: numeral, right },
    { ...word, text, left: parts[gap]!.left },
  ];
}

/** Bars are ones, and what is wider after a bar is a five. */
function readStrokes(parts: readonly Component[]): string | null {
  const height = heightOf(parts);
  const letters = parts.filter((part) => part.bottom - part.top >= BAR_HEIGHT * height);
  const marks = letters.map(({ left, right }) => (right - left <= BAR_WIDTH * height ? "I" : "V"));
  const numeral = marks.join("");
  return /^(?:I{1,3}|IV)$/.test(numeral) ? numeral : null;
}

/** Only where the text is as narrow as its bars: an `IV` whose strokes touch is read as 1 too. */
function readLetters({ text, left, right }: Print, parts: readonly Component[]): string | null {
  if (QUARTERS.includes(text)) return text;
  if (!LOOK_ALIKE.test(text)) return null;
  return right - left <= text.length * WIDEST_BAR * heightOf(parts) ? "I".repeat(text.length) : null;
}

function isNumeral(text: string): boolean {
  return QUARTERS.includes(text) || LOOK_ALIKE.test(text);
}

function heightOf(parts: readonly Component[]): number {
  return Math.max(0, ...parts.map((part) => part.bottom - part.top));
}

function around(a: Place, b: Place): Place {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

type Place = Pick<Component, "left" | "top" | "right" | "bottom">;

function isOver(a: Place, b: Place): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isIn(place: Place): (part: Component) => boolean {
  return ({ left, right, top, bottom }) => {
    const x = (left + right) / 2;
    const y = (top + bottom) / 2;
    return x >= place.left && x <= place.right && y >= place.top && y <= place.bottom;
  };
}

/** Whether a text stands just before another on its line, or just above it. */
function isBefore(one: Place, word: Place, letter: number): boolean {
  const isShort = one.right - one.left < word.right - word.left;
  const onLine = Math.min(one.bottom, word.bottom) - Math.max(one.top, word.top) > 0;
  const beside = word.left - one.right;
  // The engine's boxes of two words of a line may reach into each other.
  if (onLine) return isShort && one.left <= word.left && one.right < word.right && beside <= BESIDE * letter;
  const middle = (one.left + one.right) / 2;
  const above = word.top - one.bottom;
  return isShort && above >= 0 && above <= ABOVE * letter && middle > word.left && middle < word.right;
}
