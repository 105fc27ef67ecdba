import { expect, test } from "vitest";
import type { Engine } from "../../src/ocr/engine.ts";
import { preparePage } from "../../src/ocr/prepare-page.ts";
import { readPrint } from "../../src/ocr/read-print.ts";
import { fill, paper, write } from "./support.ts";

/** Reads everything as 14. */
const engine: Engine = {
  recognise: async ({ width, height }) => [
    { text: "14", confidence: 0.95, left: 0, top: 0, right: width, bottom: height },
  ],
};

/** A page of 14s in figures of so many pixels for each of theirs, a stamp over the first; and a stamped dash. */
function stamped(size: number) {
  const image = paper(60 * size * 10, 200 * size);
  for (let k = 0; k < 60; k++) {
    write(image, "14", 60 * size * (k % 10) + 20, 30 * size * Math.floor(k / 10) + 20, size);
  }
  fill(image, 20, 190 * size, 20 + 6 * size, 190 * size + size);
  const page = preparePage(image, 75 * size, null);
  const stamps = paper(image.width, image.height, 0);
  fill(stamps, 22, 22, 26, 26, 1);
  fill(stamps, 20, 190 * size - 10, 60, 195 * size, 1);
  return { ...page, spoiled: stamps.data };
}

test.each([
  ["in print of a usual height", 3, 0.8],
  ["in small print less still", 2, 0.6],
])("a number that a stamp touches is believed less: %s", async (_, size, trust) => {
  const [first, second] = (await readPrint(stamped(size), engine)).filter(({ text }) => text === "14");
  expect(first!.confidence).toBeLessThanOrEqual(trust);
  expect(first!.confidence).toBeGreaterThan(trust - 0.05);
  expect(second!.confidence).toBeGreaterThan(0.9);
});

test("what a stamp leaves of a number is no dash", async () => {
  const read = await readPrint(stamped(3), engine);
  expect(read.filter(({ text }) => text === "-")).toEqual([]);
  expect(read.filter(({ text }) => text === "?")).toHaveLength(1);
});
