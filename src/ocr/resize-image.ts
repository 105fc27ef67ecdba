import type { GrayImage } from "./gray-image.ts";

/** Makes a picture larger or smaller, smoothly (Catmull-Rom, widened where it gets smaller). */
export function resizeImage(image: GrayImage, factor: number): GrayImage {
  const width = Math.max(1, Math.round(image.width * factor));
  const height = Math.max(1, Math.round(image.height * factor));
  const across = weights(image.width, width, factor);
  const down = weights(image.height, height, factor);
  const rows = new Float32Array(width * image.height);
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < width; x++) {
      const { first, shares } = across[x]!;
      let sum = 0;
      for (let k = 0; k < shares.length; k++) sum += shares[k]! * image.data[y * image.width + first + k]!;
      rows[y * width + x] = sum;
    }
  }
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const { first, shares } = down[y]!;
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let k = 0; k < shares.length; k++) sum += shares[k]! * rows[(first + k) * width + x]!;
      data[y * width + x] = Math.max(0, Math.min(255, Math.round(sum)));
    }
  }
  return { width, height, data };
}

/** Which pixels make up each new pixel, and by what shares. */
function weights(from: number, to: number, factor: number): { first: number; shares: number[] }[] {
  const stretch = Math.max(1, 1 / factor);
  return Array.from({ length: to }, (_, index) => {
    const centre = (index + 0.5) / factor - 0.5;
    const first = Math.max(0, Math.ceil(centre - 2 * stretch));
    const last = Math.min(from - 1, Math.floor(centre + 2 * stretch));
    const shares: number[] = [];
    for (let k = first; k <= last; k++) shares.push(kernel(Math.abs(k - centre) / stretch));
    const sum = shares.reduce((a, b) => a + b, 0) || 1;
    return { first: Math.min(first, from - 1), shares: shares.map((share) => share / sum) };
  });
}

function kernel(x: number): number {
  if (x < 1) return 1.5 * x ** 3 - 2.5 * x ** 2 + 1;
  return x < 2 ? -0.5 * x ** 3 + 2.5 * x ** 2 - 4 * x + 2 : 0;
}
