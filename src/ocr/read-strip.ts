import { cutPiece } from "./cut-piece.ts";
import type { Engine, Script, SeenWord } from "./engine.ts";
import type { Piece } from "./find-pieces.ts";
import type { GrayImage } from "./gray-image.ts";
import { lineImage } from "./line-image.ts";
import type { PreparedPage } from "./prepare-page.ts";

/** Between pieces, in letter heights: a wide word space. Measured from 1 to 3 on a header of months. */
const GAP = 1;
/** White above and below. */
const ROOM = 2;

/**
 * Reads pieces that stand side by side as one line: the engine says nothing of many a short word alone that it
 * reads among others. Gives for each piece what was read in its place.
 */
export async function readStrip(
  page: PreparedPage,
  pieces: readonly Piece[],
  engine: Engine,
  script: Script = "text",
): Promise<Map<Piece, SeenWord[]>> {
  const gap = Math.round(GAP * page.letter);
  const top = Math.min(...pieces.map((piece) => piece.top)) - ROOM;
  const height = Math.max(...pieces.map((piece) => piece.bottom)) + ROOM - top;
  const cuts = pieces.map((piece) => ({ piece, cut: cutPiece(page.image, piece), at: 0 }));
  let width = 0;
  for (const one of cuts) {
    one.at = width;
    width += one.cut.width + gap;
  }
  const strip: GrayImage = { width, height, data: new Uint8Array(width * height).fill(255) };
  for (const { cut, at } of cuts) {
    for (let y = 0; y < cut.height; y++) {
      const row = y + cut.top - top;
      if (row < 0 || row >= height) continue;
      strip.data.set(cut.data.subarray(y * cut.width, (y + 1) * cut.width), row * width + at);
    }
  }
  const line = lineImage(strip, page.letter);
  const words = await engine.recognise(line, script);
  const read = new Map<Piece, SeenWord[]>(pieces.map((piece) => [piece, []]));
  for (const word of words) {
    const middle = ((word.left + word.right) / 2 - line.margin) / line.across;
    const own = cuts.findLast(({ at }) => at <= middle + gap / 2);
    if (own === undefined) continue;
    const { left, right, top, bottom } = own.piece;
    read.get(own.piece)!.push({ ...word, left, right, top, bottom });
  }
  return read;
}
