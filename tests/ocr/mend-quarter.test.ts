import { expect, test } from "vitest";
import type { SeenWord } from "../../src/ocr/engine.ts";
import type { Component } from "../../src/ocr/find-components.ts";
import { mendQuarter } from "../../src/ocr/mend-quarter.ts";

const HEIGHT = 20;
const part = (left: number, right: number, top = 0): Component => ({
  left,
  right,
  top,
  bottom: HEIGHT,
  area: 1,
  runs: new Int32Array(),
});
const word = (text: string): SeenWord => ({
  text,
  confidence: 0.9,
  left: 0,
  right: 90,
  top: 0,
  bottom: HEIGHT,
});

/** Strokes of 4 pixels, 3 apart, then a space and the letters of TRIM. */
function quarter(widths: readonly number[]) {
  let x = 0;
  const parts = widths.map((width) => {
    x += width + 3;
    return part(x - width - 3, x - 3);
  });
  for (let k = 0; k < 4; k++) parts.push(part(x + 7 + k * 17, x + 7 + k * 17 + 14));
  return { left: 0, right: x + 80, top: 0, bottom: HEIGHT, parts };
}

test.each([
  ["I", [4], ["TRIM."]],
  ["II", [4, 4], ["NN", "TRIM."]],
  ["III", [4, 4, 4], ["111", "TRIMESTRE"]],
  ["IV", [4, 15], ["1V", "TRIM,"]],
])("%s is told by its strokes", (numeral, widths, texts) => {
  const [first, second] = mendQuarter(quarter(widths), texts.map(word));
  expect(first!.text).toBe(numeral);
  expect(second!.text).toBe(texts.at(-1));
});

test.each([
  ["words that no numeral stands before", quarter([4]), ["UNIDAD"]],
  ["a word with nothing before it", { ...quarter([]), parts: quarter([]).parts }, ["TRIM."]],
  ["strokes that are no numeral", quarter([15, 15]), ["DE", "TRIM."]],
  ["a quarter later in a line", quarter([4]), ["AL", "IV", "TRIMESTRE"]],
])("%s stay as they are", (_, piece, texts) => {
  const words = texts.map(word);
  expect(mendQuarter(piece, words)).toBe(words);
});
