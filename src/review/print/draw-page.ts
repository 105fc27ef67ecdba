import type { Canvas } from "@napi-rs/canvas";
import type { Box, Source } from "../../document.ts";
import { openPictures } from "../../ocr/load-picture.ts";
import { renderPage } from "../../pdf/render-page.ts";
import { type PDFPageProxy, withDocument } from "../../pdf/with-document.ts";

/** A page as a picture. */
export interface DrawnPage {
  readonly canvas: Canvas;
  /** Pixels per point of the boxes. */
  readonly scale: number;
  /** The page's own text, where it has any, to find its header by. In points. */
  readonly texts: readonly PrintedText[];
}
export interface PrintedText {
  readonly text: string;
  readonly box: Box;
}

/** Pixels per point: 6-point figures, the smallest that plans print, come out 15 pixels high. */
const SCALE = 2.5;
/** Pictures larger than A3 at 250 dpi are kept smaller: a person sees no more, and each pixel takes four bytes. */
const MAX_PIXELS = 12_000_000;

/**
 * Draws a page of a PDF, or of a picture.
 *
 * @param password what opens encrypted PDFs; null where none is known
 * @throws {PoiError} as `withDocument` and `openPictures` do
 */
export async function drawPage(source: Source, number: number, password: string | null): Promise<DrawnPage> {
  if (source.mediaType.startsWith("image/")) return await drawPicture(source, number);
  const options = password === null ? {} : { password };
  return await withDocument(source, options, async (document) => {
    const page = await document.getPage(number);
    const { canvas, scale } = await renderPage(page, SCALE);
    return { canvas, scale, texts: await listTexts(page) };
  });
}

async function drawPicture(source: Source, number: number): Promise<DrawnPage> {
  const { createCanvas } = await import("@napi-rs/canvas");
  const { load } = await openPictures(source);
  const { canvas, scale } = await load(number);
  const share = Math.min(1, Math.sqrt(MAX_PIXELS / (canvas.width * canvas.height)));
  if (share === 1) return { canvas, scale, texts: [] };
  const small = createCanvas(Math.round(canvas.width * share), Math.round(canvas.height * share));
  small.getContext("2d").drawImage(canvas, 0, 0, small.width, small.height);
  return { canvas: small, scale: scale * share, texts: [] };
}

async function listTexts(page: PDFPageProxy): Promise<PrintedText[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!("str" in item) || item.str.trim() === "") return [];
    // The matrix leads along the line, then up from it, whichever way the text is turned.
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    const [along, up] = [item.width / (Math.hypot(a, b) || 1), item.height / (Math.hypot(c, d) || 1)];
    const [x1, y1] = viewport.convertToViewportPoint(x, y) as [number, number];
    const far = viewport.convertToViewportPoint(x + a * along + c * up, y + b * along + d * up);
    const [x2, y2] = far as [number, number];
    const box: Box = [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
    return [{ text: item.str, box }];
  });
}
