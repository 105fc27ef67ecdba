import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formatTruth } from "../../../../bench/pdf/format-truth.ts";
import { loadSamples } from "../../../../bench/pdf/load-samples.ts";
import type { Truth } from "../../../../bench/pdf/truth.ts";

const SERIES = { monthly: Array(12).fill(null), quarterly: [1, null, 0, 2] };
const TRUTH: Truth = {
  producer: "test",
  look: "none",
  family: "generic",
  pages: 1,
  title: "PLAN",
  entity: null,
  year: 2024,
  throughQuarter: 4,
  source: "nadie",
  rows: [{ page: 1, labels: { activity: 'UNA "COSA"' }, target: 3, programmed: SERIES, executed: SERIES }],
  totals: [],
};
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-samples-"));
  await writeFile(join(folder, "b.pdf"), "two");
  await writeFile(
    join(folder, "b.truth.json"),
    JSON.stringify({ expected: ["pdf-damaged"], password: "clave" }),
  );
  await writeFile(join(folder, "a.pdf"), "one");
  await writeFile(join(folder, "a.truth.json"), formatTruth(TRUTH));
  await writeFile(join(folder, "alone.pdf"), "no truth");
});
afterAll(async () => await rm(folder, { recursive: true }));

test("finds the PDFs that have a truth, in order", () => {
  const [a, b, ...others] = loadSamples([folder]);
  expect(others).toEqual([]);
  expect(a).toMatchObject({ name: "a.pdf", truth: TRUTH, expected: "right" });
  expect(b).toMatchObject({ name: "b.pdf", truth: null, expected: ["pdf-damaged"], password: "clave" });
});

test("takes single files too", () => {
  expect(loadSamples([join(folder, "b.pdf"), join(folder, "alone.pdf")]).map(({ name }) => name)).toEqual([
    "b.pdf",
  ]);
});

test("a truth has a line for each row", () => {
  const lines = formatTruth(TRUTH, { expected: "right" }).split("\n");
  expect(lines.filter((line) => line.includes("UNA "))).toHaveLength(1);
  expect(JSON.parse(lines.join("\n"))).toEqual({ expected: "right", ...TRUTH });
});
