import { describe, expect, it } from "vitest";
import { showText, type TextState } from "../../src/pdf/show-text.ts";

const STATE: TextState = {
  font: null,
  fontName: "f1",
  fontSize: 10,
  charSpacing: 0,
  wordSpacing: 0,
  hScale: 1,
  rise: 0,
  leading: 0,
  renderingMode: 0,
};

const digit = (unicode: string) => ({ unicode, width: 500, isSpace: false });
const space = { unicode: " ", width: 250, isSpace: true };

function show(shown: Parameters<typeof showText>[0], state: Partial<TextState> = {}, start = 0) {
  const placed: [string, number, number][] = [];
  const end = showText(shown, { ...STATE, ...state }, start, (text, from, to) =>
    placed.push([text, from, to]),
  );
  return { placed, end };
}

describe("showText", () => {
  it("sets glyphs one after the other, widths being thousandths of the font's size", () => {
    expect(show([digit("1"), digit("2")], {}, 100)).toEqual({
      placed: [
        ["1", 100, 105],
        ["2", 105, 110],
      ],
      end: 110,
    });
  });

  it("moves back by a positive number and on by a negative one, as TJ does", () => {
    const { placed, end } = show([digit("1"), -2000, digit("2"), 100]);
    expect(placed).toEqual([
      ["1", 0, 5],
      ["2", 25, 30],
    ]);
    expect(end).toBe(29);
  });

  it("adds spacing after each glyph and not to its width, that of words after spaces only", () => {
    const { placed, end } = show([digit("1"), space, digit("2")], { charSpacing: 1, wordSpacing: 4 });
    expect(placed).toEqual([
      ["1", 0, 5],
      [" ", 6, 8.5],
      ["2", 13.5, 18.5],
    ]);
    expect(end).toBe(19.5);
  });

  it("draws together all that moves along the line where text is scaled", () => {
    const { placed, end } = show([digit("1"), -1000, digit("2")], { hScale: 0.5, charSpacing: 2 });
    expect(placed).toEqual([
      ["1", 0, 2.5],
      ["2", 8.5, 11],
    ]);
    expect(end).toBe(12);
  });

  it("takes the widths of a font in its own units (Type 3), and numbers still in thousandths", () => {
    const { end } = show([{ ...digit("1"), width: 50 }, -1000], {
      font: { fontMatrix: [0.01, 0, 0, 0.01, 0, 0] },
    });
    expect(end).toBe(5 + 10);
  });

  it("places nothing where nothing is shown", () => {
    expect(show([], {}, 7)).toEqual({ placed: [], end: 7 });
  });
});
