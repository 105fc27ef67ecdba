import type { SeenWord } from "./engine.ts";
import type { Component } from "./find-components.ts";
import type { Piece } from "./find-pieces.ts";

/** Words that a roman numeral stands before in the headers of plans. */
const COUNTED = /(?:TRIM|SEM)/i;
/** All in letter heights: a bar is this narrow and this high, and a space this wide. */
const BAR_WIDTH = 0.42;
const BAR_HEIGHT = 0.75;
const SPACE = 0.22;

/**
 * Puts the roman numeral of a quarter right by the shapes of its strokes: to an engine that reads words, `I TRIM.`
 * is `TRIM.` and `II` is `NN` or `11`. Words that are no quarter stay as they are.
 */
export function mendQuarter(piece: Piece, words: readonly SeenWord[]): readonly SeenWord[] {
  const at = words.findIndex(({ text }) => COUNTED.test(text));
  const counted = words[at];
  if (counted === undefined || at > 1) return words;
  const height = piece.bottom - piece.top;
  const letters = piece.parts.filter((part) => part.bottom - part.top >= BAR_HEIGHT * height);
  const gap = letters.findIndex((part, k) => k > 0 && part.left - letters[k - 1]!.right >= SPACE * height);
  if (gap < 1 || gap > 3) return words;
  const numeral = readStrokes(letters.slice(0, gap), height);
  if (numeral === null) return words;
  const from = letters[gap]!.left;
  const mended: SeenWord = {
    text: numeral,
    confidence: counted.confidence,
    left: piece.left,
    top: piece.top,
    right: letters[gap - 1]!.right,
    bottom: piece.bottom,
  };
  const text = counted.text.slice(counted.text.search(COUNTED));
  return [mended, { ...counted, text, left: from }, ...words.slice(at + 1)];
}

/** Bars are ones, and what is wider after a bar is a five. */
function readStrokes(strokes: readonly Component[], height: number): string | null {
  const marks = strokes.map(({ left, right }) => (right - left <= BAR_WIDTH * height ? "I" : "V"));
  const numeral = marks.join("");
  return /^(?:I{1,3}|IV)$/.test(numeral) ? numeral : null;
}
