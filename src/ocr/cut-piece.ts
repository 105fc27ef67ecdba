import type { Piece } from "./find-pieces.ts";
import type { GrayImage } from "./gray-image.ts";
import { shadeAt } from "./shade-at.ts";

/** Around each run of ink, so much of the grey that belongs to it is taken along, in pixels. */
const EDGE = 2;
/** Shares of the pixels, from dark to light, that stand for full ink and for paper. */
const INK_SHARE = 0.05;
const PAPER_SHARE = 0.9;

/**
 * Cuts a piece of print out of its page: its own ink, stretched to black, on white, without what stands near it.
 * The picture begins at `left` and `top` of the page.
 */
export function cutPiece(
  { width, height, data }: GrayImage,
  piece: Piece,
): GrayImage & { readonly left: number; readonly top: number } {
  const left = Math.max(0, piece.left - EDGE);
  const top = Math.max(0, piece.top - EDGE);
  const wide = Math.min(width, piece.right + EDGE) - left;
  const high = Math.min(height, piece.bottom + EDGE) - top;
  const own = new Uint8Array(wide * high);
  const shades = new Uint32Array(256);
  let count = 0;
  for (const { runs } of piece.parts) {
    for (let k = 0; k < runs.length; k += 3) {
      const from = Math.max(left, runs[k + 1]! - EDGE);
      const past = Math.min(left + wide, runs[k + 2]! + EDGE);
      const last = Math.min(top + high - 1, runs[k]! + EDGE);
      for (let y = Math.max(top, runs[k]! - EDGE); y <= last; y++) {
        for (let x = from; x < past; x++) {
          const at = (y - top) * wide + x - left;
          if (own[at] === 1) continue;
          own[at] = 1;
          shades[data[y * width + x]!]!++;
          count++;
        }
      }
    }
  }
  const ink = shadeAt(shades, Math.floor(INK_SHARE * count));
  const paper = Math.max(ink + 1, shadeAt(shades, Math.floor(PAPER_SHARE * count)));
  const cut = new Uint8Array(wide * high).fill(255);
  for (let y = 0, at = 0; y < high; y++) {
    for (let x = 0; x < wide; x++, at++) {
      if (own[at] === 0) continue;
      const shade = (data[(y + top) * width + x + left]! - ink) / (paper - ink);
      cut[at] = Math.max(0, Math.min(255, Math.round(255 * shade)));
    }
  }
  return { width: wide, height: high, data: cut, left, top };
}
