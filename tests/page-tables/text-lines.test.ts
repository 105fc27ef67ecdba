import { describe, expect, it } from "vitest";
import { asLines, partTexts, textLines } from "../../src/page-tables/text-lines.ts";
import { pageOf, wordAt } from "./words.ts";

describe("textLines", () => {
  it("groups words by their baselines, from the top, and sorts each line from the left", () => {
    const lines = textLines([
      wordAt("d", 90, 41),
      wordAt("a", 10, 20),
      wordAt("c", 10, 40),
      wordAt("b", 50, 21),
    ]);
    expect(lines.map(({ words }) => words.map(({ text }) => text).join(""))).toEqual(["ab", "cd"]);
    expect(lines.map(({ y }) => Math.round(y))).toEqual([20, 40]);
  });

  it("knows the baseline of words of any size", () => {
    const large = { ...wordAt("A", 10, 100), size: 20, box: [10, 85, 20, 104] as const };
    expect(textLines([large, wordAt("b", 40, 100)])).toHaveLength(1);
  });

  it("leaves vertical words out", () => {
    expect(textLines([{ ...wordAt("a", 10, 20), angle: 90 }])).toEqual([]);
  });
});

it("partTexts parts words that stand apart, and those of two texts that overlap", () => {
  const words = [
    wordAt("DE", 10, 20),
    wordAt("LA", 22, 20),
    wordAt("OBRA", 40, 20),
    wordAt("PERSONA", 58, 20),
  ];
  expect(partTexts(words).map((text) => text.map((word) => word.text))).toEqual([
    ["DE", "LA"],
    ["OBRA"],
    ["PERSONA"],
  ]);
});

it("asLines sets wide gaps as runs of spaces, and counts the lines of the page", () => {
  const words = [wordAt("PLAN", 10, 20), wordAt("ANUAL", 33, 20), wordAt("12", 100, 20), wordAt("x", 10, 40)];
  const lines = asLines(pageOf({ number: 7 }), textLines(words));
  expect(lines.map(({ page, number, text }) => [page, number, text])).toEqual([
    [7, 1, "PLAN ANUAL   12"],
    [7, 2, "x"],
  ]);
});

it("partTexts takes words of a typewriter's font one sign apart for one text, but not numbers", () => {
  const typed = [
    wordAt("CÓDIGO", 10, 20),
    wordAt("SNIP", 45, 20),
    wordAt("2454", 70, 20),
    wordAt("12", 95, 20),
  ];
  expect(partTexts(typed).map((text) => text.map((word) => word.text))).toEqual([
    ["CÓDIGO", "SNIP", "2454"],
    ["12"],
  ]);
});
