import pLimit from "p-limit";
import type { ScanProgress, Source } from "../document.ts";
import { openPageCache, type PageCache } from "./page-cache.ts";
import { type PageThread, type PageToRead, startPageThread } from "./page-thread.ts";
import type { Scan } from "./read-scan.ts";
import { createScanClock } from "./scan-clock.ts";

/** How scans are read. */
export interface OcrOptions {
  readonly source: Source;
  /** What opens an encrypted PDF. */
  readonly password?: string | undefined;
  /** What a thread runs: it draws pages and reads them. */
  readonly program: URL;
  /** Threads, and pages in memory at once. Each keeps one processor busy; what it takes is in docs/scans.md. */
  readonly workers: number;
  /** A folder that keeps each page's result, so that a long scan goes on where it stopped; null keeps nothing. */
  readonly cacheFolder: string | null;
  /** Called after each page. */
  readonly onPage?: ((progress: ScanProgress) => void) | undefined;
}

/**
 * Reads scanned pages, each in one of `workers` threads, which are started when there is a page for them and ended
 * whatever happens.
 *
 * @returns the pages as OCR read them, in the order asked for
 * @throws {PoiError} `ocr-failed`, and whatever drawing a page throws
 */
export async function readScans(pages: readonly PageToRead[], options: OcrOptions): Promise<readonly Scan[]> {
  const { source, password, program, workers, cacheFolder, onPage } = options;
  const cache: PageCache | null = cacheFolder === null ? null : await openPageCache(cacheFolder, source.id);
  const limit = pLimit(workers);
  const clock = createScanClock(pages.length);
  const threads: PageThread[] = [];
  const idle: PageThread[] = [];
  const start = () => {
    const thread = startPageThread(program, { source, password });
    threads.push(thread);
    return thread;
  };
  const readPage = async (page: PageToRead): Promise<Scan> => {
    const kept = await cache?.load(page.number);
    if (kept) {
      onPage?.(clock(true));
      return kept;
    }
    const thread = idle.pop() ?? start();
    const scan = await thread.read(page);
    idle.push(thread);
    await cache?.save(page.number, scan);
    onPage?.(clock(false));
    return scan;
  };
  try {
    return await Promise.all(pages.map((page) => limit(readPage, page)));
  } finally {
    // Where one page could not be read, the others are not begun.
    limit.clearQueue();
    await Promise.all(threads.map((thread) => thread.end()));
  }
}
