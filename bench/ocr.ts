import { parseArgs } from "node:util";
import type { Canvas } from "@napi-rs/canvas";
import type { Source } from "../src/document.ts";
import { readScan } from "../src/ocr/read-scan.ts";
import { withEngine } from "../src/ocr/with-engine.ts";
import { renderPage } from "../src/pdf/render-page.ts";
import { withDocument } from "../src/pdf/with-document.ts";
import { seededRandom } from "./random.ts";
import { makeDocument } from "./rows/make-document.ts";
import { degrade, drawWear } from "./scans/degrade.ts";
import { type DrawnCell, drawPlan } from "./scans/draw-plan.ts";
import { readPlain } from "./scans/read-plain.ts";
import { type CellScore, emptyScore, scorePage } from "./scans/score-page.ts";

/** `npm run bench:ocr`; bench/README.md explains the figures. */
const { values: flags } = parseArgs({
  options: {
    dpi: { type: "string", default: "300,200,150" },
    paper: { type: "string", default: "A3" },
    documents: { type: "string", default: "3" },
    rows: { type: "string", default: "40" },
    seed: { type: "string", default: "1" },
    workers: { type: "string", default: "1,2" },
    plain: { type: "boolean", default: false },
    "dump-wrong": { type: "string", default: "0" },
  },
});

interface ScannedPage {
  readonly canvas: Canvas;
  readonly cells: readonly DrawnCell[];
}

for (const dpi of flags.dpi.split(",").map(Number)) {
  const pages = await makeScans(dpi);
  print(`${dpi} dpi, ${flags.paper}, ${pages.length} pages`);
  for (const workers of flags.workers.split(",").map(Number)) {
    const score = emptyScore();
    const seconds = await readAll(pages, dpi, workers, score);
    if (workers === Number(flags.workers.split(",")[0])) report(score);
    print(`  ${workers} workers: ${(seconds / pages.length).toFixed(2)} s a page`);
  }
  if (flags.plain) {
    const score = emptyScore();
    const started = performance.now();
    await readPlain(
      pages.map(({ canvas }) => canvas),
      dpi / 72,
      (page, index) => scorePage(score, page, pages[index]!.cells),
    );
    print(`  plain tesseract.js, whole page, 1 worker: ${seconds(started, pages.length)} s a page`);
    report(score);
  }
}
print(`peak memory of this process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);

/** Scans of whole documents; the same options give the same scans. */
async function makeScans(dpi: number): Promise<ScannedPage[]> {
  const pages: ScannedPage[] = [];
  for (let index = 0; index < Number(flags.documents); index++) {
    const random = seededRandom(Number(flags.seed) * 1000 + index);
    const drawn = await drawPlan(makeDocument(random, Number(flags.rows)), flags.paper === "A4" ? "A4" : "A3");
    const source: Source = { name: "plan.pdf", bytes: drawn.bytes, mediaType: "application/pdf", id: "" };
    await withDocument(source, {}, async (document) => {
      for (const [k, cells] of drawn.pages.entries()) {
        const { canvas } = await renderPage(await document.getPage(k + 1), dpi / 72);
        pages.push({ canvas: await degrade(canvas, drawWear(random), random), cells });
      }
    });
  }
  return pages;
}

/** Reads pages one after the other, as a document is read. */
async function readAll(
  pages: readonly ScannedPage[],
  dpi: number,
  workers: number,
  score: CellScore,
): Promise<number> {
  return withEngine(workers, async (engine) => {
    const started = performance.now();
    for (const [index, { canvas, cells }] of pages.entries()) {
      const { page } = await readScan({ canvas, scale: dpi / 72 }, index + 1, engine);
      scorePage(score, page, cells);
    }
    return (performance.now() - started) / 1000;
  });
}

function report(score: CellScore): void {
  const percent = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(2)} %`;
  print(
    `  numbers right: ${percent(score.right, score.numbers)} of ${score.numbers}; ` +
      `of the wrong ones, truth among the readings: ${score.offered} of ${score.numbers - score.right}`,
  );
  print(`  blanks left blank: ${percent(score.empty, score.blanks)} of ${score.blanks}`);
  print(
    `  letters of labels right: ${percent(score.letters - score.wrongLetters, score.letters)} of ${score.letters}`,
  );
  for (const [from, to] of [
    [0, 0.5],
    [0.5, 0.9],
    [0.9, 0.99],
    [0.99, 0.999],
    [0.999, 1.01],
  ] as const) {
    const bin = score.stated.filter(({ probability }) => probability >= from && probability < to);
    if (bin.length === 0) continue;
    const right = bin.filter((one) => one.right).length;
    const mean = bin.reduce((sum, { probability }) => sum + probability, 0) / bin.length;
    print(`  stated ${mean.toFixed(4)}: right ${(right / bin.length).toFixed(4)} of ${bin.length}`);
  }
  const most = Number(flags["dump-wrong"]);
  for (const wrong of [...score.wrong.slice(0, most), ...score.wrongLabels.slice(0, most)]) print(`    ${wrong}`);
}

function seconds(started: number, pages: number): string {
  return ((performance.now() - started) / 1000 / pages).toFixed(2);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
