import type { Canvas } from "@napi-rs/canvas";
import type { Source } from "../document.ts";
import { isPicture, openPictures } from "../ocr/load-picture.ts";
import { renderPage } from "../pdf/render-page.ts";
import { withDocument } from "../pdf/with-document.ts";

/** Pixels per point: small print can still be read when the drawing is enlarged. */
const SCALE = 2;

/** Which page, and the size it has in the drawing, in points. */
interface Wanted {
  /** 1-based. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly turns: 0 | 1 | 2 | 3;
  /** Degrees by which its lines fall to the right. */
  readonly skew: number;
}

/**
 * A page as it looks, as the bytes of a PNG; null for a kind of picture that cannot be shown. It is as the file shows
 * it, but level, before the quarter turns that brought its text upright.
 */
export async function pagePicture(
  source: Source,
  { page, width, height, turns, skew }: Wanted,
  password?: string,
): Promise<Uint8Array | null> {
  const canvas = await drawPage(source, { page, width, height, turns, skew }, password);
  if (canvas === null) return null;
  return await (skew === 0 ? canvas : await turnLevel(canvas, skew)).encode("png");
}

async function drawPage(
  source: Source,
  { page, width, height, turns }: Wanted,
  password: string | undefined,
): Promise<Canvas | null> {
  if (source.mediaType === "application/pdf") {
    return await withDocument(source, password === undefined ? {} : { password }, async (document) => {
      return (await renderPage(await document.getPage(page), SCALE)).canvas;
    });
  }
  if (!isPicture(source)) return null;
  const { createCanvas } = await import("@napi-rs/canvas");
  const [across, down] = turns % 2 === 1 ? [height, width] : [width, height];
  const canvas = createCanvas(Math.ceil(across * SCALE), Math.ceil(down * SCALE));
  const picture = await (await openPictures(source)).load(page);
  canvas.getContext("2d").drawImage(picture.canvas, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function turnLevel(tilted: Canvas, skew: number): Promise<Canvas> {
  const { createCanvas } = await import("@napi-rs/canvas");
  const { width, height } = tilted;
  const level = createCanvas(width, height);
  const context = level.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((-skew * Math.PI) / 180);
  context.drawImage(tilted, -width / 2, -height / 2);
  return level;
}
