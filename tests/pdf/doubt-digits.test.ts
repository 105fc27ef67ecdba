import { describe, expect, it } from "vitest";
import { createDigitWatch } from "../../src/pdf/doubt-digits.ts";

type Glyph = readonly [unicode: string, sign: string];
/** A page that shows glyphs, each by what it is read as and its sign, in a font. */
const pageOf = (font: string, glyphs: readonly Glyph[]) => ({
  font,
  shown: [-250, ...glyphs.map(([unicode, fontChar]) => ({ unicode, fontChar }))],
});

const doubted = (...pages: readonly ReturnType<typeof pageOf>[]) => {
  const watch = createDigitWatch();
  for (const [i, { font, shown }] of pages.entries()) watch.look(shown, font, i + 1);
  return [...watch.doubted()];
};

const THREE = ["3", "&"] as const;
const DASH = ["3", "F"] as const;

describe("digits that two signs of a font stand for", () => {
  it("are doubted on all pages that print digits in that font", () => {
    const pages = [
      pageOf("f1", [THREE]),
      pageOf("f1", [["A", "x"]]),
      pageOf("f2", [THREE]),
      pageOf("f1", [DASH]),
    ];
    expect(doubted(...pages)).toEqual([1, 4]);
  });

  it("are believed where each font has one sign for them, whatever the letters have", () => {
    expect(
      doubted(
        pageOf("f1", [THREE, THREE]),
        pageOf("f2", [DASH]),
        pageOf("f1", [
          ["A", "x"],
          ["A", "y"],
        ]),
      ),
    ).toEqual([]);
  });
});
