import type { Source } from "../document.ts";
import { PoiError } from "../errors.ts";
import type { ReadPage } from "./make-page.ts";
import { type PageImage, renderPage } from "./render-page.ts";
import { type OpenOptions, type PDFPageProxy, withDocument } from "./with-document.ts";

/** Less than this is drawn larger, as figures of five points need it; more only costs time. In dots per inch. */
const LEAST_DPI = 150;
const MOST_DPI = 300;
const POINTS_PER_INCH = 72;
/** What is darker is ink, and a page that has a picture and no ink was not drawn. */
const PAPER = 250;

/** Opens a PDF and hands `use` what draws its pages, each at the resolution that its picture has. */
export async function drawScans<T>(
  source: Source,
  options: OpenOptions,
  use: (draw: (page: ReadPage) => Promise<PageImage>) => Promise<T>,
): Promise<T> {
  const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  return await withDocument(source, options, (document) =>
    use(async ({ page: { number }, pictured }) => {
      const page = await document.getPage(number);
      try {
        const image = await renderPage(page, (await resolution(page, OPS)) / POINTS_PER_INCH);
        if (pictured > 0 && isBlank(image)) throw notDrawn(source, number);
        return image;
      } finally {
        page.cleanup();
      }
    }),
  );
}

/** Dots per inch of the largest picture of a page, as if it filled the page. */
async function resolution(page: PDFPageProxy, OPS: Readonly<Record<string, number>>): Promise<number> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const { width, height } = page.getViewport({ scale: 1 });
  let most = 0;
  for (const [index, operator] of fnArray.entries()) {
    if (operator !== OPS.paintImageXObject && operator !== OPS.paintInlineImageXObject) continue;
    const [, wide, high] = argsArray[index] as [string, number | undefined, number | undefined];
    if (typeof wide === "number" && typeof high === "number") most = Math.max(most, wide, high);
  }
  const dpi = (most / Math.max(width, height)) * POINTS_PER_INCH;
  // Pictures of which no size is known, masks among them, are drawn as most scans are made.
  return most === 0 ? 200 : Math.min(MOST_DPI, Math.max(LEAST_DPI, dpi));
}

function isBlank({ canvas }: PageImage): boolean {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 0; at < data.length; at += 4) {
    if (Math.min(data[at]!, data[at + 1]!, data[at + 2]!) < PAPER) return false;
  }
  return true;
}

function notDrawn(source: Source, page: number): PoiError {
  return new PoiError("pdf-damaged", `Cannot read page ${page} as its picture comes out blank`, {
    place: { file: source.name, page },
    hint: "the picture may be damaged or of an unusual kind; print the page to another PDF and try that",
  });
}
