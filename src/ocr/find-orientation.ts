import type { Bitmap } from "./binarise.ts";
import { cutPiece } from "./cut-piece.ts";
import type { Engine, SeenWord } from "./engine.ts";
import { findComponents } from "./find-components.ts";
import { boundsOf, type Piece } from "./find-pieces.ts";
import { letterHeight } from "./letter-height.ts";
import { lineImage, NARROW_LETTERS } from "./line-image.ts";
import type { PreparedPage } from "./prepare-page.ts";
import { turnImage } from "./turn-image.ts";

/** How far to look for a letter's neighbour, in letter heights. */
const NEAR = 1.5;
/** Lines that are read, the longest, and how much of each: a few words tell. */
const LINES = 4;
const MOST_PARTS = 18;
/** The fewest parts of a line that can tell which way up it is. */
const LEAST_PARTS = 5;
/** So many letters in long words that the engine is sure of are not those of a page on its head. */
const ENOUGH_LETTERS = 20;
const SURE = 0.85;
const LONG_WORD = /^\p{L}{4,}$/u;

/**
 * Whether the lines of text run across the page rather than down it: letters stand nearer to the next letter of
 * their line than to the next line.
 */
export function runsAcross(bitmap: Bitmap, dpi: number): boolean {
  const all = findComponents(bitmap);
  const letter = letterHeight(all, dpi);
  const letters = all.filter((one) => {
    const high = one.bottom - one.top;
    const wide = one.right - one.left;
    return Math.max(high, wide) <= 2 * letter && Math.max(high, wide) >= 0.5 * letter;
  });
  const cell = Math.max(1, Math.round(NEAR * letter));
  const cells = new Map<string, typeof letters>();
  const key = (x: number, y: number) => `${Math.floor(x / cell)},${Math.floor(y / cell)}`;
  for (const one of letters) {
    const at = key(one.left, one.top);
    cells.set(at, [...(cells.get(at) ?? []), one]);
  }
  let across = 0;
  let down = 0;
  for (const one of letters) {
    let beside = NEAR * letter;
    let below = NEAR * letter;
    for (let dy = -2; dy <= 2; dy++) {
      for (let dx = -2; dx <= 2; dx++) {
        for (const other of cells.get(key(one.left + dx * cell, one.top + dy * cell)) ?? []) {
          if (other === one) continue;
          const gapX = Math.max(other.left - one.right, one.left - other.right);
          const gapY = Math.max(other.top - one.bottom, one.top - other.bottom);
          if (gapX >= 0 && gapY < 0) beside = Math.min(beside, gapX);
          if (gapY >= 0 && gapX < 0) below = Math.min(below, gapY);
        }
      }
    }
    if (beside < below) across++;
    if (below < beside) down++;
  }
  return across >= down;
}

/**
 * Whether a page, its lines level, stands on its head: its lines read better turned over. They are only turned over
 * where they give few words as they lie.
 */
export async function standsOnHead(page: PreparedPage, engine: Engine): Promise<boolean> {
  const lines = page.pieces
    .filter((piece) => piece.parts.length >= LEAST_PARTS)
    .sort((a, b) => b.parts.length - a.parts.length || a.top - b.top)
    .slice(0, LINES)
    .map(({ parts }) => boundsOf(parts.slice(0, MOST_PARTS)));
  const asItLies = await readLines(page, lines, 0, engine);
  if (sureLetters(asItLies) >= ENOUGH_LETTERS) return false;
  return legibility(await readLines(page, lines, 180, engine)) > legibility(asItLies);
}

async function readLines(
  page: PreparedPage,
  lines: readonly Piece[],
  turn: 0 | 180,
  engine: Engine,
): Promise<SeenWord[]> {
  const read = await Promise.all(
    lines.map((line) =>
      engine.recognise(
        lineImage(turnImage(cutPiece(page.image, line), turn), page.letter, NARROW_LETTERS),
        "text",
      ),
    ),
  );
  return read.flat();
}

/** How many letters the engine is sure of. */
function legibility(words: readonly SeenWord[]): number {
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence ** 2, 0);
}

/** The letters of words that nobody reads on their head. */
function sureLetters(words: readonly SeenWord[]): number {
  return words
    .filter(({ text, confidence }) => confidence >= SURE && LONG_WORD.test(text))
    .reduce((sum, { text }) => sum + text.length, 0);
}
