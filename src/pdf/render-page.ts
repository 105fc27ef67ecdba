import type { Canvas } from "@napi-rs/canvas";
import type { PDFPageProxy } from "./with-document.ts";

/** A page is not drawn larger than this, whatever its size in points: 40 million pixels take 160 MB. */
const MAX_PIXELS = 40_000_000;

type RenderParameters = Parameters<PDFPageProxy["render"]>[0];

/** A page as a picture. */
export interface PageImage {
  readonly canvas: Canvas;
  /** Pixels per PDF point, the same both ways; smaller than asked for where the page is too large. */
  readonly scale: number;
}

/** Draws a page as it is seen (after rotation) on white, `scale` pixels per point. */
export async function renderPage(page: PDFPageProxy, scale: number): Promise<PageImage> {
  const { createCanvas } = await import("@napi-rs/canvas");
  const { width, height } = page.getViewport({ scale: 1 });
  const used = Math.min(scale, Math.sqrt(MAX_PIXELS / (width * height)));
  const viewport = page.getViewport({ scale: used });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  // pdf.js types ask for the browser's canvas; Node's has the same methods.
  const target = canvas as unknown as RenderParameters["canvas"];
  await page.render({ canvas: target, viewport, background: "white" }).promise;
  return { canvas, scale: used };
}
