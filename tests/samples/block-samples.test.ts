import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatBlockTruth } from "../../bench/blocks/format-truth.ts";
import { loadReports } from "../../bench/blocks/load-reports.ts";
import { FAMILIES } from "../../bench/blocks/plan/block-plan.ts";
import { blockSamples } from "../../bench/blocks/samples.ts";
import { scoreBlocks } from "../../bench/blocks/score/score-blocks.ts";
import { truthOf } from "../../bench/blocks/truth.ts";
import { extract } from "../../src/extract.ts";
import { pdfTexts } from "../support/pdf-texts.ts";

/** Small enough to clone without a thought. */
const MAX_BYTES = 100_000;

const made = blockSamples();
const kept = loadReports("samples");

test("every report is one that the script makes, two of each family by two producers", () => {
  const pathOf = ({ plan, name }: (typeof made)[number]) => `samples/${plan.family}/${name}.pdf`;
  expect(kept.map(({ path }) => path).toSorted()).toEqual(made.map(pathOf).toSorted());
  for (const family of FAMILIES) {
    const own = kept.filter(({ truth }) => truth.family === family);
    expect(new Set(own.map(({ truth }) => truth.producer))).toEqual(new Set(["chromium", "libreoffice"]));
    const files = readdirSync(`samples/${family}`).toSorted();
    expect(files).toEqual([
      "README.md",
      "browser.pdf",
      "browser.truth.json",
      "spreadsheet.pdf",
      "spreadsheet.truth.json",
    ]);
  }
});

describe.each(kept.map((report) => [report.path, report] as const))("%s", (path, { pdf, truth }) => {
  test("has the truth of the plan that the script makes, and is small", () => {
    const report = made.find(({ plan, name }) => path === `samples/${plan.family}/${name}.pdf`)!;
    expect(readFileSync(path.replace(".pdf", ".truth.json"), "utf8")).toBe(formatBlockTruth(truthOf(report)));
    expect(statSync(path).size).toBeLessThanOrEqual(MAX_BYTES);
  });

  test("prints every activity of its truth", async () => {
    const printed = (await pdfTexts(pdf)).map(({ text }) => text).join(" ");
    const squeezed = printed.replace(/\s+/g, "");
    for (const { labels } of truth.rows) expect(squeezed).toContain(labels.activityCode);
  });

  test("is recognised, and read as it was printed", async () => {
    const read = await extract(new Uint8Array(pdf), { name: path, ocr: "off" });
    expect(scoreBlocks(truth, read)).toMatchObject({
      notes: [],
      rows: truth.rows.length,
      right: truth.rows.length,
    });
  });
});

test("some of them contradict themselves, as published reports do", () => {
  expect(kept.flatMap(({ truth }) => truth.rows).filter(({ isWrong }) => isWrong).length).toBeGreaterThan(5);
});
