import type { Piece } from "./find-pieces.ts";
import type { PreparedPage } from "./prepare-page.ts";

/** The place of a figure, in letter heights: where a stamp crosses a number, a figure may be gone with it. */
const REACH = 0.8;

/** Whether a stamp or a blot touches a piece, or the place of a figure more at its sides. */
export function isSpoiled({ spoiled, image, letter }: PreparedPage, piece: Piece): boolean {
  if (spoiled === null) return false;
  const reach = Math.round(REACH * letter);
  const from = Math.max(0, piece.left - reach);
  const past = Math.min(image.width, piece.right + reach);
  for (let y = piece.top; y < piece.bottom; y++) {
    if (spoiled.subarray(y * image.width + from, y * image.width + past).includes(1)) return true;
  }
  return false;
}
