import { type Component, findComponents } from "./find-components.ts";
import type { GrayImage, TintedImage } from "./gray-image.ts";

/** Sizes in inches. What is smaller may be coloured print, what is larger a coloured table. */
const SMALLEST = 0.25;
const LARGEST = 3.5;
/** A part of a stamp is longer than a letter, and reaches no further beyond the rest of it than this. */
const LONGER_THAN_LETTERS = 0.15;
const NEAR = 0.2;
/** A stamp or a signature is strokes; what fills more of its box is a shaded area. */
const MOST_FILLED = 0.45;
/** Shares of how light a stamp is: over print it is darker than the first, alone lighter than the other. */
const OVER_PRINT = 0.72;
const ALONE = 0.94;
/** Coloured ink has so much colour at least in this share of its pixels; in the rest a scanner leaves less of it. */
const SURE_TINT = 28;
const SURE_SHARE = 0.4;
/** The usual shade of these pixels, from dark to light: the lighter half may be edges. */
const USUAL = 0.4;
/** Towards the edge of its strokes a stamp has less and less colour; how far, in inches. */
const EDGE = 0.007;
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
  const all = findComponents({ width, height, data: coloured }).filter((one) => isColoured(one, tint, width));
  const whole = all.filter((one) => isStamp(one, dpi));
  if (whole.length === 0) return { image, stamps: null };
  const stamps = all.filter((one) => whole.includes(one) || whole.some((other) => isPartOf(one, other, dpi)));
  const grey = usualShade(image, stamps, ({ data }, at) => data[at]!);
  const bright = usualShade(image, stamps, ({ data, tint }, at) => data[at]! + tint![at]!);
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
          // Where its strokes cross, a stamp is as dark as over print, but not in its own colour.
          const light = Math.max(data[at]! / grey, (data[at]! + tint[at]!) / bright);
          const share = (light - OVER_PRINT) / (ALONE - OVER_PRINT);
          lifted[at] = Math.max(data[at]!, Math.min(PAPER, Math.round(PAPER * share)));
        }
      }
    }
  }
  return { image: { width, height, data: lifted }, stamps: { width, height, data: mask } };
}

function isColoured({ runs, area }: Component, tint: Uint8Array, width: number): boolean {
  let sure = 0;
  for (let k = 0; k < runs.length; k += 3) {
    const row = runs[k]! * width;
    for (let at = row + runs[k + 1]!; at < row + runs[k + 2]!; at++) if (tint[at]! >= SURE_TINT) sure++;
  }
  return sure >= SURE_SHARE * area;
}

/** How light most of the stamps' ink is, of what `shadeOf` says of each pixel. */
function usualShade(
  image: TintedImage,
  stamps: readonly Component[],
  shadeOf: (image: TintedImage, at: number) => number,
): number {
  const counts = new Uint32Array(2 * PAPER + 1);
  let sure = 0;
  for (const { runs } of stamps) {
    for (let k = 0; k < runs.length; k += 3) {
      const row = runs[k]! * image.width;
      for (let at = row + runs[k + 1]!; at < row + runs[k + 2]!; at++) {
        if (image.tint![at]! < SURE_TINT) continue;
        counts[shadeOf(image, at)]!++;
        sure++;
      }
    }
  }
  let rest = USUAL * sure;
  let shade = 0;
  while (rest > counts[shade]!) rest -= counts[shade++]!;
  return Math.max(1, shade);
}

/** Whether a stroke, larger than a letter, is what print or a ruling line has cut off a stamp. */
function isPartOf(one: Component, stamp: Component, dpi: number): boolean {
  const near = NEAR * dpi;
  return (
    Math.max(one.right - one.left, one.bottom - one.top) >= LONGER_THAN_LETTERS * dpi &&
    one.left >= stamp.left - near &&
    one.right <= stamp.right + near &&
    one.top >= stamp.top - near &&
    one.bottom <= stamp.bottom + near
  );
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
