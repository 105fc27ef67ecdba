import type { GrayImage } from "./gray-image.ts";

/** Below this a page is not skewed: over the width of a page at 300 dpi it is about one pixel. */
const LEVEL = 0.015;
const WHITE = 255;

/**
 * Turns a picture by a small angle about its centre, its size unchanged; what comes in at the corners is white.
 *
 * @param skew by how many degrees its lines fall to the right, as `findSkew` gives it
 */
export function levelImage(image: GrayImage, skew: number): GrayImage {
  if (Math.abs(skew) < LEVEL) return image;
  const { width, height, data } = image;
  const level = new Uint8Array(data.length).fill(WHITE);
  const cos = Math.cos((skew * Math.PI) / 180);
  const sin = Math.sin((skew * Math.PI) / 180);
  const middleX = (width - 1) / 2;
  const middleY = (height - 1) / 2;
  for (let y = 0, to = 0; y < height; y++) {
    let fromX = middleX - middleX * cos - (y - middleY) * sin;
    let fromY = middleY - middleX * sin + (y - middleY) * cos;
    for (let x = 0; x < width; x++, to++, fromX += cos, fromY += sin) {
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const at = top * width + left;
      // Most of a page is white already.
      if ((data[at]! & data[at + 1]! & data[at + width]! & data[at + width + 1]!) === WHITE) continue;
      const right = fromX - left;
      const below = fromY - top;
      const upper = data[at]! + (data[at + 1]! - data[at]!) * right;
      const lower = data[at + width]! + (data[at + width + 1]! - data[at + width]!) * right;
      level[to] = upper + (lower - upper) * below + 0.5;
    }
  }
  return { width, height, data: level };
}
