import { expect, test } from "vitest";
import type { Engine } from "../../src/ocr/engine.ts";
import { runsAcross, standsOnHead } from "../../src/ocr/find-orientation.ts";
import { preparePage } from "../../src/ocr/prepare-page.ts";
import { readStrip } from "../../src/ocr/read-strip.ts";
import { turnImage } from "../../src/ocr/turn-image.ts";
import { bitmapOf, paper, write } from "./support.ts";

const DPI = 150;

function page() {
  const image = paper(400, 300);
  for (let y = 20; y < 260; y += 40) write(image, "1472014", 30, y, 2);
  return image;
}

test("lines of letters are told from columns of letters", () => {
  expect(runsAcross(bitmapOf(page()), DPI)).toBe(true);
  expect(runsAcross(bitmapOf(turnImage(page(), 90)), DPI)).toBe(false);
  expect(runsAcross(bitmapOf(turnImage(page(), 180)), DPI)).toBe(true);
});

/** Reads only what has its first figure, a 1 with a foot, the right way up. */
const reader: Engine = {
  recognise: async ({ width, height, data }) => {
    const ink = (from: number, to: number) =>
      data.subarray(from * width, to * width).reduce((sum, shade) => sum + (shade < 128 ? 1 : 0), 0);
    const isUpright = ink(height >> 1, height) > ink(0, height >> 1);
    const text = isUpright ? "1472014" : "?";
    return [{ text, confidence: 0.9, left: 0, top: 0, right: width, bottom: height }];
  },
};

test("a page on its head reads better turned over", async () => {
  const image = paper(400, 200);
  for (let y = 20; y < 160; y += 40) write(image, "111111", 30, y, 2);
  expect(await standsOnHead(preparePage(image, DPI, null), reader)).toBe(false);
  expect(await standsOnHead(preparePage(turnImage(image, 180), DPI, null), reader)).toBe(true);
});

test("words read side by side go back to their own pieces", async () => {
  const image = paper(700, 60);
  write(image, "14", 30, 20, 2);
  write(image, "72", 300, 20, 2);
  write(image, "0", 600, 20, 2);
  const prepared = preparePage(image, DPI, null);
  expect(prepared.pieces).toHaveLength(3);
  const engine: Engine = {
    recognise: async ({ width, height }) => [
      { text: "a", confidence: 0.9, left: 10, top: 0, right: 60, bottom: height },
      { text: "c", confidence: 0.9, left: width - 60, top: 0, right: width - 50, bottom: height },
    ],
  };
  const strip = await readStrip(prepared, prepared.pieces, engine);
  const texts = prepared.pieces.map((piece) => strip.get(piece)!.map(({ text }) => text));
  expect(texts).toEqual([["a"], [], ["c"]]);
});
