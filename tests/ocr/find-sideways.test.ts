import { expect, test } from "vitest";
import type { Component } from "../../src/ocr/find-components.ts";
import { findSideways } from "../../src/ocr/find-sideways.ts";

const LETTER = 20;
const box = (left: number, top: number, width: number, height: number): Component => ({
  left,
  right: left + width,
  top,
  bottom: top + height,
  area: width * height,
  runs: new Int32Array(),
});
/** Letters on their side, as wide as letters are high, above one another. */
const sideways = (left: number, count: number, gap = 4) =>
  Array.from({ length: count }, (_, k) => box(left, 100 + k * (14 + gap), LETTER, 14));

test("letters close above one another are a word on its side", () => {
  const [word, ...others] = findSideways(sideways(50, 4), LETTER);
  expect(others).toEqual([]);
  expect(word!.parts).toHaveLength(4);
  expect(word).toMatchObject({ left: 50, right: 70, top: 100 });
});

test("words of two columns are two, and take their accents along", () => {
  const accent = box(58, 119, 4, 3);
  const words = findSideways([...sideways(50, 4), ...sideways(120, 3), accent], LETTER);
  expect(words.map(({ parts }) => parts.length).sort()).toEqual([3, 5]);
});

test("lines of text are none, however close", () => {
  const text = [0, 1, 2, 3].flatMap((line) =>
    Array.from({ length: 8 }, (_, k) => box(50 + k * 17, 100 + line * 27, 14, LETTER)),
  );
  expect(findSideways(text, LETTER)).toEqual([]);
});

test("figures of rows are none: they stand further apart", () => {
  const figures = [0, 1, 2, 3].map((row) => box(50, 100 + row * 34, 12, LETTER));
  expect(findSideways(figures, LETTER)).toEqual([]);
});

test("two are no word, nor are ruling lines and blots", () => {
  expect(findSideways(sideways(50, 2), LETTER)).toEqual([]);
  expect(
    findSideways(
      [0, 1, 2].map((k) => box(50, 100 + k * 90, 20, 85)),
      LETTER,
    ),
  ).toEqual([]);
});
