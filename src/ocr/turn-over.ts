import type { Bitmap } from "./binarise.ts";

/** A bitmap with its rows as columns, so that what is found along rows is found along columns. */
export function turnOver({ width, height, data }: Bitmap): Bitmap {
  const turned = new Uint8Array(data.length);
  for (let y = 0, from = 0; y < height; y++) {
    for (let x = 0, to = y; x < width; x++, from++, to += height) turned[to] = data[from]!;
  }
  return { width: height, height: width, data: turned };
}
