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
}

/**
 * A page as it looks, as the bytes of a PNG; null for a kind of picture that cannot be shown. It is as the file shows
 * it, before the quarter turns that brought its text upright.
 */
export async function pagePicture(
  source: Source,
  { page, width, height, turns }: Wanted,
  password?: string,
): Promise<Uint8Array | null> {
  if (source.mediaType === "application/pdf") {
    return await withDocument(source, password === undefined ? {} : { password }, async (document) => {
      const { canvas } = await renderPage(await document.getPage(page), SCALE);
      return await canvas.encode("png");
    });
  }
  if (!isPicture(source)) return null;
  const { createCanvas } = await import("@napi-rs/canvas");
  const [across, down] = turns % 2 === 1 ? [height, width] : [width, height];
  const canvas = createCanvas(Math.ceil(across * SCALE), Math.ceil(down * SCALE));
  const picture = await (await openPictures(source)).load(page);
  canvas.getContext("2d").drawImage(picture.canvas, 0, 0, canvas.width, canvas.height);
  return await canvas.encode("png");
}
