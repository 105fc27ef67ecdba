import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { seededRandom } from "../../bench/random.ts";
import { makeDocument } from "../../bench/rows/make-document.ts";
import type { TruthDocument } from "../../bench/rows/truth-row.ts";
import { degrade } from "../../bench/scans/degrade.ts";
import { type DrawnPlan, drawPlan } from "../../bench/scans/draw-plan.ts";
import { levelRows } from "../../bench/scans/level-rows.ts";
import { scanPdf } from "../../bench/scans/scan-pdf.ts";
import { emptyScore, scorePage } from "../../bench/scans/score-page.ts";
import { emptyRowScore, scoreRows } from "../../bench/scans/score-rows.ts";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import { extract } from "../../src/extract.ts";
import { openPageCache } from "../../src/ocr/page-cache.ts";
import { settleMarks } from "../../src/ocr/settle-marks.ts";
import { tiltBox } from "../../src/page-tables/tilt-box.ts";
import { renderPage } from "../../src/pdf/render-page.ts";
import { turnBox } from "../../src/pdf/turn.ts";
import { withDocument } from "../../src/pdf/with-document.ts";
import { type Extraction, extraction as schema } from "../../src/schema.ts";

/** Real OCR takes seconds a page: one small plan, scanned once, is read for all tests. */
const DPI = 150;
const SCALE = DPI / 72;
const WEAR = { skew: 0.8, blur: 0.4, noise: 6, quality: 80, shade: 30, stamped: false };

let folder: string;
let plan: TruthDocument;
let drawn: DrawnPlan;
let scan: Canvas;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "poi-scan-"));
  const random = seededRandom(11);
  plan = makeDocument(random, 4);
  drawn = await drawPlan(plan, "A3");
  await withDocument(sourceFromBytes("plan.pdf", drawn.bytes), {}, async (document) => {
    const { canvas } = await renderPage(await document.getPage(1), SCALE);
    scan = await degrade(canvas, WEAR, random);
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** The scan turned clockwise, as paper lies in a scanner. */
function sideways(): Canvas {
  const canvas = createCanvas(scan.height, scan.width);
  const context = canvas.getContext("2d");
  context.translate(scan.height, 0);
  context.rotate(Math.PI / 2);
  context.drawImage(scan, 0, 0);
  return canvas;
}

/** How far, in points, a row's last quarter, far from the middle of the page, stands from the middle of the cell it was drawn in, on the sheet as it was scanned. */
function centreError({ source }: Extraction["rows"][number]): number | null {
  const box = source.cells["executed.q4"]?.box;
  if (box == null) return null;
  const { width, height } = { width: scan.width / SCALE, height: scan.height / SCALE };
  const middle = ([left, top, right, bottom]: readonly number[]) => [
    (left! + right!) / 2,
    (top! + bottom!) / 2,
  ];
  const [x, y] = middle(box) as [number, number];
  const quarters = drawn.pages[0]!.filter(({ column }) => column === 36).map((cell) =>
    // Tilted by the scanner, then laid on its side.
    middle(turnBox(tiltBox(cell.box, WEAR.skew, width, height), 1, width, height)),
  );
  return Math.min(...quarters.map(([a, b]) => Math.hypot(x - a!, y - b!)));
}

describe("a plan scanned sideways and askew", { timeout: 240_000 }, () => {
  test("is read, turned upright, and kept: the second time nothing is read again", async () => {
    const pdf = await scanPdf([sideways()], SCALE);
    const options = { name: "scan.pdf", family: "sat-lima", ocrCache: folder };
    const onScan = vi.fn();
    const extraction = await extract(pdf, { ...options, onScan });
    expect(onScan.mock.calls).toEqual([[{ done: 1, of: 1, secondsLeft: 0 }]]);

    const rows = emptyRowScore();
    const cache = await openPageCache(folder, sourceFromBytes("scan.pdf", pdf).id);
    const { page, skew } = (await cache.load(1))!;
    const errors = extraction.rows.map(centreError).filter((error) => error !== null);
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) expect(error).toBeLessThan(3);
    scoreRows(rows, levelRows(extraction, [{ page, skew }]), plan, drawn.pages);
    expect(rows).toMatchObject({ missing: 0, silent: 0, organs: rows.rows });
    expect(rows.rows).toBeGreaterThan(1);
    for (const row of extraction.rows) expect(row.confidence).toBeLessThan(1);
    expect(schema.safeParse(extraction).error).toBeUndefined();

    expect(page.turns).toBe(3);
    expect(skew).toBeCloseTo(0.8, 1);
    const cells = emptyScore();
    scorePage(cells, settleMarks([page])[0]!, drawn.pages[0]!);
    expect(cells.wrong.slice(3)).toEqual([]);
    expect(cells.empty).toBe(cells.blanks);
    expect(cells.wrongLetters / cells.letters).toBeLessThan(0.02);

    await cache.save(1, { skew, page: { ...page, words: [] } });
    await expect(extract(pdf, options)).rejects.toMatchObject({ code: "no-table" });
  });

  test("is not read with OCR off", async () => {
    const pdf = await scanPdf([scan], SCALE);
    await expect(extract(pdf, { name: "scan.pdf", family: "sat-lima", ocr: "off" })).rejects.toMatchObject({
      code: "no-text-layer",
    });
  });

  test("is read from a picture as well", async () => {
    const extraction = await extract(scan.toBuffer("image/png"), { name: "scan.png", family: "sat-lima" });
    expect(extraction.rows.map(({ organ }) => organ?.method)).not.toContain("none");
    const rows = emptyRowScore();
    scoreRows(rows, extraction, plan, drawn.pages);
    expect(extraction.rows).toHaveLength(rows.rows);
  });
});

test("a picture that is damaged is named as such", async () => {
  const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array(200).fill(7)]);
  await expect(extract(bytes, { name: "torn.png" })).rejects.toMatchObject({ code: "input-unreadable" });
});
