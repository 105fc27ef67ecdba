import type { Bitmap } from "./binarise.ts";

/** A bitmap with its rows as columns, so that what is found along rows is found along columns. */
export function turnOver({ width, height, data }: Bitmap): Bitmap {
  const turned = new Uint8Array(data.length);
  for (let y = 0, from = 0; y < height; y++) {
    // Most of a page is paper, and need not be written.
    for (let x = 0, to = y; x < width; x++, from++, to += height) if (data[from] === 1) turned[to] = 1;
  }
  return { width: height, height: width, data: turned };
}
