import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FAMILIES } from "../../bench/blocks/plan/block-plan.ts";
import { formatTruth } from "../../bench/pdf/format-truth.ts";
import { loadSamples, truthPath } from "../../bench/pdf/load-samples.ts";
import { findOverlaps } from "../../bench/pdf/paper/find-overlaps.ts";
import { layOut } from "../../bench/pdf/paper/lay-out.ts";
import { printNumber } from "../../bench/pdf/paper/number-style.ts";
import { itemsOf } from "../../bench/pdf/plan/plan.ts";
import { printSample } from "../../bench/pdf/print-sample.ts";
import { samples } from "../../bench/pdf/samples.ts";
import type { Truth } from "../../bench/pdf/truth.ts";
import { inflatePdf } from "../support/inflate-pdf.ts";
import { pdfTexts } from "../support/pdf-texts.ts";

/** Small enough to clone without a thought. */
const MAX_BYTES = 100_000;

const made = samples();
const pathOf = ({ name, plan }: (typeof made)[number]) => `samples/${plan.family}/${name}.pdf`;
const truthOf = (path: string) => JSON.parse(readFileSync(truthPath(path), "utf8")) as Truth;
/** Reports that print an activity on several lines are held by block-samples.test.ts. */
const kept = readdirSync("samples", { recursive: true, encoding: "utf8" })
  .map((file) => `samples/${file}`)
  .filter((file) => !FAMILIES.some((family) => file.startsWith(`samples/${family}/`)));

describe("what the repository keeps", () => {
  test("every PDF is one that the script makes, and has its truth beside it", () => {
    const pdfs = kept.filter((file) => file.endsWith(".pdf"));
    expect(pdfs.toSorted()).toEqual(made.map(pathOf).toSorted());
    for (const pdf of pdfs) expect(existsSync(truthPath(pdf)), truthPath(pdf)).toBe(true);
    expect(loadSamples(["samples"])).toHaveLength(pdfs.length);
  });

  test("there is no truth without its PDF", () => {
    const truths = kept.filter((file) => file.endsWith(".truth.json"));
    for (const truth of truths) expect(kept).toContain(truth.replace(".truth.json", ".pdf"));
  });

  test("two producers, two families, and ten looks at least", () => {
    const truths = made.map((sample) => truthOf(pathOf(sample)));
    expect(new Set(truths.map(({ producer }) => producer))).toEqual(new Set(["pdfkit", "chromium"]));
    expect(new Set(truths.map(({ family }) => family))).toEqual(new Set(["sat-lima", "generic"]));
    expect(new Set(truths.map(({ look }) => look)).size).toBeGreaterThanOrEqual(10);
  });

  test("rows are parted, organs merged and pages faced where a sample says so", () => {
    const pagesOf = (name: string, key: string) => {
      const { plan, look } = made.find((sample) => sample.name === name) as (typeof made)[number];
      const column = look.columns.findIndex((one) => one.key === key);
      const { sheets } = layOut(plan, look);
      return itemsOf(plan).map((_, row) =>
        sheets.flatMap(({ marks }, page) =>
          marks.some((mark) => mark.kind === "text" && mark.cell?.row === row && mark.cell.column === column)
            ? [page + 1]
            : [],
        ),
      );
    };
    expect(pagesOf("parted-rows", "activity").filter((pages) => pages.length === 2)).toHaveLength(2);
    // Six organs, and the label of the total.
    expect(pagesOf("parted-rows", "organ").filter((pages) => pages.length > 0)).toHaveLength(7);
    expect(new Set(pagesOf("facing-pages", "executed.q1").flat())).toEqual(new Set([2, 4]));
  });

  test("all of them are small", () => {
    for (const sample of made) expect(statSync(pathOf(sample)).size).toBeLessThanOrEqual(MAX_BYTES);
  });
});

describe.each(made.map((sample) => [pathOf(sample), sample] as const))("%s", (path, sample) => {
  const pdf = readFileSync(path);
  const truth = truthOf(path);

  test("is what the script makes", async () => {
    // What Chromium printed stands in for a Chromium: the truth is made anew in any case.
    const again = await printSample(sample, async () => pdf);
    expect(formatTruth(again.truth)).toBe(readFileSync(truthPath(path), "utf8"));
    expect(inflatePdf(again.pdf)).toBe(inflatePdf(pdf));
  });

  test("prints no text over another", () => {
    expect(layOut(sample.plan, sample.look).sheets.flatMap((sheet) => findOverlaps(sheet))).toEqual([]);
  });

  test("prints every number of its truth, and no others", async () => {
    // pdf.js joins what stands close together.
    const { thousands } = sample.look.numbers;
    const texts = (await pdfTexts(pdf)).flatMap(({ text }) => (thousands === " " ? [text] : text.split(" ")));
    const printed = new Map<string, number>();
    for (const text of texts) printed.set(text, (printed.get(text) ?? 0) + 1);
    const items = itemsOf(sample.plan);
    const cells = new Set(sample.look.columns.map(({ key }) => key));
    for (const { cells: values, decimals } of items) {
      for (const [name, value] of Object.entries(values)) {
        if (!cells.has(name) || name.startsWith("extra.") || value === null) continue;
        const text = printNumber(value, decimals, sample.look.numbers);
        const left = (printed.get(text) ?? 0) - 1;
        expect(left, `${name} ${text}`).toBeGreaterThanOrEqual(0);
        printed.set(text, left);
      }
    }
    // What is left over is prose, page numbers, titles and labels (ETAPA 2), two to a row at most.
    const others = [...printed].filter(([text]) => /^[\d., ]+$/.test(text));
    expect(others.reduce((sum, [, count]) => sum + count, 0)).toBeLessThan(2 * itemsOf(sample.plan).length);
  });

  test("prints every word of its labels", async () => {
    const all = (await pdfTexts(pdf)).map(({ text }) => text).join(" ");
    const words = [...truth.rows, ...truth.totals]
      .flatMap(({ labels }) => Object.values(labels))
      .flatMap((label) => label.split(" "));
    expect([...new Set(words)].filter((word) => !all.includes(word))).toEqual([]);
    expect(all).toContain(truth.title);
    expect(all).toContain(truth.source);
  });
});
