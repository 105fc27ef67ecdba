import type { Page, ScanProgress, Source } from "./document.ts";
import { isPicture } from "./ocr/load-picture.ts";
import type { OcrMode } from "./pdf/classify-page.ts";
import type { ReadPage } from "./pdf/make-page.ts";
import type { TrustedPages } from "./pdf/trust-pages.ts";

const PDF = "application/pdf";

/** How the pages of a PDF or a picture are to be read. */
export interface PageOptions {
  /** What opens an encrypted PDF. */
  readonly password?: string;
  /** Which pages of a PDF are read by OCR: those without a text layer that can be used, none, or all. Default: `auto`. */
  readonly ocr?: OcrMode;
  /** OCR workers, each on a processor of its own. Default: 1. */
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

/**
 * The pages of a PDF that can be read. What reads PDFs is loaded for PDFs only: it takes longer than a text takes in all.
 */
async function readPdfPages(source: Source, options: PageOptions, watch: Watch): Promise<TrustedPages> {
  const [{ readPdf }, { trustPages }] = await Promise.all([
    import("./pdf/read-pdf.ts"),
    import("./pdf/trust-pages.ts"),
  ]);
  const pdf = await readPdf(source, openOptions(options));
  const scanned = await readScans(pdf.pages, source, options);
  watch({
    pages: pdf.pages.map(({ page }) => scanned.get(page.number) ?? page),
    failed: pdf.failed.map(({ page }) => page),
  });
  return trustPages(pdf, scanned, source);
}

function openOptions({ password }: PageOptions) {
  return password === undefined ? {} : { password };
}

/** Reads pictures as pages of their own. */
async function readPicture(
  source: Source,
  { ocrWorkers: workers = 1, ocrCache, onScan }: PageOptions,
): Promise<TrustedPages> {
  const [{ openPictures }, { withOcr }] = await Promise.all([
    import("./ocr/load-picture.ts"),
    import("./ocr/with-ocr.ts"),
  ]);
  const { count, load } = await openPictures(source);
  return await withOcr(
    { workers, cacheFolder: ocrCache ?? null, documentId: source.id, pages: count, onPage: onScan },
    async ({ readPage }) => {
      const scans = Array.from({ length: count }, async (_, k) => {
        const { page, skew } = await readPage(k + 1, () => load(k + 1));
        return { ...page, skew };
      });
      return { pages: await Promise.all(scans), count, doubted: new Map(), flags: [] };
    },
  );
}

/**
 * Reads the pages again by OCR whose text cannot be used; what does so is loaded and started only for them.
 *
 * @returns what OCR reads, by page number
 */
async function readScans(
  read: readonly ReadPage[],
  source: Source,
  options: PageOptions,
): Promise<ReadonlyMap<number, Page>> {
  const { ocr: mode = "auto", ocrWorkers: workers = 1, ocrCache, onScan } = options;
  const { needsOcr } = await import("./pdf/classify-page.ts");
  const scans = read.filter((page) => needsOcr(page, mode));
  if (scans.length === 0) return new Map();
  const [{ drawScans }, { withOcr }] = await Promise.all([
    import("./pdf/draw-scans.ts"),
    import("./ocr/with-ocr.ts"),
  ]);
  const cacheFolder = ocrCache ?? null;
  const reading = { workers, cacheFolder, documentId: source.id, pages: scans.length, onPage: onScan };
  return await withOcr(reading, (ocr) =>
    drawScans(source, openOptions(options), async (draw) => {
      const pages = scans.map(async (page) => {
        const { number } = page.page;
        const scan = await ocr.readPage(number, () => draw(page));
        return [number, { ...scan.page, skew: scan.skew }] as const;
      });
      return new Map(await Promise.all(pages));
    }),
  );
}
