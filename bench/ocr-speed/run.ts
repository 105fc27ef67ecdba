import { readFileSync } from "node:fs";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import { extract } from "../../src/extract.ts";
import { renderPage } from "../../src/pdf/render-page.ts";
import { withDocument } from "../../src/pdf/with-document.ts";
import { readPlain } from "../scans/read-plain.ts";

/**
 * What one process of `bench:ocr-speed` does, alone, so that its peak memory is its own.
 * `node run.ts plain|<workers> <file> <scale>`; prints a `Run` as JSON.
 *
 * - `plain`: each page drawn and given to tesseract.js as it is;
 * - a number: `extract` with so many workers, from the bytes to the rows.
 */
export interface Run {
  /** Seconds by the clock, without imports. */
  readonly clock: number;
  /** Seconds of processor of all threads, and of the main one. */
  readonly cpu: number;
  readonly mainCpu: number;
  readonly peakBytes: number;
  /** Rows that came out, so that a fast failure is no speed; of plain pages, words. */
  readonly found: number;
}

const [task = "", file = "", scale = ""] = process.argv.slice(2);
const bytes = readFileSync(file);
const started = performance.now();
const before = { all: process.cpuUsage(), main: process.threadCpuUsage() };
const found = task === "plain" ? await plain() : await ours();
const all = process.cpuUsage(before.all);
const main = process.threadCpuUsage(before.main);
const run: Run = {
  clock: (performance.now() - started) / 1000,
  cpu: (all.user + all.system) / 1e6,
  mainCpu: (main.user + main.system) / 1e6,
  peakBytes: process.resourceUsage().maxRSS * 1024,
  found,
};
process.stdout.write(JSON.stringify(run));

async function ours(): Promise<number> {
  const options = { name: "plan.pdf", family: "sat-lima", ocrWorkers: Number(task) };
  return (await extract(bytes, options)).rows.length;
}

async function plain(): Promise<number> {
  let words = 0;
  await withDocument(sourceFromBytes("plan.pdf", bytes), {}, async (document) => {
    const pages = Array.from({ length: document.numPages }, (_, k) => async () => {
      const { canvas } = await renderPage(await document.getPage(k + 1), Number(scale));
      return canvas;
    });
    await readPlain(pages, Number(scale), (page) => {
      words += page.words.length;
    });
  });
  return words;
}
