import type { Source } from "../document.ts";
import { PoiError } from "../errors.ts";
import type { ReadPage } from "./make-page.ts";
import { type PageImage, renderPage } from "./render-page.ts";
import { type OpenOptions, type PDFPageProxy, withDocument } from "./with-document.ts";

/** Less than this is drawn larger, as figures of five points need it; more only costs time. In dots per inch. */
const LEAST_DPI = 150;
const MOST_DPI = 300;
const USUAL_DPI = 200;
const POINTS_PER_INCH = 72;
/** What is darker is ink, and a page that has a picture and no ink was not drawn. */
const PAPER = 250;
/** Rows looked at together: most pages show ink in the first of them. */
const BAND = 64;

/** A page to draw, and what reading its operators told of its pictures; as in `ReadPage`. */
interface ScannedPage extends Pick<ReadPage, "pictured" | "pictureSize"> {
  /** 1-based. */
  readonly number: number;
}

/** Opens a PDF and hands `use` what draws its pages, each at the resolution that its picture has. */
export async function drawScans<T>(
  source: Source,
  options: OpenOptions,
  use: (draw: (page: ScannedPage) => Promise<PageImage>) => Promise<T>,
): Promise<T> {
  return await withDocument(source, options, (document) =>
    use(async ({ number, pictured, pictureSize }) => {
      const page = await document.getPage(number);
      try {
        const image = await renderPage(page, resolution(page, pictureSize) / POINTS_PER_INCH);
        // Empty paper is scanned as well: only a picture that could not be unpacked is an error.
        if (pictured > 0 && isBlank(image) && lacksPicture(page)) throw notDrawn(source, number);
        return image;
      } finally {
        page.cleanup();
      }
    }),
  );
}

/** Dots per inch of the largest picture of a page, as if it filled the page. */
function resolution(page: PDFPageProxy, pictureSize: number): number {
  const { width, height } = page.getViewport({ scale: 1 });
  const dpi = (pictureSize / Math.max(width, height)) * POINTS_PER_INCH;
  // Pictures whose size is not told, masks among them, are drawn as most scans are made.
  return pictureSize === 0 ? USUAL_DPI : Math.min(MOST_DPI, Math.max(LEAST_DPI, dpi));
}

/** Whether a picture of a page that was drawn is missing: pdf.js keeps null for one that it cannot unpack, and warns of it at most. */
function lacksPicture({ objs, commonObjs }: PDFPageProxy): boolean {
  return [...objs, ...commonObjs].some(([, data]) => data === null);
}

function isBlank({ canvas }: PageImage): boolean {
  const { width, height } = canvas;
  const context = canvas.getContext("2d");
  for (let top = 0; top < height; top += BAND) {
    const { data } = context.getImageData(0, top, width, Math.min(BAND, height - top));
    for (let at = 0; at < data.length; at += 4) {
      if (Math.min(data[at]!, data[at + 1]!, data[at + 2]!) < PAPER) return false;
    }
  }
  return true;
}

function notDrawn(source: Source, page: number): PoiError {
  return new PoiError("pdf-damaged", `Cannot read page ${page} as its picture comes out blank`, {
    place: { file: source.name, page },
    hint: "the picture may be damaged or of an unusual kind; print the page to another PDF and try that",
  });
}
