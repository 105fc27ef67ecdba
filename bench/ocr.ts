import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sourceFromBytes } from "../src/acquire/source-from-bytes.ts";
import { extract } from "../src/extract.ts";
import { openPageCache } from "../src/ocr/page-cache.ts";
import { settleMarks } from "../src/ocr/settle-marks.ts";
import { formatCells, formatRows } from "./scans/format-scores.ts";
import { levelRows } from "./scans/level-rows.ts";
import { readPlain } from "./scans/read-plain.ts";
import { POINTS_PER_INCH, scanPlan } from "./scans/scan-plan.ts";
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
    workers: { type: "string", default: "1" },
    plain: { type: "boolean", default: false },
    dump: { type: "string", default: "0" },
  },
});

for (const dpi of flags.dpi.split(",").map(Number)) {
  const cells = emptyScore();
  const rows = emptyRowScore();
  const plain = emptyScore();
  let pages = 0;
  let used = 0;
  for (let index = 0; index < Number(flags.documents); index++) {
    const seed = Number(flags.seed) * 1000 + index;
    const paper = flags.paper === "A4" ? "A4" : "A3";
    const { plan, drawn, canvases, pdf } = await scanPlan(seed, Number(flags.rows), paper, dpi);
    pages += canvases.length;
    const folder = mkdtempSync(join(tmpdir(), "poi-bench-"));
    try {
      const before = process.cpuUsage();
      const extraction = await extract(pdf, {
        name: "plan.pdf",
        family: "sat-lima",
        ocrCache: folder,
        ocrWorkers: Number(flags.workers),
      });
      const { user, system } = process.cpuUsage(before);
      used += (user + system) / 1e6;
      const cache = await openPageCache(folder, sourceFromBytes("plan.pdf", pdf).id);
      const scans = await Promise.all(drawn.pages.map(async (_, k) => (await cache.load(k + 1))!));
      scoreRows(rows, levelRows(extraction, scans), plan, drawn.pages);
      const settled = settleMarks(scans.map(({ page }) => page));
      for (const [k, page] of drawn.pages.entries()) scorePage(cells, settled[k]!, page);
    } finally {
      rmSync(folder, { recursive: true });
    }
    if (flags.plain) {
      const scale = dpi / POINTS_PER_INCH;
      const draw = canvases.map((canvas) => async () => canvas);
      await readPlain(draw, scale, (page, k) => scorePage(plain, page, drawn.pages[k]!));
    }
  }
  print(`${dpi} dpi, ${flags.paper}, ${pages} pages, ${(used / pages).toFixed(1)} s of processor a page`);
  for (const line of [...formatRows(rows), ...formatCells(cells)]) print(`  ${line}`);
  if (flags.plain) {
    print("  plain tesseract.js, the whole page:");
    for (const line of formatCells(plain).slice(0, 3)) print(`    ${line}`);
  }
  const dumped = Number(flags.dump);
  for (const error of [...rows.errors.slice(0, dumped), ...cells.wrong.slice(0, dumped)])
    print(`    ${error}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
