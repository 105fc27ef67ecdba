import type { Bitmap } from "./binarise.ts";
import type { GrayImage } from "./gray-image.ts";

const PAPER = 255;

/**
 * A page with its ruling lines painted over: what was ink before they were taken out and is none after, with the
 * grey edge of a pixel around it. What is cut beside a line would show its edge as a figure 1.
 */
export function whitenRulings({ width, height, data }: GrayImage, before: Bitmap, after: Bitmap): GrayImage {
  const whitened = data.slice();
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      if (before.data[at] === 0 || after.data[at] === 1) continue;
      for (let row = at - width; row <= at + width; row += width) {
        for (let near = row - 1; near <= row + 1; near++) if (after.data[near] === 0) whitened[near] = PAPER;
      }
    }
  }
  return { width, height, data: whitened };
}
