import { expect, test } from "vitest";
import type { Engine } from "../../src/ocr/engine.ts";
import { preparePage } from "../../src/ocr/prepare-page.ts";
import { readShort } from "../../src/ocr/read-short.ts";
import { paper, write } from "./support.ts";

/** Says one text the first time and another one the second. */
function engine(...texts: string[]): { engine: Engine; asked: () => number } {
  let asked = 0;
  return {
    asked: () => asked,
    engine: {
      recognise: async ({ width, height }) => {
        const text = texts[asked++]!;
        const right = text.length < 4 ? width * 0.6 : width;
        return [{ text, confidence: 0.96, left: 0, top: 0, right, bottom: height }];
      },
    },
  };
}

/** A page with four marks as high as letters. */
function page() {
  const image = paper(200, 60);
  write(image, "1472", 20, 20, 2);
  return preparePage(image, 150, null);
}

test.each([
  ["a word that lost a letter is read again", ["PRO", "PROG"], "PROG", 2],
  ["what is no better the second time stays", ["PRO", "PR"], "PRO", 2],
  ["a whole word is read once", ["PROG"], "PROG", 1],
  ["a number is left to its figures", ["147"], "147", 1],
])("%s", async (_, texts, expected, times) => {
  const prepared = page();
  const reader = engine(...texts);
  const words = await readShort(prepared, prepared.pieces[0]!, reader.engine);
  expect(words.map(({ text }) => text)).toEqual([expected]);
  expect(reader.asked()).toBe(times);
});
