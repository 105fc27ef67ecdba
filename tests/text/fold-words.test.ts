import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/text/fold.ts";
import { foldWord, foldWords } from "../../src/text/fold-words.ts";

describe("foldWord", () => {
  it.each([
    ["ÓRGANO", ["ORGANO"]],
    ["órgano/unidad", ["ORGANO", "UNIDAD"]],
    ["–", []],
    ["U.M.", ["UM"]],
  ])("folds %j", (word, folded) => {
    expect(foldWord(word)).toEqual(folded);
    expect(foldWord(word)).toEqual(folded);
  });
});

describe("foldWords", () => {
  it("says what fold says", () => {
    const words = fc.constantFrom(
      "Área",
      "de",
      "U.M.",
      "N°",
      "–",
      "(UPS),",
      "98",
      "%",
      "SEP.",
      "I/II",
      "año",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (list) => {
        expect(foldWords(list.join(" "))).toBe(fold(list.join(" ")));
      }),
    );
  });
});
