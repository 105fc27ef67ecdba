import type { Source } from "../document.ts";
import { renderPage } from "../pdf/render-page.ts";
import { withDocument } from "../pdf/with-document.ts";

/** Pixels per point: small print can still be read when the drawing is enlarged. */
const SCALE = 2;

/**
 * A page as it looks, as the bytes of a PNG; null where the document is no PDF. It is as the file shows it, before
 * the quarter turns that brought its text upright.
 *
 * @param number 1-based
 */
export async function pagePicture(source: Source, number: number): Promise<Uint8Array | null> {
  if (source.mediaType !== "application/pdf") return null;
  return await withDocument(source, {}, async (document) => {
    const { canvas } = await renderPage(await document.getPage(number), SCALE);
    return await canvas.encode("png");
  });
}
