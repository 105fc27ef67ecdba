import type { Piece } from "./find-pieces.ts";
import { cutPiece } from "./cut-piece.ts";
import type { GrayImage } from "./gray-image.ts";

/** All glyphs are brought to this height; the width holds any figure of that height with room beside it. */
export const GLYPH_WIDTH = 18;
export const GLYPH_HEIGHT = 20;

/** A figure, or a mark between figures, cut out of a number. */
export interface Glyph {
  readonly kind: "figure" | "mark";
  /** `GLYPH_WIDTH` by `GLYPH_HEIGHT` shades, 0 paper to 1 ink, row by row; empty for a mark. */
  readonly shades: Float32Array;
  /** Pixels of the page. */
  readonly left: number;
  readonly right: number;
}

/** All in heights of the number. What is lower is a point or a comma. */
const MARK_HEIGHT = 0.42;
/** What is wider is two figures or more that touch: a figure and its gap are 0.75 wide in most fonts. */
const WIDE = 0.92;
const ADVANCE = 0.77;
/** Where two figures touch, ink is thinnest near the middle; how far from it to look. */
const SEARCH = 0.18;

/**
 * Parts a number into its figures and marks, left to right: by its components, which it joins where a figure
 * is broken and parts where figures touch.
 */
export function cutGlyphs(page: GrayImage, piece: Piece): Glyph[] {
  const cut = cutPiece(page, piece);
  const height = Math.max(...piece.parts.map((part) => part.bottom - part.top));
  const spans: { left: number; right: number; top: number; bottom: number }[] = [];
  for (const part of piece.parts) {
    const last = spans.at(-1);
    const shared = last === undefined ? 0 : Math.min(last.right, part.right) - part.left;
    const narrower = last === undefined ? 1 : Math.min(last.right - last.left, part.right - part.left);
    if (last !== undefined && shared > 0.5 * narrower) {
      last.right = Math.max(last.right, part.right);
      last.top = Math.min(last.top, part.top);
      last.bottom = Math.max(last.bottom, part.bottom);
    } else spans.push({ left: part.left, right: part.right, top: part.top, bottom: part.bottom });
  }
  const glyphs: Glyph[] = [];
  for (const span of spans) {
    if (span.bottom - span.top < MARK_HEIGHT * height) {
      glyphs.push({ kind: "mark", shades: new Float32Array(), left: span.left, right: span.right });
      continue;
    }
    const high = span.bottom - span.top;
    const wide = span.right - span.left;
    const count = wide > WIDE * high ? Math.max(2, Math.round((wide + 0.1 * high) / (ADVANCE * high))) : 1;
    let left = span.left;
    for (let k = 1; k <= count; k++) {
      const right = k === count ? span.right : thinnest(cut, span.left + (wide * k) / count, SEARCH * high);
      glyphs.push({ kind: "figure", left, right, shades: normalise(cut, left, right, span.top, span.bottom) });
      left = right;
    }
  }
  return glyphs;
}

type Cut = ReturnType<typeof cutPiece>;

/** The column with the least ink near `x`, in pixels of the page. */
function thinnest(cut: Cut, x: number, reach: number): number {
  let best = Math.round(x);
  let least = Number.POSITIVE_INFINITY;
  for (let column = Math.ceil(x - reach); column <= x + reach; column++) {
    let ink = Math.abs(column - x);
    for (let y = 0; y < cut.height; y++) ink += 255 - (cut.data[y * cut.width + column - cut.left] ?? 255);
    if (ink >= least) continue;
    least = ink;
    best = column;
  }
  return best;
}

/** Brings a part of the page to the size of all glyphs, its middle in the middle. */
function normalise(cut: Cut, left: number, right: number, top: number, bottom: number): Float32Array {
  const shades = new Float32Array(GLYPH_WIDTH * GLYPH_HEIGHT);
  const scale = (bottom - top) / (GLYPH_HEIGHT - 2);
  const middle = (left + right) / 2;
  for (let y = 0; y < GLYPH_HEIGHT; y++) {
    const fromY = top + (y - 0.5) * scale - 0.5;
    for (let x = 0; x < GLYPH_WIDTH; x++) {
      const fromX = middle + (x - GLYPH_WIDTH / 2 + 0.5) * scale - 0.5;
      // What belongs to the neighbour stays out.
      if (fromX < left - 1 || fromX > right) continue;
      shades[y * GLYPH_WIDTH + x] = shadeAt(cut, fromX - cut.left, fromY - cut.top);
    }
  }
  return shades;
}

function shadeAt({ width, height, data }: GrayImage, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  let ink = 0;
  for (const [dx, dy] of [[0, 0], [1, 0], [0, 1], [1, 1]] as const) {
    if (left + dx < 0 || left + dx >= width || top + dy < 0 || top + dy >= height) continue;
    const share = Math.abs(1 - dx - (x - left)) * Math.abs(1 - dy - (y - top));
    ink += (share * (255 - data[(top + dy) * width + left + dx]!)) / 255;
  }
  return ink;
}
