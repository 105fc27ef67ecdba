import type { Source } from "../document.ts";
import { PoiError } from "../errors.ts";
import { createBrokenStreamCount } from "./broken-stream-count.ts";
import { createDigitWatch } from "./doubt-digits.ts";
import { loadPdfjs } from "./load-pdfjs.ts";
import { makePage, type ReadPage } from "./make-page.ts";
import { createMisreadFonts } from "./misread-fonts.ts";
import { readOperators } from "./read-operators.ts";
import type { FontInfo } from "./show-text.ts";
import type { Transform } from "./transform.ts";
import {
  type CutOff,
  type OpenOptions,
  type OperatorList,
  type PDFDocumentProxy,
  withDocument,
} from "./with-document.ts";

/** The pages of a PDF, and those that could not be read with what pdf.js says of them. */
export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  readonly failed: readonly { readonly page: number; readonly reason: string }[];
  /** What is missing where the end of the file is; otherwise null. */
  readonly cutOff: CutOff | null;
  /** Packed streams that are spoilt: on any page, rows may be missing and digits be others. */
  readonly brokenStreams: number;
  /** Numbers of the pages on which some sign may be read as a digit that it is not. */
  readonly digitsDoubted: ReadonlySet<number>;
}

/**
 * Reads the pages of a PDF: their words, rulings and fills. A page that is damaged is left out and named.
 *
 * @throws {PoiError} as `withDocument` does; `pdf-damaged` where no page can be read
 */
export async function readPdf(source: Source, options: OpenOptions = {}): Promise<ReadPdf> {
  const { OPS, AnnotationMode } = await loadPdfjs();
  return await withDocument(source, options, async (document, cutOff) => {
    const pages: ReadPage[] = [];
    const failed: { page: number; reason: string }[] = [];
    const findMisread = createMisreadFonts(OPS);
    const digits = createDigitWatch();
    const countBroken = createBrokenStreamCount(source.bytes);
    for (let page = 1; page <= document.numPages; page++) {
      if (cutOff?.lost?.has(page)) continue;
      try {
        pages.push(await readPage(document, page, { OPS, findMisread, digits }, AnnotationMode.DISABLE));
      } catch (error) {
        // pdf.js throws many kinds of errors, all of which mean that this page is damaged.
        failed.push({ page, reason: (error as Error).message });
      }
      countBroken(page / document.numPages);
    }
    if (pages.length === 0) throw allDamaged(source, failed[0]?.reason ?? "it has no pages");
    return { pages, failed, cutOff, brokenStreams: countBroken(1), digitsDoubted: digits.doubted() };
  });
}

function allDamaged({ name: file }: Source, reason: string): PoiError {
  return new PoiError("pdf-damaged", `Cannot read '${file}' as none of its pages can be read: ${reason}`, {
    place: { file },
    hint: "download it again; a copy printed to PDF from a viewer often opens",
  });
}

/** What pages are read with: pdf.js's operators, and what is known of its fonts by now. */
interface PageReader {
  readonly OPS: Readonly<Record<string, number>>;
  readonly findMisread: ReturnType<typeof createMisreadFonts>;
  readonly digits: ReturnType<typeof createDigitWatch>;
}

async function readPage(
  document: PDFDocumentProxy,
  number: number,
  { OPS, findMisread, digits }: PageReader,
  annotationMode: number,
): Promise<ReadPage> {
  const page = await document.getPage(number);
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList({ annotationMode });
  const fontOf = (name: string): FontInfo | null =>
    page.commonObjs.has(name) ? (page.commonObjs.get(name) as FontInfo) : null;
  const layers = hasLayers(list, OPS) ? await document.getOptionalContentConfig() : null;
  const painted = readOperators(list, transform as unknown as Transform, {
    OPS,
    fontOf,
    misread: findMisread(list),
    watchText: (shown, font) => digits.look(shown, font, number),
    ...(layers !== null && { isLayerSeen: (layer: never) => layers.isVisible(layer) }),
  });
  page.cleanup();
  return makePage(painted, number, width, height);
}

/** Most documents have none, and need not be asked which of them are switched on. */
function hasLayers({ fnArray, argsArray }: OperatorList, OPS: PageReader["OPS"]): boolean {
  return fnArray.some(
    (operator, i) => operator === OPS.beginMarkedContentProps && argsArray[i]?.[0] === "OC",
  );
}
