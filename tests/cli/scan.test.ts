import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { seededRandom } from "../../bench/random.ts";
import { makeDocument } from "../../bench/rows/make-document.ts";
import { drawPlan } from "../../bench/scans/draw-plan.ts";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import { TIFF } from "../../src/ocr/tiff-directory.ts";
import { renderPage } from "../../src/pdf/render-page.ts";
import { withDocument } from "../../src/pdf/with-document.ts";
import { type Extraction, extraction } from "../../src/schema.ts";
import { makeTiff } from "../ocr/make-tiff.ts";
import { readLog, root, runPoi } from "../support/run-poi.ts";

const DPI = 150;
const folder = mkdtempSync(join(tmpdir(), "poi-scan-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A plan of one page twice over, as a fax machine would send it. */
async function twoPages(): Promise<Uint8Array> {
  const drawn = await drawPlan(makeDocument(seededRandom(5), 2), "A3");
  return await withDocument(sourceFromBytes("plan.pdf", drawn.bytes), {}, async (document) => {
    const { canvas } = await renderPage(await document.getPage(1), DPI / 72);
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const grey = Uint8Array.from({ length: data.length / 4 }, (_, at) => data[4 * at]!);
    const tags = {
      [TIFF.width]: [canvas.width],
      [TIFF.height]: [canvas.height],
      [TIFF.bits]: [8],
      [TIFF.photometric]: [1],
      [TIFF.samples]: [1],
      [TIFF.rowsPerStrip]: [canvas.height],
      [TIFF.resolutionX]: [DPI],
      [TIFF.resolutionY]: [DPI],
    };
    return makeTiff([
      { tags, strips: [grey] },
      { tags, strips: [grey] },
    ]);
  });
}

test("a TIFF of two pages is read without a connection to anywhere, page after page", {
  timeout: 240_000,
}, async () => {
  writeFileSync(join(folder, "plan.tif"), await twoPages());
  const connections = join(folder, "connections");
  const preload = pathToFileURL(join(root, "tests/support/no-network.mjs")).href;
  const out = join(folder, "out");
  const { code, stderr } = await runPoi(
    [
      "convert",
      join(folder, "plan.tif"),
      "--out",
      out,
      "--log",
      "json",
      "--family",
      "sat-lima",
      "--concurrency",
      "2",
    ],
    "",
    { NODE_OPTIONS: `--import=${preload}`, POI_CONNECTIONS: connections },
  );
  expect(code, stderr).toBe(0);
  expect(existsSync(connections)).toBe(false);
  const scans = readLog(stderr).filter(({ event }) => event === "scan");
  expect(scans.map(({ done, of }) => [done, of])).toEqual([
    [1, 2],
    [2, 2],
  ]);
  expect(scans.map(({ secondsLeft }) => typeof secondsLeft)).toEqual(["number", "number"]);
  const read: Extraction = JSON.parse(readFileSync(join(out, "plan.poi.json"), "utf8"));
  expect(extraction.safeParse(read).error).toBeUndefined();
  expect(read.document).toMatchObject({ mediaType: "image/tiff", pages: 2, year: 2023 });
  const numbersOf = (page: number) =>
    read.rows.filter((row) => row.page === page).map(({ target, series }) => ({ target, series }));
  expect(numbersOf(1).length).toBeGreaterThan(0);
  expect(numbersOf(2)).toEqual(numbersOf(1));
});

test("of a scan only the pages that were asked for are read", { timeout: 240_000 }, async () => {
  const { code, stdout, stderr } = await runPoi([
    "convert",
    join(folder, "plan.tif"),
    "--pages",
    "2",
    "--family",
    "sat-lima",
    "--log",
    "json",
  ]);
  expect(code, stderr).toBe(0);
  expect(
    readLog(stderr)
      .filter(({ event }) => event === "scan")
      .map(({ done, of }) => [done, of]),
  ).toEqual([[1, 1]]);
  const read: Extraction = JSON.parse(stdout);
  expect(read.document.pages).toBe(2);
  expect(read.rows.length).toBeGreaterThan(0);
  for (const row of read.rows) {
    expect(row).toMatchObject({ page: 2, needsReview: true });
    expect(row.flags.map((flag) => flag.code)).toContain("page-beside-not-read");
  }
  expect(read.flags.map(({ code }) => code)).toContain("page-not-asked-for");
});

test("what is loaded before the program does see connections", async () => {
  const connections = join(folder, "seen");
  const preload = pathToFileURL(join(root, "tests/support/no-network.mjs")).href;
  const { code } = await runPoi(["status", "--queue", "postgres://poi@127.0.0.1:1/none"], "", {
    NODE_OPTIONS: `--import=${preload}`,
    POI_CONNECTIONS: connections,
  });
  expect(code).toBe(97);
  expect(readFileSync(connections, "utf8")).toContain("127.0.0.1");
});
