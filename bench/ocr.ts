import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Canvas } from "@napi-rs/canvas";
import { sourceFromBytes } from "../src/acquire/source-from-bytes.ts";
import { extract } from "../src/extract.ts";
import { openPageCache } from "../src/ocr/page-cache.ts";
import { renderPage } from "../src/pdf/render-page.ts";
import { withDocument } from "../src/pdf/with-document.ts";
import { seededRandom } from "./random.ts";
import { makeDocument } from "./rows/make-document.ts";
import type { TruthDocument } from "./rows/truth-row.ts";
import { degrade, drawWear } from "./scans/degrade.ts";
import { type DrawnPlan, drawPlan } from "./scans/draw-plan.ts";
import { formatCells, formatRows } from "./scans/format-scores.ts";
import { levelRows } from "./scans/level-rows.ts";
import { readPlain } from "./scans/read-plain.ts";
import { scanPdf } from "./scans/scan-pdf.ts";
import { emptyScore, scorePage } from "./scans/score-page.ts";
import { emptyRowScore, scoreRows } from "./scans/score-rows.ts";

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
    dump: { type: "string", default: "0" },
  },
});
const POINTS_PER_INCH = 72;

interface ScannedPlan {
  readonly plan: TruthDocument;
  readonly drawn: DrawnPlan;
  readonly canvases: readonly Canvas[];
  readonly pdf: Uint8Array;
}

const [first = 1, ...others] = flags.workers.split(",").map(Number);
for (const dpi of flags.dpi.split(",").map(Number)) {
  const cells = emptyScore();
  const rows = emptyRowScore();
  const plain = emptyScore();
  const time = new Map([first, ...others, 0].map((workers) => [workers, { cpu: 0, wall: 0 }]));
  let pages = 0;
  for (let index = 0; index < Number(flags.documents); index++) {
    const scanned = await scanPlan(dpi, seededRandom(Number(flags.seed) * 1000 + index));
    pages += scanned.canvases.length;
    const folder = mkdtempSync(join(tmpdir(), "poi-bench-"));
    try {
      const options = { name: "plan.pdf", family: "sat-lima", ocrCache: folder, ocrWorkers: first };
      const extraction = await timed(first, () => extract(scanned.pdf, options));
      const cache = await openPageCache(folder, sourceFromBytes("plan.pdf", scanned.pdf).id);
      const scans = await Promise.all(scanned.drawn.pages.map(async (_, k) => (await cache.load(k + 1))!));
      scoreRows(rows, levelRows(extraction, scans), scanned.plan, scanned.drawn.pages);
      for (const [k, drawn] of scanned.drawn.pages.entries()) scorePage(cells, scans[k]!.page, drawn);
    } finally {
      rmSync(folder, { recursive: true });
    }
    for (const ocrWorkers of others) {
      await timed(ocrWorkers, () =>
        extract(scanned.pdf, { name: "plan.pdf", family: "sat-lima", ocrWorkers }),
      );
    }
    if (flags.plain) {
      await timed(0, () =>
        readPlain(scanned.canvases, dpi / POINTS_PER_INCH, (page, k) =>
          scorePage(plain, page, scanned.drawn.pages[k]!),
        ),
      );
    }
  }
  print(`${dpi} dpi, ${flags.paper}, ${pages} pages`);
  for (const line of [...formatRows(rows), ...formatCells(cells)]) print(`  ${line}`);
  for (const workers of [first, ...others]) {
    const { cpu, wall } = time.get(workers)!;
    print(
      `  ${workers} workers: ${(wall / pages).toFixed(1)} s a page, ${(cpu / pages).toFixed(1)} s of processor`,
    );
  }
  if (flags.plain) {
    print(`  plain tesseract.js, the whole page: ${(time.get(0)!.wall / pages).toFixed(1)} s a page`);
    for (const line of formatCells(plain).slice(0, 3)) print(`    ${line}`);
  }
  const dumped = Number(flags.dump);
  for (const error of [...rows.errors.slice(0, dumped), ...cells.wrong.slice(0, dumped)])
    print(`    ${error}`);

  async function timed<T>(workers: number, run: () => Promise<T>): Promise<T> {
    const sum = time.get(workers)!;
    const started = performance.now();
    const before = process.cpuUsage();
    const result = await run();
    const used = process.cpuUsage(before);
    sum.wall += (performance.now() - started) / 1000;
    sum.cpu += (used.user + used.system) / 1e6;
    return result;
  }
}
print(`peak memory of this process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);

/** A plan as a scanner gives it back; the same random draws give the same scan. */
async function scanPlan(dpi: number, random: ReturnType<typeof seededRandom>): Promise<ScannedPlan> {
  const plan = makeDocument(random, Number(flags.rows));
  const drawn = await drawPlan(plan, flags.paper === "A4" ? "A4" : "A3");
  const canvases: Canvas[] = [];
  await withDocument(sourceFromBytes("plan.pdf", drawn.bytes), {}, async (document) => {
    for (const k of drawn.pages.keys()) {
      const { canvas } = await renderPage(await document.getPage(k + 1), dpi / POINTS_PER_INCH);
      canvases.push(await degrade(canvas, drawWear(random), random));
    }
  });
  return { plan, drawn, canvases, pdf: await scanPdf(canvases, dpi / POINTS_PER_INCH) };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
