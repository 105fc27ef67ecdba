import { expect, test } from "vitest";
import { findComponents } from "../../src/ocr/find-components.ts";
import { boundsOf } from "../../src/ocr/find-pieces.ts";
import { learnFigures, type Sample } from "../../src/ocr/learn-figures.ts";
import type { PreparedPage } from "../../src/ocr/prepare-page.ts";
import { printDoubt, quarrelOf } from "../../src/ocr/print-doubt.ts";
import { bitmapOf, paper, write } from "./support.ts";

test("good print of some height is doubted as it was measured to be wrong", () => {
  expect(printDoubt(12, 0)).toBe(1);
  expect(printDoubt(30, 0.01)).toBe(1);
});

test("the smaller the print, the greater the doubt", () => {
  const doubts = [12, 11, 10, 9, 8, 6].map((letter) => printDoubt(letter, 0));
  expect(doubts).toEqual([...doubts].sort((a, b) => a - b));
  expect(new Set(doubts).size).toBe(doubts.length);
});

test("the more the readers differ, the greater the doubt, in small print most", () => {
  expect(printDoubt(20, 0.1)).toBeCloseTo(10);
  expect(printDoubt(9, 0.1)).toBeCloseTo(10 * printDoubt(9, 0));
});

test("the readers differ on as many numbers as they read differently", () => {
  const texts = Array.from({ length: 40 }, (_, k) => ["12", "47", "20", "71"][k % 4]!);
  const image = paper(40 * 60, 60);
  for (const [k, text] of texts.entries()) write(image, text, k * 60 + 10, 10);
  const components = findComponents(bitmapOf(image));
  const samples = (say: (text: string, k: number) => string): Sample[] =>
    texts.map((text, k) => {
      const parts = components.filter(({ left }) => Math.floor(left / 60) === k);
      const piece = boundsOf(parts);
      return { piece, words: [{ text: say(text, k), confidence: 0.95, ...piece }] };
    });
  const page = { image } as PreparedPage;
  const templates = learnFigures(
    image,
    samples((text) => text),
  );
  expect(
    quarrelOf(
      page,
      samples((text) => text),
      templates,
    ),
  ).toBe(0);
  // Every tenth is read as another number.
  const some = samples((text, k) => (k % 10 === 0 ? "99" : text));
  expect(quarrelOf(page, some, templates)).toBeCloseTo(0.1);
  // Of few numbers nothing can be said.
  expect(quarrelOf(page, some.slice(0, 5), templates)).toBe(0);
});
