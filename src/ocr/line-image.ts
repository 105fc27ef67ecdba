import type { GrayImage } from "./gray-image.ts";
import { resizeImage } from "./resize-image.ts";

/** How letters are given to the engine: their height in pixels, and what their width is multiplied by beyond that. */
export interface LetterSize {
  readonly height: number;
  readonly narrow: number;
}

/** What Tesseract reads best: measured from 20 to 36 pixels on ruled tables at 150 and 200 dpi. */
export const LETTERS: LetterSize = { height: 30, narrow: 1 };
/** Tesseract's time is in the width of its picture: lines of words are read as well when narrower, lone figures are not. */
export const NARROW_LETTERS: LetterSize = { ...LETTERS, narrow: 0.8 };
const MARGIN = 10;

/** A picture of a line as the engine likes it, with what brings its pixels back to those of the cut. */
export interface LineImage extends GrayImage {
  readonly factor: number;
  /** The same across. */
  readonly across: number;
  readonly margin: number;
}

/** Brings a line from the letter height that it has, in pixels, to the engine's, with white around it. */
export function lineImage(cut: GrayImage, letter: number, wanted = LETTERS): LineImage {
  const factor = wanted.height / letter;
  const across = factor * wanted.narrow;
  const sized = resizeImage(cut, factor, across);
  const width = sized.width + 2 * MARGIN;
  const height = sized.height + 2 * MARGIN;
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < sized.height; y++) {
    data.set(sized.data.subarray(y * sized.width, (y + 1) * sized.width), (y + MARGIN) * width + MARGIN);
  }
  return { width, height, data, factor, across, margin: MARGIN };
}
