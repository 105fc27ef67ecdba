import type { Engine, SeenWord } from "./engine.ts";
import type { Piece } from "./find-pieces.ts";
import type { PreparedPage } from "./prepare-page.ts";
import { readLine } from "./read-line.ts";

/** Another size, at which the engine does not lose the same letters. */
const OTHER_HEIGHT = 36;
/** The share of a capital's height from which a component is a letter. */
const LETTER = 0.7;

/**
 * Reads a short piece of print. Of a lone word the engine may lose the last letter and be sure of it: `PROG` is `PRO`.
 * Where it gives fewer letters than there are components of a letter's height, another size is tried.
 */
export async function readShort(page: PreparedPage, piece: Piece, engine: Engine): Promise<SeenWord[]> {
  const words = await readLine(page, piece, engine, "text");
  const { length } = joined(words);
  const letters = piece.parts.filter((part) => part.bottom - part.top >= LETTER * page.letter).length;
  if (length === 0 || length >= letters || !/^\p{L}+$/u.test(joined(words))) return words;
  const again = await readLine(page, piece, engine, "text", OTHER_HEIGHT);
  return joined(again).length > length ? again : words;
}

function joined(words: readonly SeenWord[]): string {
  return words.map(({ text }) => text).join("");
}
