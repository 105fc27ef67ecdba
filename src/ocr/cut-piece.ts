import type { GrayImage } from "./gray-image.ts";
import type { Piece } from "./find-pieces.ts";

/** Around each run of ink, so much of the grey that belongs to it is taken along, in pixels. */
const EDGE = 2;

/**
 * Cuts a piece of print out of its page: its own ink on white, without what stands near it.
 * The picture's top left is the piece's, so that places in it are places in the piece.
 */
export function cutPiece({ width, height, data }: GrayImage, piece: Piece): GrayImage {
  const left = Math.max(0, piece.left - EDGE);
  const top = Math.max(0, piece.top - EDGE);
  const wide = Math.min(width, piece.right + EDGE) - left;
  const high = Math.min(height, piece.bottom + EDGE) - top;
  const cut = new Uint8Array(wide * high).fill(255);
  for (const { runs } of piece.parts) {
    for (let k = 0; k < runs.length; k += 3) {
      const from = Math.max(left, runs[k + 1]! - EDGE);
      const past = Math.min(left + wide, runs[k + 2]! + EDGE);
      const last = Math.min(top + high - 1, runs[k]! + EDGE);
      for (let y = Math.max(top, runs[k]! - EDGE); y <= last; y++) {
        cut.set(data.subarray(y * width + from, y * width + past), (y - top) * wide + from - left);
      }
    }
  }
  return { width: wide, height: high, data: cut };
}
