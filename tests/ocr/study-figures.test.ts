import { expect, test } from "vitest";
import type { Engine } from "../../src/ocr/engine.ts";
import { preparePage } from "../../src/ocr/prepare-page.ts";
import { readAgain } from "../../src/ocr/read-again.ts";
import { studyFigures } from "../../src/ocr/study-figures.ts";
import { paper, write } from "./support.ts";

/** A page with so many numbers, and an engine that reads each of them as 14. */
function numbers(count: number) {
  const image = paper(1000, 40 * Math.ceil(count / 10) + 40);
  for (let k = 0; k < count; k++) write(image, "14", 20 + 100 * (k % 10), 20 + 40 * Math.floor(k / 10), 2);
  let asked = 0;
  const engine: Engine = {
    recognise: async ({ width, height }) => {
      asked++;
      return [{ text: "14", confidence: 0.95, left: 0, top: 0, right: width, bottom: height }];
    },
  };
  return { page: preparePage(image, 150, null), engine, asked: () => asked };
}

test("figures are learnt from some pieces of a page, and from all that look like them", async () => {
  const { page, engine, asked } = numbers(400);
  const { templates, quarrel, seen } = await studyFigures(page, page.pieces, engine);
  expect(seen.size).toBe(asked());
  expect(asked()).toBeLessThan(250);
  expect(templates.map(({ text }) => text)).toEqual(["1", "4"]);
  expect(templates[0]!.count).toBeGreaterThan(asked());
  expect(quarrel).toBe(0);
});

test("a page of few pieces is read whole", async () => {
  const { page, engine, asked } = numbers(20);
  await studyFigures(page, page.pieces, engine);
  expect(asked()).toBe(20);
});

test("a doubtful word is read again among two neighbours at each side", async () => {
  const { page } = numbers(10);
  const { pieces } = page;
  const widths: number[] = [];
  const engine: Engine = {
    recognise: async ({ width, height }) => {
      widths.push(width);
      const text = (k: number) => ({
        text: `W${k}`,
        confidence: 0.9,
        left: 10 + ((width - 20) * k) / 5,
        top: 0,
        right: 10 + ((width - 20) * (k + 0.5)) / 5,
        bottom: height,
      });
      return [0, 1, 2, 3, 4].map(text);
    },
  };
  const word = (text: string, confidence: number) => [
    { text, confidence, left: 0, top: 0, right: 10, bottom: 10 },
  ];
  const seen = new Map(pieces.map((piece, k) => [piece, word(String(k), k === 4 ? 0.3 : 0.8)]));
  const read = await readAgain(page, seen, pieces, engine);
  expect(widths).toHaveLength(1);
  expect(pieces.map((piece) => read.get(piece)![0]!.text).join(" ")).toBe("0 1 2 3 W2 5 6 7 8 9");
});
