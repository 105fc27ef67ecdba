import type { GrayImage } from "./gray-image.ts";

/**
 * Makes a picture larger or smaller, smoothly (Catmull-Rom, widened where it gets smaller).
 *
 * @param across the factor of its width; without it that of its height
 */
export function resizeImage(image: GrayImage, factor: number, across = factor): GrayImage {
  const width = Math.max(1, Math.round(image.width * across));
  const height = Math.max(1, Math.round(image.height * factor));
  const columns = weights(image.width, width, across);
  const lines = weights(image.height, height, factor);
  const rows = new Float32Array(width * image.height);
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y * image.width + columns.first[x]!;
      let sum = 0;
      for (let k = 0, at = x * columns.most; k < columns.most; k++) {
        sum += columns.shares[at + k]! * (image.data[from + k] ?? 0);
      }
      rows[y * width + x] = sum;
    }
  }
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = 0, at = lines.first[y]! * width + x; k < lines.most; k++, at += width) {
        sum += lines.shares[y * lines.most + k]! * (rows[at] ?? 0);
      }
      data[y * width + x] = Math.max(0, Math.min(255, Math.round(sum)));
    }
  }
  return { width, height, data };
}

/** Which pixels make up each new pixel: the first, and the shares of it and those after it, `most` for each. */
interface Weights {
  readonly first: Int32Array;
  readonly shares: Float64Array;
  readonly most: number;
}

function weights(from: number, to: number, factor: number): Weights {
  const stretch = Math.max(1, 1 / factor);
  const most = Math.floor(4 * stretch) + 1;
  const starts = new Int32Array(to);
  const shares = new Float64Array(to * most);
  for (let index = 0; index < to; index++) {
    const centre = (index + 0.5) / factor - 0.5;
    const first = Math.min(from - 1, Math.max(0, Math.ceil(centre - 2 * stretch)));
    const last = Math.min(from - 1, Math.floor(centre + 2 * stretch));
    let sum = 0;
    for (let k = first; k <= last; k++) {
      const share = kernel(Math.abs(k - centre) / stretch);
      shares[index * most + k - first] = share;
      sum += share;
    }
    for (let k = 0; k < most; k++) shares[index * most + k]! /= sum || 1;
    starts[index] = first;
  }
  return { first: starts, shares, most };
}

function kernel(x: number): number {
  if (x < 1) return 1.5 * x ** 3 - 2.5 * x ** 2 + 1;
  return x < 2 ? -0.5 * x ** 3 + 2.5 * x ** 2 - 4 * x + 2 : 0;
}
