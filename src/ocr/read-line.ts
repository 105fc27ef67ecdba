import { cutPiece } from "./cut-piece.ts";
import type { Engine, Script, SeenWord } from "./engine.ts";
import type { Piece } from "./find-pieces.ts";
import { LETTERS, type LetterSize, lineImage } from "./line-image.ts";
import type { PreparedPage } from "./prepare-page.ts";

/** Reads one piece of a page with the engine; the words' places are in pixels of the page. */
export async function readLine(
  page: PreparedPage,
  piece: Piece,
  engine: Engine,
  script: Script,
  letters: LetterSize = LETTERS,
): Promise<SeenWord[]> {
  const cut = cutPiece(page.image, piece);
  const line = lineImage(cut, page.letter, letters);
  const toX = (x: number) => Math.round((x - line.margin) / line.across) + cut.left;
  const toY = (y: number) => Math.round((y - line.margin) / line.factor) + cut.top;
  const words = await engine.recognise(line, script);
  return words.map((word, k) => ({
    ...word,
    left: toX(word.left),
    right: toX(endOf(word, words[k + 1])),
    top: toY(word.top),
    bottom: toY(word.bottom),
  }));
}

/** Where a word ends: the engine's box of one may reach over all that follow it on the line. */
function endOf({ left, right }: SeenWord, next: SeenWord | undefined): number {
  return next !== undefined && next.left > left ? Math.min(right, next.left) : right;
}
