import type { Canvas } from "@napi-rs/canvas";

/** A picture in shades of grey, row by row from the top left: 0 is black, 255 white. */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A picture in grey with, for each pixel, how much lighter it is in its lightest colour. */
export interface TintedImage extends GrayImage {
  /** 0 for greys, up to 255; null where the picture has no colour at all. */
  readonly tint: Uint8Array | null;
}

/** Rows fetched from a canvas at once: four bytes a pixel, of which only one or two are kept. */
const BAND = 256;
/** Less is the colour of the paper, of the lamp, or of JPEG's rounding. */
const LEAST_TINT = 24;

/** A canvas in shades of grey, and its colours; what is transparent counts as white paper. */
export function grayImage(canvas: Canvas): TintedImage {
  const { width, height } = canvas;
  const context = canvas.getContext("2d");
  const data = new Uint8Array(width * height);
  const tint = new Uint8Array(width * height);
  let isColoured = false;
  for (let top = 0; top < height; top += BAND) {
    const rows = Math.min(BAND, height - top);
    const { data: rgba } = context.getImageData(0, top, width, rows);
    for (let from = 0, to = top * width; from < rgba.length; from += 4, to++) {
      const red = rgba[from]!;
      const green = rgba[from + 1]!;
      const blue = rgba[from + 2]!;
      const alpha = rgba[from + 3]!;
      const isGrey = red === green && green === blue;
      if (isGrey && alpha === 255) {
        data[to] = red;
        continue;
      }
      const light = (red * 299 + green * 587 + blue * 114) / 1000;
      data[to] = alpha === 255 ? light : (light * alpha) / 255 + (255 - alpha);
      if (isGrey) continue;
      const most = Math.max(red, green, blue);
      if (most - Math.min(red, green, blue) < LEAST_TINT) continue;
      tint[to] = Math.max(1, most - light);
      isColoured = true;
    }
  }
  return { width, height, data, tint: isColoured ? tint : null };
}
