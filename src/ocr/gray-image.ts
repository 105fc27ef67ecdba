import type { Canvas } from "@napi-rs/canvas";

/** A picture in shades of grey, row by row from the top left: 0 is black, 255 white. */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Rows fetched from a canvas at once: four bytes a pixel, of which only one is kept. */
const BAND = 256;

/** A canvas in shades of grey; what is transparent counts as white paper. */
export function grayImage(canvas: Canvas): GrayImage {
  const { width, height } = canvas;
  const context = canvas.getContext("2d");
  const data = new Uint8Array(width * height);
  for (let top = 0; top < height; top += BAND) {
    const rows = Math.min(BAND, height - top);
    const { data: rgba } = context.getImageData(0, top, width, rows);
    for (let from = 0, to = top * width; from < rgba.length; from += 4, to++) {
      const alpha = rgba[from + 3]!;
      const light = (rgba[from]! * 299 + rgba[from + 1]! * 587 + rgba[from + 2]! * 114) / 1000;
      data[to] = alpha === 255 ? light : (light * alpha) / 255 + (255 - alpha);
    }
  }
  return { width, height, data };
}
