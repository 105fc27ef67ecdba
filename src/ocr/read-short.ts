import type { Engine, SeenWord } from "./engine.ts";
import type { Piece } from "./find-pieces.ts";
import type { LetterSize } from "./line-image.ts";
import type { PreparedPage } from "./prepare-page.ts";
import { readLine } from "./read-line.ts";
import { readText } from "./read-text.ts";

/** Another size, at which the engine does not lose the same letters. */
const OTHER_LETTERS: LetterSize = { height: 36, narrow: 1 };
/** Ink beside the words that is wider than this, in letter heights, is a letter. */
const LETTER = 0.5;

/**
 * Reads a short piece of print. Of a lone word the engine may lose the last letter and be sure of it: `PROG` is `PRO`.
 * Where its words leave the place of a letter, another size is tried.
 */
export async function readShort(page: PreparedPage, piece: Piece, engine: Engine): Promise<SeenWord[]> {
  const words = await readText(page, piece, engine);
  const text = joined(words);
  const left = Math.min(...words.map((word) => word.left));
  const right = Math.max(...words.map((word) => word.right));
  const room = Math.max(left - piece.left, piece.right - right);
  if (!/^\p{L}+$/u.test(text) || room < LETTER * page.letter) return words;
  const again = await readLine(page, piece, engine, "text", OTHER_LETTERS);
  return joined(again).length > text.length ? again : words;
}

function joined(words: readonly SeenWord[]): string {
  return words.map(({ text }) => text).join("");
}
