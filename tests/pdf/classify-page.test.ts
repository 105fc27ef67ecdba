import { expect, test } from "vitest";
import type { Word } from "../../src/document.ts";
import { needsOcr } from "../../src/pdf/classify-page.ts";

const words = (count: number, text = "META"): Word[] =>
  Array.from({ length: count }, () => ({ text, box: [0, 0, 1, 1], size: 8, angle: 0, style: "" }));
const layer = (list: Word[], pictured: number, hidden = 0) => ({
  page: {
    number: 1,
    width: 1,
    height: 1,
    words: list,
    horizontal: [],
    vertical: [],
    fills: [],
    turns: 0 as const,
  },
  pictured,
  pictureSize: 0,
  hidden,
  aslant: 0,
});

test.each([
  ["a picture alone", layer([], 1), true],
  ["a picture with a page number", layer(words(2), 1), true],
  ["text", layer(words(200), 0), false],
  ["text with a logo", layer(words(200), 0.1), false],
  ["text on a picture as background", layer(words(200), 1), false],
  ["a picture with another program's text behind it", layer(words(200), 1, 1), true],
  ["text whose font has no letters", layer(words(200, "\uE001\uE002"), 0), true],
  ["an empty page", layer([], 0), false],
])("%s", (name, page, expected) => {
  expect(needsOcr(page, "auto")).toBe(expected);
  expect(needsOcr(page, "off")).toBe(false);
  expect(needsOcr(page, "force")).toBe(name !== "an empty page");
});
