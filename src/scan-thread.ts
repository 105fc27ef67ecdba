/**
 * The program of a thread that reads scanned pages: it draws the pages of one document that it is asked for, takes them
 * apart, and reads them with an engine of its own, one after the other.
 */
import { on } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { PoiError } from "./errors.ts";
import { grayImage } from "./ocr/gray-image.ts";
import { openPictures, type Picture } from "./ocr/load-picture.ts";
import type { PageToRead, ScanAnswer, ScanTask } from "./ocr/page-thread.ts";
import { readScan, type ScanImage } from "./ocr/read-scan.ts";
import { withEngine } from "./ocr/with-engine.ts";

type Draw = (page: PageToRead) => Promise<Picture>;

const { source, password } = workerData as ScanTask;
const answer = (message: ScanAnswer) => parentPort!.postMessage(message);

try {
  await withEngine((engine) =>
    withDraw(async (draw) => {
      for await (const [page] of on(parentPort!, "message") as AsyncIterable<[PageToRead]>) {
        answer({ scan: await readScan(await inGrey(draw, page), page.number, engine) });
      }
    }),
  );
} catch (error) {
  // A bug ends the document with this thread.
  if (!(error instanceof PoiError)) throw error;
  const { code, message, place, hint } = error;
  answer({ error: { code, message, place, hint } });
}

/** The canvas takes four times as much as what is made of it, and is not held on to. */
async function inGrey(draw: Draw, page: PageToRead): Promise<ScanImage> {
  const { canvas, scale } = await draw(page);
  return { image: grayImage(canvas), scale };
}

/** Opens the document, and hands `use` what draws its pages. */
async function withDraw(use: (draw: Draw) => Promise<void>): Promise<void> {
  if (source.mediaType === "application/pdf") {
    const { drawScans } = await import("./pdf/draw-scans.ts");
    await drawScans(source, password === undefined ? {} : { password }, use);
  } else {
    const { load } = await openPictures(source);
    await use(({ number }) => load(number));
  }
}
