import type { GrayImage } from "./gray-image.ts";

/** Ink or paper, row by row from the top left: 1 is ink. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** How far below the mean of its surroundings ink must lie: what most scanning programs take for print. */
const SENSITIVITY = 0.22;
/** Half the range of greys: the deviation of surroundings that hold as much ink as paper. */
const FULL_DEVIATION = 128;
/** A dark fill is lighter than this nowhere, ink on white paper darker: even without contrast it is ink. */
const BLACK = 40;

/**
 * Parts ink from paper by each pixel's own surroundings, so that shaded cells, grey paper and shadows of the
 * scanner's lid stay paper (J. Sauvola, M. Pietikäinen: Adaptive document image binarization, 2000).
 *
 * @param radius half the side of the surroundings, in pixels: about two letters' height
 */
export function binarise({ width, height, data }: GrayImage, radius: number): Bitmap {
  const ink = new Uint8Array(width * height);
  const sums = new Int32Array(width);
  const squares = new Int32Array(width);
  const addRow = (y: number, sign: 1 | -1) => {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const value = data[at]!;
      sums[x]! += sign * value;
      squares[x]! += sign * value * value;
    }
  };
  for (let y = 0; y < Math.min(radius, height); y++) addRow(y, 1);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) addRow(y + radius, 1);
    if (y - radius - 1 >= 0) addRow(y - radius - 1, -1);
    const rows = Math.min(y + radius, height - 1) - Math.max(y - radius, 0) + 1;
    let sum = 0;
    let square = 0;
    for (let x = 0; x < Math.min(radius, width); x++) {
      sum += sums[x]!;
      square += squares[x]!;
    }
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if (x + radius < width) {
        sum += sums[x + radius]!;
        square += squares[x + radius]!;
      }
      if (x - radius - 1 >= 0) {
        sum -= sums[x - radius - 1]!;
        square -= squares[x - radius - 1]!;
      }
      const count = rows * (Math.min(x + radius, width - 1) - Math.max(x - radius, 0) + 1);
      const value = data[at]!;
      if (value < BLACK) ink[at] = 1;
      else if (value * count < sum) {
        const mean = sum / count;
        // Ink is below mean * (1 + SENSITIVITY * (deviation / FULL_DEVIATION - 1)); in squares, as roots take time.
        const above = value - mean * (1 - SENSITIVITY);
        const needed = (FULL_DEVIATION / SENSITIVITY) * (above / mean);
        if (above < 0 || square / count - mean * mean > needed * needed) ink[at] = 1;
      }
    }
  }
  return { width, height, data: ink };
}
