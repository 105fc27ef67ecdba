import type { GrayImage } from "./gray-image.ts";
import { resizeImage } from "./resize-image.ts";

/** What Tesseract reads best, in pixels: measured from 20 to 36 on ruled tables at 150 and 200 dpi. */
export const LETTER_HEIGHT = 30;
const MARGIN = 10;

/** A picture of a line as the engine likes it, with what brings its pixels back to those of the cut. */
export interface LineImage extends GrayImage {
  readonly factor: number;
  readonly margin: number;
}

/** Brings a line from the letter height that it has to the engine's, in pixels, with white around it. */
export function lineImage(cut: GrayImage, letter: number, wanted = LETTER_HEIGHT): LineImage {
  const factor = wanted / letter;
  const sized = resizeImage(cut, factor);
  const width = sized.width + 2 * MARGIN;
  const height = sized.height + 2 * MARGIN;
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < sized.height; y++) {
    data.set(sized.data.subarray(y * sized.width, (y + 1) * sized.width), (y + MARGIN) * width + MARGIN);
  }
  return { width, height, data, factor, margin: MARGIN };
}
