import { expect, test } from "vitest";
import type { Engine, Script } from "../../src/ocr/engine.ts";
import { preparePage } from "../../src/ocr/prepare-page.ts";
import { readText } from "../../src/ocr/read-text.ts";
import { paper, write } from "./support.ts";

/** Says so of a picture as text, and so of one whose letters need not be found first. */
function engine(text: string, blurred: string) {
  const asked: Script[] = [];
  const reader: Engine = {
    recognise: async ({ width, height }, script) => {
      asked.push(script);
      const said = script === "blurred" ? blurred : text;
      return said.split(" ").flatMap((word) => {
        return word === ""
          ? []
          : [{ text: word, confidence: 0.9, left: 0, top: 0, right: width, bottom: height }];
      });
    },
  };
  return { reader, asked };
}

async function read(print: string, text: string, blurred: string) {
  const image = paper(300, 60);
  write(image, print, 20, 20, 2);
  const page = preparePage(image, 150, null);
  const { reader, asked } = engine(text, blurred);
  const words = await readText(page, page.pieces[0]!, reader);
  return { words: words.map((word) => word.text).join(" "), asked };
}

test("print of which the engine says nothing is read without looking for its letters", async () => {
  const { words, asked } = await read("147204720", "", "“UNIDAD DE MEDIDA");
  expect(words).toBe("UNIDAD DE MEDIDA");
  expect(asked).toEqual(["text", "blurred"]);
});

test.each([
  ["what was read stays", "147204720", "PROGRAMADO", "PROGRAMADOS", "PROGRAMADO"],
  ["what has no letters is made up", "147204720", "", "“1 4—", ""],
  ["a figure or two are no word", "14", "", "TRIMESTRE", ""],
])("%s", async (_, print, text, blurred, expected) => {
  expect((await read(print, text, blurred)).words).toBe(expected);
});
