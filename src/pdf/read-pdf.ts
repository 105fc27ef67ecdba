import type { Source } from "../document.ts";
import { makePage, type ReadPage } from "./make-page.ts";
import { type FontInfo, readOperators } from "./read-operators.ts";
import type { Transform } from "./transform.ts";
import { type OpenOptions, type PDFDocumentProxy, withDocument } from "./with-document.ts";

/** Reads the pages of a PDF: their words, rulings and fills. */
export async function readPdf(source: Source, options: OpenOptions = {}): Promise<ReadPage[]> {
  const { OPS, AnnotationMode } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  return await withDocument(source, options, async (document) => {
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      pages.push(await readPage(document, number, OPS, AnnotationMode.DISABLE));
    }
    return pages;
  });
}

async function readPage(
  document: PDFDocumentProxy,
  number: number,
  OPS: Readonly<Record<string, number>>,
  annotationMode: number,
): Promise<ReadPage> {
  const page = await document.getPage(number);
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList({ annotationMode });
  const fontOf = (name: string): FontInfo | null =>
    page.commonObjs.has(name) ? (page.commonObjs.get(name) as FontInfo) : null;
  const painted = readOperators(list, transform as unknown as Transform, { OPS, fontOf });
  page.cleanup();
  return makePage(painted, number, width, height);
}
