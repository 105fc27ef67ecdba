import { type Component, findComponents } from "./find-components.ts";
import type { GrayImage, TintedImage } from "./gray-image.ts";

/** Sizes in inches. What is smaller may be coloured print, what is larger a coloured table. */
const SMALLEST = 0.25;
const LARGEST = 3.5;
/** A stamp or a signature is strokes; what fills more of its box is a shaded area. */
const MOST_FILLED = 0.45;
/** Coloured ink is at least this light in its own colour; print under it is darker. */
const LEAST_LIGHT = 115;
/** Towards the edge of its strokes a stamp has less and less colour; how far, in inches. */
const EDGE = 0.016;
/** Ink, as opposed to tinted paper. */
const DARKEST_PAPER = 225;
const PAPER = 255;

/** A page without its stamps. */
export interface LiftedImage {
  readonly image: GrayImage;
  /** Black where a stamp was, so that what is read there can be doubted; null where there was none. */
  readonly stamps: GrayImage | null;
}

/** Takes stamps and signatures in coloured ink off a page, and leaves the black print under them. */
export function liftStamps(image: TintedImage, dpi: number): LiftedImage {
  const { width, height, data, tint } = image;
  if (tint === null) return { image, stamps: null };
  const coloured = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at++) {
    if (tint[at]! > 0 && data[at]! < DARKEST_PAPER) coloured[at] = 1;
  }
  const stamps = findComponents({ width, height, data: coloured }).filter((one) => isStamp(one, dpi));
  if (stamps.length === 0) return { image, stamps: null };
  const edge = Math.round(EDGE * dpi);
  const lifted = data.slice();
  const mask = new Uint8Array(data.length).fill(PAPER);
  for (const { runs } of stamps) {
    for (let k = 0; k < runs.length; k += 3) {
      const past = Math.min(width, runs[k + 2]! + edge);
      for (let y = Math.max(0, runs[k]! - edge); y <= Math.min(height - 1, runs[k]! + edge); y++) {
        for (let x = Math.max(0, runs[k + 1]! - edge); x < past; x++) {
          const at = y * width + x;
          mask[at] = 0;
          if (data[at]! + tint[at]! >= LEAST_LIGHT) lifted[at] = PAPER;
        }
      }
    }
  }
  return { image: { width, height, data: lifted }, stamps: { width, height, data: mask } };
}

function isStamp({ left, top, right, bottom, area }: Component, dpi: number): boolean {
  const wide = right - left;
  const high = bottom - top;
  return (
    Math.min(wide, high) >= SMALLEST * dpi &&
    Math.max(wide, high) <= LARGEST * dpi &&
    area <= MOST_FILLED * wide * high
  );
}
