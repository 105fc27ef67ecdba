import { extname } from "node:path";
import type { Page, ScanProgress, Source } from "./document.ts";
import { isPicture } from "./ocr/load-picture.ts";
import type { PageToRead } from "./ocr/page-thread.ts";
import { noRowChosen, parsePages } from "./parse-pages.ts";
import type { OcrMode } from "./pdf/classify-page.ts";
import { flagWordless } from "./pdf/flag-wordless.ts";
import type { ReadPage } from "./pdf/make-page.ts";
import { notAsked } from "./pdf/not-asked.ts";
import type { TrustedPages } from "./pdf/trust-pages.ts";

const PDF = "application/pdf";
/** What reads scanned pages, in a thread of its own: from source, or as it was built. */
const SCAN_THREAD = new URL(`./scan-thread${extname(import.meta.url)}`, import.meta.url);

/** How the pages of a PDF or a picture are to be read. */
export interface PageOptions {
  /** What opens an encrypted PDF. */
  readonly password?: string;
  /** Which pages of a PDF are read by OCR: those without a text layer that can be used, none, or all. Default: `auto`. */
  readonly ocr?: OcrMode;
  /** The pages whose rows are wanted, 1-based, such as `1-3,7`; of scanned ones no others are read. Default: all. */
  readonly pages?: string;
  /** OCR workers: threads that read a page at a time, each on a processor of its own. Default: 1. */
  readonly ocrWorkers?: number;
  /** A folder that keeps the scanned pages that were read, so that a long scan goes on where it stopped. */
  readonly ocrCache?: string;
  /** Called after each scanned page. */
  readonly onScan?: (progress: ScanProgress) => void;
}

/** Told which pages could be opened, whether or not their text is believed, and which are damaged. */
type Watch = (seen: { readonly pages: readonly Page[]; readonly failed?: readonly number[] }) => void;

/**
 * Loads the pages of a PDF or a picture as words with their places, by OCR where there is no text that can be used.
 *
 * @returns null where a source is neither
 * @throws {PoiError} when no page can be read
 */
export async function loadPages(
  source: Source,
  options: PageOptions,
  watch: Watch = () => {},
): Promise<TrustedPages | null> {
  if (source.mediaType === PDF) return await readPdfPages(source, options, watch);
  if (!isPicture(source) || options.ocr === "off") return null;
  const read = await readPicture(source, options);
  watch({ pages: read.pages });
  return read;
}

/** What reads PDFs is loaded for PDFs only: it takes longer than a text takes in all. */
export function loadPdfReaders() {
  return Promise.all([import("./pdf/read-pdf.ts"), import("./pdf/trust-pages.ts")]);
}

/** The pages of a PDF that can be read. */
async function readPdfPages(source: Source, options: PageOptions, watch: Watch): Promise<TrustedPages> {
  const [{ readPdf }, { trustPages }] = await loadPdfReaders();
  const pdf = await readPdf(source, openOptions(options));
  const { scanned, left } = await readScanned(pdf.pages, source, options);
  watch({
    pages: pdf.pages.map(({ page }) => scanned.get(page.number) ?? page),
    failed: pdf.failed.map(({ page }) => page),
  });
  return trustPages(pdf, scanned, source, left);
}

function openOptions({ password }: PageOptions) {
  return password === undefined ? {} : { password };
}

/** Reads pictures as pages of their own. */
async function readPicture(source: Source, options: PageOptions): Promise<TrustedPages> {
  const { openPictures } = await import("./ocr/load-picture.ts");
  const { count } = await openPictures(source);
  const all = Array.from(
    { length: count },
    (_, k): PageToRead => ({ number: k + 1, pictured: 1, pictureSize: 0 }),
  );
  const isAsked = askedFor(options);
  const asked = all.filter(isAsked);
  if (asked.length === 0) throw noRowChosen(source.name, count);
  const left = all.filter((page) => !isAsked(page)).map(({ number }) => number);
  const pages = await readByOcr(asked, source, options);
  const { doubted, flags } = notAsked(left);
  return { pages, count, isCutOff: false, doubted, flags: [...flags, ...flagWordless(pages)] };
}

/** Which of the scanned pages are to be read. */
function askedFor({ pages }: PageOptions): (page: PageToRead) => boolean {
  const isChosen = pages === undefined ? () => true : parsePages(pages);
  return ({ number }) => isChosen(number);
}

/**
 * Reads the pages again by OCR whose text cannot be used.
 *
 * @returns what OCR reads, by page number, and the numbers of the pages that were left as they were not asked for
 */
async function readScanned(
  read: readonly ReadPage[],
  source: Source,
  options: PageOptions,
): Promise<{ scanned: ReadonlyMap<number, Page>; left: readonly number[] }> {
  const { needsOcr } = await import("./pdf/classify-page.ts");
  const scans = read
    .filter((page) => needsOcr(page, options.ocr ?? "auto"))
    .map(({ page: { number }, pictured, pictureSize }): PageToRead => ({ number, pictured, pictureSize }));
  const isAsked = askedFor(options);
  const asked = scans.filter(isAsked);
  const pages = asked.length === 0 ? [] : await readByOcr(asked, source, options);
  return {
    scanned: new Map(pages.map((page) => [page.number, page])),
    left: scans.filter((page) => !isAsked(page)).map(({ number }) => number),
  };
}

/** Reads pages by OCR; what does so is loaded and started only for them. */
async function readByOcr(
  pages: readonly PageToRead[],
  source: Source,
  { password, ocrWorkers: workers = 1, ocrCache, onScan }: PageOptions,
): Promise<Page[]> {
  const [{ readScans }, { settleMarks }] = await Promise.all([
    import("./ocr/read-scans.ts"),
    import("./ocr/settle-marks.ts"),
  ]);
  const cacheFolder = ocrCache ?? null;
  const how = { source, password, program: SCAN_THREAD, workers, cacheFolder, onPage: onScan };
  const scans = await readScans(pages, how);
  return settleMarks(scans.map(({ page, skew }) => ({ ...page, skew })));
}
