import { expect, test } from "vitest";
import { itemNumbers, readItems } from "../../src/blocks/numbered-items.ts";
import type { Word } from "../../src/document.ts";

const SIZE = 6;

/** A word of letters half as wide as high, that stands on a line. */
function word(text: string, left: number, y: number): Word {
  return {
    text,
    box: [left, y - 0.8 * SIZE, left + text.length * 3, y + 0.2 * SIZE],
    size: SIZE,
    angle: 0,
    style: "",
  } as Word;
}

/** Numbers in a column of their own, and lines of text beside them. */
function read(numbers: readonly [string, number][], lines: readonly [string, number][]) {
  const words = [
    ...numbers.map(([text, y]) => word(text, 0, y)),
    ...lines.map(([text, y]) => word(text, 10, y)),
  ];
  return readItems(words, itemNumbers(words));
}

test("numbers in the middle of their lines", () => {
  const numbers: [string, number][] = [
    ["1", 13.5],
    ["2", 33],
    ["3", 47],
  ];
  const lines: [string, number][] = [
    ["one", 10],
    ["goes-on", 17],
    ["two", 26],
    ["two-b", 33],
    ["two-c", 40],
    ["three", 47],
  ];
  expect(read(numbers, lines)).toEqual({ text: "1 one goes-on 2 two two-b two-c 3 three", isSure: true });
});

test("numbers beside the first line of their text, one of which has none", () => {
  const numbers: [string, number][] = [
    ["1", 10],
    ["2", 31],
    ["3", 40],
  ];
  const lines: [string, number][] = [
    ["one", 10],
    ["one-b", 17],
    ["one-c", 24],
    ["three", 40],
    ["three-b", 47],
  ];
  expect(read(numbers, lines).text).toBe("1 one one-b one-c 2 3 three three-b");
});

test("numbers that do not count up are of two activities", () => {
  expect(
    read(
      [
        ["3", 10],
        ["1", 20],
      ],
      [
        ["a", 10],
        ["b", 20],
      ],
    ).isSure,
  ).toBe(false);
});

test("a number within a text, or one alone, is no number of an item", () => {
  const words = [word("meta", 0, 10), word("2", 20, 10), word("de", 0, 17), word("3", 20, 17)];
  expect(itemNumbers(words)).toEqual([]);
  expect(itemNumbers([word("1", 0, 10), word("meta", 10, 10)])).toEqual([]);
});
