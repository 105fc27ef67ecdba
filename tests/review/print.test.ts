import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadImage } from "@napi-rs/canvas";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSource } from "../../src/acquire/load-source.ts";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import type { Picture } from "../../src/review/api.ts";
import { indexFamilies } from "../../src/review/describe-family.ts";
import { createPictures } from "../../src/review/print/pictures.ts";
import type { Extraction, Row } from "../../src/schema.ts";
import { loadTableFamily } from "../support/load-table-family.ts";
import { root } from "../support/run-poi.ts";
import { planOf, soundRows } from "../support/small-plan.ts";
import { pdfPlan } from "./pdf-plan.ts";
import {
  convertAll,
  convertPaths,
  hasBrowser,
  launchBrowser,
  openPage,
  openReview,
  readResult,
  temporaryFolder,
} from "./support.ts";

/** A PDF with its result beside it: rows of 18 points from y = 86 on, META at x = 610, months 21 points apart. */
async function pdfResult(folder: string) {
  const lines = planOf(...soundRows)
    .split("\n")
    .slice(4, -1);
  const file = join(folder, "plan.pdf");
  await writeFile(file, await pdfPlan("PLAN OPERATIVO INSTITUCIONAL 2023 - AL IV TRIMESTRE", lines));
  const results = await convertAll(folder, { "plan.txt": planOf(...soundRows) });
  const source = await loadSource(file);
  const text = await readResult(results, "plan.poi.json");
  const rows = text.rows.map((row, k): Row => {
    const top = 50 + (k + 2) * 18;
    const box = (column: number): [number, number, number, number] => {
      const left = 610 + column * 21;
      return [left + 2, top + 5, left + 15, top + 13];
    };
    const placed = Object.fromEntries(
      ["target", "programmed.jan", "programmed.feb"].map((cell, column) => [
        cell,
        { text: row.source.cells[cell]!.text, page: 1, box: box(column) },
      ]),
    );
    // The second row's February was read from nothing.
    if (k === 1) delete placed["programmed.feb"];
    return { ...row, page: 1, needsReview: true, source: { text: row.source.text, cells: placed } };
  });
  const extraction: Extraction = {
    ...text,
    document: { ...text.document, id: source.id, name: "plan.pdf", mediaType: "application/pdf", pages: 1 },
    rows,
  };
  return { extraction, source, file };
}

test("the cut holds the row, its neighbours' edges, and the header above it", async () => {
  const { extraction, source } = await pdfResult(await temporaryFolder());
  const pictures = createPictures();
  const stripOf = async (row: Row) =>
    ((await pictures.describe({ row, extraction, source, family: null })) as Picture).strips[0]!;
  const [first, second] = extraction.rows as [Row, Row];
  const strip = await stripOf(first);
  expect(strip).toMatchObject({ page: 1, figure: 8 });
  expect(strip.row.height).toBeCloseTo(8 + 20, 5);
  const [left, top, right, bottom] = strip.boxes.target!;
  expect(left * strip.width).toBeCloseTo(612, 3);
  expect(right * strip.width).toBeCloseTo(625, 3);
  expect([top * strip.row.height, bottom * strip.row.height]).toEqual([
    expect.closeTo(10, 3),
    expect.closeTo(18, 3),
  ]);

  // A cell that was read from nothing is framed in the column where others have it.
  const other = await stripOf(second);
  expect(other.boxes["programmed.feb"]![0] * other.width).toBeCloseTo(610 + 42 + 2, 3);

  const png = await pictures.draw("row", 0, { row: first, extraction, source, family: null });
  const image = await loadImage(Buffer.from(png!));
  // 2.5 pixels per point, the last one begun.
  expect(image.width).toBe(1340 * 2.5);
  expect(Math.abs(image.height - strip.row.height * 2.5)).toBeLessThanOrEqual(1.5);
});

test("a page that prints no header is shown under that of the page on which the table begins", async () => {
  const folder = await temporaryFolder();
  const file = join(root, "samples/generic/parted-rows.pdf");
  const results = await convertPaths([file], folder);
  const extraction = await readResult(results, "parted-rows.poi.json");
  const source = await loadSource(file);
  const [family] = indexFamilies([{ family: await loadTableFamily("generic") }]).list;
  const pictures = createPictures();
  const headers = await Promise.all(
    [1, 2].map(async (page) => {
      const row = extraction.rows.findLast((one) => one.page === page)!;
      const shown = { row, extraction, source, family: family! };
      const { strips } = (await pictures.describe(shown)) as Picture;
      expect(strips[0]!.page).toBe(page);
      return Buffer.from((await pictures.draw("header", 0, shown))!).toString("base64");
    }),
  );
  expect(headers[1]).toBe(headers[0]);
});

test("a PDF that a password locks is shown with it, and says so without it", async () => {
  const { extraction } = await pdfResult(await temporaryFolder());
  const lines = planOf(...soundRows)
    .split("\n")
    .slice(4, -1);
  const source = sourceFromBytes("plan.pdf", await pdfPlan("PLAN OPERATIVO", lines, "secret"));
  const shown = { row: extraction.rows[0]!, extraction, source, family: null };
  expect(await createPictures().describe(shown)).toBe("locked");
  expect(await createPictures("other").describe(shown)).toBe("locked");
  expect(await createPictures("secret").describe(shown)).toMatchObject({ kind: "picture" });
});

describe.skipIf(!hasBrowser)("in the browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test("the printed page is shown with the cell that has the focus framed", async () => {
    const folder = await temporaryFolder();
    const { extraction } = await pdfResult(folder);
    const results = join(folder, "pdf-results");
    await mkdir(results);
    await writeFile(join(results, "plan.poi.json"), JSON.stringify(extraction));
    const manifest = JSON.parse(await readFile(join(folder, "results/run.json"), "utf8"));
    const [entry] = manifest.documents;
    await writeFile(
      join(results, "run.json"),
      JSON.stringify({
        ...manifest,
        documents: [{ ...entry, input: "../plan.pdf", id: extraction.document.id }],
      }),
    );
    const { page, complaints } = await openPage(browser, (await openReview(results)).url);
    await page.waitForSelector(".item strong");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".print img");
    const sizes = () =>
      page.evaluate("[...document.querySelectorAll('.print img')].map((image) => image.naturalWidth)");
    await expect.poll(sizes).toEqual([3350, 3350]);
    await page.keyboard.press("ArrowRight");
    await page.locator('.frame.here[data-frame="target"]').waitFor();
    await page.keyboard.press("ArrowRight");
    await page.locator('.frame.here[data-frame="programmed.jan"]').waitFor();
    expect(complaints).toEqual([]);
  });
});
