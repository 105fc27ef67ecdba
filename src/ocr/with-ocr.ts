import pLimit from "p-limit";
import type { ScanProgress } from "../document.ts";
import { openPageCache, type PageCache } from "./page-cache.ts";
import { readScan, type Scan, type ScanImage } from "./read-scan.ts";
import { createScanClock } from "./scan-clock.ts";
import { withEngine } from "./with-engine.ts";

/** How scans are read. */
export interface OcrOptions {
  /** Tesseract workers, and pages in memory at once. Each takes about 120 MB, and a page at 300 dpi 200 MB. */
  readonly workers: number;
  /** A folder that keeps each page's result, so that a long scan goes on where it stopped; null keeps nothing. */
  readonly cacheFolder: string | null;
  /** The document's hash, which its pages are kept under. */
  readonly documentId: string;
  /** How many pages there will be. */
  readonly pages: number;
  /** Called after each page. */
  readonly onPage?: ((progress: ScanProgress) => void) | undefined;
}

/** Reads scanned pages. */
export interface Ocr {
  /** Reads page `number` (1-based); `draw` makes its picture, and is not called where its result is kept already. */
  readonly readPage: (number: number, draw: () => Promise<ScanImage>) => Promise<Scan>;
}

/**
 * Owns the one OCR engine of a document, hands it to `use`, and ends it whatever happens. No more pages than
 * `workers` are read at once, whatever `use` asks for.
 *
 * @throws {PoiError} `ocr-failed`, and whatever `use` and `draw` throw
 */
export async function withOcr<T>(options: OcrOptions, use: (ocr: Ocr) => Promise<T>): Promise<T> {
  const cache: PageCache | null =
    options.cacheFolder === null ? null : await openPageCache(options.cacheFolder, options.documentId);
  const limit = pLimit(options.workers);
  const clock = createScanClock(options.pages);
  return await withEngine(Math.min(options.workers, options.pages), (engine) =>
    use({
      readPage: (number, draw) =>
        limit(async () => {
          const kept = await cache?.load(number);
          const scan = kept ?? (await readScan(await draw(), number, engine));
          if (!kept) await cache?.save(number, scan);
          options.onPage?.(clock(Boolean(kept)));
          return scan;
        }),
    }),
  );
}
