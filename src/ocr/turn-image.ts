import type { GrayImage } from "./gray-image.ts";

/** Degrees clockwise by which a picture is turned. */
export type Turn = 0 | 90 | 180 | 270;

/** Turns a picture clockwise. */
export function turnImage(image: GrayImage, turn: Turn): GrayImage {
  if (turn === 0) return image;
  const { width, height, data } = image;
  const turned = new Uint8Array(data.length);
  if (turn === 180) {
    for (let from = 0, to = data.length - 1; to >= 0; from++, to--) turned[to] = data[from]!;
    return { width, height, data: turned };
  }
  // The first row becomes the last column (90) or the first column (270) of a picture as wide as this is high.
  for (let y = 0, from = 0; y < height; y++) {
    let to = turn === 90 ? height - 1 - y : (width - 1) * height + y;
    const step = turn === 90 ? height : -height;
    for (let x = 0; x < width; x++, from++, to += step) turned[to] = data[from]!;
  }
  return { width: height, height: width, data: turned };
}
