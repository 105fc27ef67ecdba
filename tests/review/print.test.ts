import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadImage } from "@napi-rs/canvas";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSource } from "../../src/acquire/load-source.ts";
import type { Picture } from "../../src/review/api.ts";
import { createPictures } from "../../src/review/pictures.ts";
import type { Extraction, Row } from "../../src/schema.ts";
import { planOf, soundRows } from "../support/small-plan.ts";
import { pdfPlan } from "./pdf-plan.ts";
import {
  convertAll,
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
  const [first, second] = extraction.rows as [Row, Row];
  const picture = (await pictures.describe(first, extraction, source, null)) as Picture;
  expect(picture.page).toBe(1);
  expect(picture.row.height).toBeCloseTo(8 + 20, 5);
  const [left, top, right, bottom] = picture.boxes.target!;
  expect(left * picture.width).toBeCloseTo(612, 3);
  expect(right * picture.width).toBeCloseTo(625, 3);
  expect([top * picture.row.height, bottom * picture.row.height]).toEqual([
    expect.closeTo(10, 3),
    expect.closeTo(18, 3),
  ]);

  // A cell that was read from nothing is framed in the column where others have it.
  const other = (await pictures.describe(second, extraction, source, null)) as Picture;
  expect(other.boxes["programmed.feb"]![0] * other.width).toBeCloseTo(610 + 42 + 2, 3);

  const image = await loadImage(Buffer.from((await pictures.draw("row", first, extraction, source, null))!));
  // 2.5 pixels per point, the last one begun.
  expect(image.width).toBe(1340 * 2.5);
  expect(Math.abs(image.height - picture.row.height * 2.5)).toBeLessThanOrEqual(1.5);
});

test("a row without boxes, or a document that cannot be drawn, gives no picture", async () => {
  const { extraction, source } = await pdfResult(await temporaryFolder());
  const pictures = createPictures();
  const row = extraction.rows[0]!;
  const bare = { ...row, source: { text: row.source.text, cells: {} } };
  expect(await pictures.describe(bare, extraction, source, null)).toBeNull();
  const broken = { ...source, id: "sha256:broken", bytes: source.bytes.slice(0, 100) };
  expect(await pictures.describe(row, extraction, broken, null)).toBeNull();
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
