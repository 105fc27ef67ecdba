import { describe, expect, test } from "vitest";
import type { Component } from "../../src/ocr/find-components.ts";
import { boundsOf, type Piece } from "../../src/ocr/find-pieces.ts";
import { mendNumerals } from "../../src/ocr/mend-numerals.ts";
import type { PreparedPage } from "../../src/ocr/prepare-page.ts";
import type { Print } from "../../src/ocr/print.ts";

const LETTER = 20;
const BAR = 4;
const GAP = 3;

/** Strokes of so many pixels, one after the other. */
function strokes(widths: readonly number[], left: number, top = 0): Component[] {
  let x = left;
  return widths.map((width) => {
    const one = { left: x, right: x + width, top, bottom: top + LETTER, area: 1, runs: new Int32Array() };
    x += width + GAP;
    return one;
  });
}
const TRIM = [12, 13, 5, 17];
const print = (text: string, { left, right, top, bottom }: Piece, readings = false): Print => ({
  text,
  left,
  right,
  top,
  bottom,
  confidence: 0.5,
  readings: readings ? [{ text, probability: 0.5 }] : [],
});
function mend(pieces: readonly Piece[], texts: readonly Print[]): string[] {
  return mendNumerals({ pieces, letter: LETTER } as unknown as PreparedPage, texts).map(({ text }) => text);
}

describe("the numeral of a quarter is told by its strokes", () => {
  test.each([
    ["I", [BAR], "1"],
    ["II", [BAR, BAR], "11"],
    ["II", [BAR, BAR], "NN"],
    ["III", [BAR, BAR, BAR], "111"],
    ["IV", [BAR, 15], "1V"],
    ["IV", [BAR, 15], "1"],
  ])("%s of strokes %j, read as %s, beside and above its word", (numeral, widths, text) => {
    const word = boundsOf(strokes(TRIM, 200, 100));
    const beside = boundsOf(strokes(widths, 200 - 8 - widths.reduce((a, b) => a + b + GAP, -GAP), 100));
    const above = boundsOf(strokes(widths, 215, 70));
    for (const before of [beside, above]) {
      expect(mend([word, before], [print("TRIM.", word), print(text, before, true)])).toEqual([
        "TRIM.",
        numeral,
      ]);
    }
  });

  test("where it was read as part of its word, or not at all", () => {
    for (const text of ["TRIM.", "1TRIM.", "ITRIMESTRE"]) {
      const parts = [...strokes([BAR, BAR], 0), ...strokes(TRIM, 25)];
      const piece = boundsOf(parts);
      expect(mend([piece], [print(text, piece)])).toEqual(["II", text.replace(/^[1I]/, "")]);
    }
  });
});

test("a numeral stands once, though the box of its word reaches over a part of it", () => {
  const parts = [...strokes([BAR, BAR, BAR], 0), ...strokes(TRIM, 30)];
  const numeral = print("III", boundsOf(parts.slice(0, 3)));
  for (const from of [0, 1, 2]) {
    const word = print("TRIM.", boundsOf(parts.slice(from)));
    expect(mend([boundsOf(parts)], [numeral, word])).toEqual(["III", "TRIM."]);
  }
});

test("a numeral of which the engine's box holds one bar is read by all its bars", () => {
  const parts = [...strokes([BAR, BAR], 0), ...strokes(TRIM, 30)];
  const first = print("I", boundsOf(parts.slice(0, 1)));
  const word = print("TRIM.", boundsOf(parts.slice(1)));
  expect(mend([boundsOf(parts)], [first, word])).toEqual(["II", "TRIM."]);
});

test("a numeral that was read in the place of its word as well stands once", () => {
  const parts = [...strokes([BAR, BAR], 0), ...strokes(TRIM, 30)];
  const whole = boundsOf(parts);
  expect(mend([whole], [print("II", whole), print("TRIM.", whole)])).toEqual(["II", "TRIM."]);
});

describe("what is no numeral stays as it is", () => {
  const word = boundsOf(strokes(TRIM, 200));
  test.each([
    ["a word that is no quarter", "UNIDAD", "1", 10],
    ["a text far from it", "TRIM.", "1", 100],
    ["a word of letters", "TRIM.", "DIC", 10],
  ])("%s", (_, own, text, space) => {
    const widths = text === "DIC" ? [13, 5, 13] : [BAR];
    const before = boundsOf(strokes(widths, 200 - space - widths.reduce((a, b) => a + b + GAP, -GAP)));
    expect(mend([word, before], [print(text, before), print(own, word)])).toEqual([text, own]);
  });
});

describe("of four quarters in a row", () => {
  const quarter = (widths: readonly number[], left: number, text: string) => {
    const before = boundsOf(strokes(widths, left));
    const word = boundsOf(strokes(TRIM, before.right + 10));
    return { pieces: [word, before], texts: [print(text, before, true), print("TRIM.", word)] };
  };
  const four = (widths: readonly (readonly number[])[], texts: readonly string[]) => {
    const quarters = widths.map((one, k) => quarter(one, k * 200, texts[k]!));
    return mend(
      quarters.flatMap(({ pieces }) => pieces),
      quarters.flatMap((one) => one.texts),
    ).filter((text) => text !== "TRIM.");
  };
  // An IV whose strokes touch is one stroke, and read as 1.
  const TOUCHING = [20];

  test("the one that cannot be told is the one that is missing", () => {
    expect(four([[BAR], [BAR, BAR], [BAR, BAR, BAR], TOUCHING], ["1", "11", "111", "1"])).toEqual([
      "I",
      "II",
      "III",
      "IV",
    ]);
  });

  test("the one that looks like another is the one that is missing", () => {
    const read = four([[BAR], [BAR], [BAR, BAR, BAR], [BAR, 13]], ["1", "1", "111", "IV"]);
    expect(read).toEqual(["I", "II", "III", "IV"]);
  });

  test("all stand in order where more are read so than otherwise, seen or not", () => {
    const read = four([[BAR], TOUCHING, TOUCHING, TOUCHING], ["1", "8", "81", "19"]);
    expect(read).toEqual(["I", "II", "III", "IV"]);
    const words = [0, 200, 400, 600].map((left) => boundsOf(strokes(TRIM, left + 30)));
    const first = boundsOf(strokes([BAR], 10));
    const texts = [print("1", first), ...words.map((word) => print("TRIM.", word))];
    expect(mend([first, ...words], texts).join(" ")).toBe("I TRIM. II TRIM. III TRIM. IV TRIM.");
  });

  test("none is made up where another does not stand in its place", () => {
    const read = four([[BAR, BAR], [BAR], [BAR, BAR, BAR], TOUCHING], ["11", "1", "111", "1"]);
    expect(read).toEqual(["II", "I", "III", "1"]);
  });
});
