import type { Source } from "../document.ts";
import { PoiError } from "../errors.ts";
import { loadPdfjs } from "./load-pdfjs.ts";
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

/** Opens a PDF and hands `use` what draws its pages, each at the resolution that its picture has. */
export async function drawScans<T>(
  source: Source,
  options: OpenOptions,
  use: (draw: (page: ReadPage) => Promise<PageImage>) => Promise<T>,
): Promise<T> {
  const { OPS } = await loadPdfjs();
  return await withDocument(source, options, (document) =>
    use(async ({ page: { number }, pictured }) => {
      const page = await document.getPage(number);
      try {
        const pictures = await listPictures(page, OPS);
        const image = await renderPage(page, resolution(page, pictures) / POINTS_PER_INCH);
        // Empty paper is scanned as well: only a picture that could not be unpacked is an error.
        if (pictured > 0 && isBlank(image) && pictures.some(({ name }) => !isUnpacked(page, name))) {
          throw notDrawn(source, number);
        }
        return image;
      } finally {
        page.cleanup();
      }
    }),
  );
}

interface Picture {
  readonly name: string;
  readonly size: number;
}

/** The pictures of a page, each with the pixels of its longer side. */
async function listPictures(page: PDFPageProxy, OPS: Readonly<Record<string, number>>): Promise<Picture[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray.flatMap((operator, index) => {
    if (operator !== OPS.paintImageXObject) return [];
    const [name, width, height] = argsArray[index] as [string, number, number];
    return [{ name, size: Math.max(width, height) }];
  });
}

/** Dots per inch of the largest picture of a page, as if it filled the page. */
function resolution(page: PDFPageProxy, pictures: readonly Picture[]): number {
  const { width, height } = page.getViewport({ scale: 1 });
  const most = Math.max(0, ...pictures.map(({ size }) => size));
  const dpi = (most / Math.max(width, height)) * POINTS_PER_INCH;
  // Pictures whose size is not told, masks among them, are drawn as most scans are made.
  return most === 0 ? USUAL_DPI : Math.min(MOST_DPI, Math.max(LEAST_DPI, dpi));
}

/** Whether pdf.js has a picture: it keeps null for one that it cannot unpack, and warns of it at most. */
function isUnpacked(page: PDFPageProxy, name: string): boolean {
  const objects = name.startsWith("g_") ? page.commonObjs : page.objs;
  return objects.has(name) && objects.get(name) !== null;
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
