import type { Bitmap } from "./binarise.ts";
import { findComponents } from "./find-components.ts";
import type { GrayImage } from "./gray-image.ts";
import { shadeAt } from "./shade-at.ts";

/** A box in pixels, right and bottom past the last. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A page whose dark cells are light, their print dark as everywhere else. */
export interface LightenedImage {
  readonly image: GrayImage;
  /** Where cells were dark. */
  readonly fills: readonly Box[];
}

/** Sizes in inches: the squares that the page is looked at in, and the smallest cell, which is as high as its print. */
const SQUARE = 0.01;
const SMALLEST = 0.08;
/** A fill is darker than this, and a square or an edge of it in so much of its pixels. */
const DARKEST_PAPER = 140;
const FILLED = 0.75;
const EDGE_FILLED = 0.9;
/** What stands in a fill is so much of it: with less there is no print, with more it is no fill. */
const LEAST_PRINT = 0.01;
const MOST_PRINT = 0.45;
/** Print is lighter than its fill by this. */
const LEAST_CONTRAST = 60;
/** Shares of the pixels, from dark to light, that stand for the fill and for its print. */
const FILL_SHARE = 0.3;
const PRINT_SHARE = 0.995;
const WHITE = 255;

/** Turns dark cells of a level page over into light ones where something light is printed in them. */
export function lightenFills(image: GrayImage, dpi: number): LightenedImage {
  const square = Math.max(2, Math.round(SQUARE * dpi));
  const least = SMALLEST * dpi;
  let lightened: Uint8Array | null = null;
  const fills: Box[] = [];
  for (const one of findComponents(darkSquares(image, square))) {
    const box = sharpen(image, {
      left: one.left * square,
      top: one.top * square,
      right: one.right * square,
      bottom: one.bottom * square,
    });
    if (box.right - box.left < least || box.bottom - box.top < least || !isFramed(image, box)) continue;
    const shades = countShades(image, box);
    const fill = shadeAt(shades, FILL_SHARE * areaOf(box));
    const print = shadeAt(shades, PRINT_SHARE * areaOf(box));
    if (print - fill < LEAST_CONTRAST) continue;
    const middle = (fill + print) / 2;
    const share = shades.slice(Math.ceil(middle)).reduce((sum, count) => sum + count, 0) / areaOf(box);
    if (share < LEAST_PRINT || share > MOST_PRINT) continue;
    lightened ??= image.data.slice();
    turnOver(image, box, fill, print, lightened);
    fills.push(box);
  }
  return { image: lightened === null ? image : { ...image, data: lightened }, fills };
}

/** The page in squares: ink where most of a square is dark. */
function darkSquares({ width, height, data }: GrayImage, square: number): Bitmap {
  const wide = Math.floor(width / square);
  const high = Math.floor(height / square);
  const counts = new Uint16Array(wide * high);
  for (let y = 0; y < high * square; y++) {
    const row = Math.floor(y / square) * wide;
    for (let x = 0, at = y * width; x < wide * square; x++, at++) {
      if (data[at]! < DARKEST_PAPER) counts[row + Math.floor(x / square)]!++;
    }
  }
  const ink = new Uint8Array(counts.length);
  for (let at = 0; at < ink.length; at++) if (counts[at]! >= FILLED * square * square) ink[at] = 1;
  return { width: wide, height: high, data: ink };
}

/** The box grown to the edges of its fill. */
function sharpen(image: GrayImage, { left, top, right, bottom }: Box): Box {
  const isRow = (y: number) => darkShare(image, { left, top: y, right, bottom: y + 1 }) >= FILLED;
  while (top > 0 && isRow(top - 1)) top--;
  while (bottom < image.height && isRow(bottom)) bottom++;
  const isColumn = (x: number) => darkShare(image, { left: x, top, right: x + 1, bottom }) >= FILLED;
  while (left > 0 && isColumn(left - 1)) left--;
  while (right < image.width && isColumn(right)) right++;
  return { left, top, right, bottom };
}

/** Whether a box is dark along all its edges: a fill is, and no letter, however bold. */
function isFramed(image: GrayImage, { left, top, right, bottom }: Box): boolean {
  const edges: Box[] = [
    { left, top, right, bottom: top + 1 },
    { left, top: bottom - 1, right, bottom },
    { left, top, right: left + 1, bottom },
    { left: right - 1, top, right, bottom },
  ];
  return edges.every((edge) => darkShare(image, edge) >= EDGE_FILLED);
}

function darkShare({ width, data }: GrayImage, box: Box): number {
  let dark = 0;
  for (let y = box.top; y < box.bottom; y++) {
    for (let at = y * width + box.left; at < y * width + box.right; at++)
      if (data[at]! < DARKEST_PAPER) dark++;
  }
  return dark / areaOf(box);
}

function countShades({ width, data }: GrayImage, box: Box): Uint32Array {
  const shades = new Uint32Array(WHITE + 1);
  for (let y = box.top; y < box.bottom; y++) {
    for (let at = y * width + box.left; at < y * width + box.right; at++) shades[data[at]!]!++;
  }
  return shades;
}

/** Writes a fill as white and its print as black to `lightened`; boxes may lie within each other. */
function turnOver(
  { width, data }: GrayImage,
  box: Box,
  fill: number,
  print: number,
  lightened: Uint8Array,
): void {
  for (let y = box.top; y < box.bottom; y++) {
    for (let at = y * width + box.left; at < y * width + box.right; at++) {
      const light = (data[at]! - fill) / (print - fill);
      lightened[at] = Math.round(WHITE * (1 - Math.max(0, Math.min(1, light))));
    }
  }
}

function areaOf({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top);
}
