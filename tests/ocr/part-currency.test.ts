import { expect, test } from "vitest";
import type { SeenWord } from "../../src/ocr/engine.ts";
import { findComponents } from "../../src/ocr/find-components.ts";
import { findPieces, type Piece } from "../../src/ocr/find-pieces.ts";
import { learnFigures } from "../../src/ocr/learn-figures.ts";
import { partCurrency } from "../../src/ocr/part-currency.ts";
import { bitmapOf, paper, write } from "./support.ts";

/** A page of amounts, one under another, and what the engine reads of each. */
function parted(prints: readonly string[], said: readonly string[]): string[] {
  const image = paper(300, 50 * prints.length + 20);
  for (const [k, print] of prints.entries()) write(image, print, 10, 10 + 50 * k);
  const pieces = findPieces(findComponents(bitmapOf(image)), 21, []);
  const wordsOf = (piece: Piece, text: string): SeenWord[] =>
    text === "" ? [] : text.split(" ").map((word) => ({ ...piece, text: word, confidence: 0.95 }));
  const seen = new Map(pieces.map((piece, k) => [piece, wordsOf(piece, said[k]!)]));
  const samples = pieces.map((piece) => ({ piece, words: seen.get(piece)! }));
  const found = partCurrency(image, pieces, seen, learnFigures(image, samples));
  return pieces.map((piece) => {
    const own = found.get(piece);
    return own === undefined ? "" : `${own.sign.parts.length}+${own.amount.parts.length}`;
  });
}

const FIGURES = ["1247", "2417", "7142", "4721", "2204"];

test("the sign of the currency is parted from amounts, also where the engine takes it for figures", () => {
  expect(parted([...FIGURES, "S/.124", "S/.7", "S/.40"], [...FIGURES, "S/. 124", "57. 7", "5740"])).toEqual([
    ...FIGURES.map(() => ""),
    "3+3",
    "3+1",
    "3+2",
  ]);
});

test("where the engine never sees one, nothing is parted", () => {
  expect(parted([...FIGURES, "S/.124"], [...FIGURES, "57.124"])).toEqual(new Array(6).fill(""));
});
