import type { Engine, SeenWord } from "./engine.ts";
import type { Piece } from "./find-pieces.ts";
import { LETTERS, type LetterSize } from "./line-image.ts";
import type { PreparedPage } from "./prepare-page.ts";
import { readLine } from "./read-line.ts";

/** What is narrower, in letter heights, may be a figure or two. */
const NARROWEST_WORD = 2.5;
/** The engine takes the white before a raw line for a quotation mark. */
const QUOTES = /^["“”'‘’]+/;
/** Anything else that it makes of print without letters is made up. */
const WORD = /\p{L}{3}/u;

/**
 * Reads a piece as text. Of small print whose letters run into each other the engine finds no letters and says nothing;
 * it reads many such words where it need not find them first.
 */
export async function readText(
  page: PreparedPage,
  piece: Piece,
  engine: Engine,
  letters: LetterSize = LETTERS,
): Promise<SeenWord[]> {
  const words = await readLine(page, piece, engine, "text", letters);
  if (words.length > 0 || piece.right - piece.left < NARROWEST_WORD * page.letter) return words;
  const blurred = await readLine(page, piece, engine, "blurred", letters);
  const read = blurred.map((word) => ({ ...word, text: word.text.replace(QUOTES, "") }));
  return read.some(({ text }) => WORD.test(text)) ? read.filter(({ text }) => text !== "") : [];
}
