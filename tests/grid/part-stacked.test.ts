import { expect, test } from "vitest";
import type { HeaderPhrase } from "../../src/grid/header-vocabulary.ts";
import { createHeaderVocabulary } from "../../src/grid/header-vocabulary.ts";
import { partStacked } from "../../src/grid/part-stacked.ts";
import { town } from "../read/family-fixture.ts";

const vocabulary = createHeaderVocabulary(town);
const phrase = (text: string, start: number, end: number): HeaderPhrase => ({
  text,
  start,
  end,
  meaning: null,
});
const keys = (...lines: HeaderPhrase[][]) =>
  partStacked(lines, vocabulary).map((line) => line.map(({ text, meaning }) => meaning?.key ?? text));

test("a quarter whose name ends on the line of a series' letter stands over that letter", () => {
  const read = keys(
    [phrase("III", 10, 16), phrase("III", 40, 46)],
    [phrase("TRIMESTRE P", 4, 22), phrase("TRIMESTRE E", 34, 52)],
  );
  expect(read).toEqual([
    ["q3", "q3"],
    ["programmed", "executed"],
  ]);
});

test("what stands over no such text, or over several, stays as it is", () => {
  expect(keys([phrase("III", 10, 16)], [phrase("TRIMESTRE P", 30, 48)])).toEqual([["III"], ["TRIMESTRE P"]]);
  expect(keys([phrase("III", 10, 16)], [phrase("AVANCE P", 4, 22)])).toEqual([["III"], ["AVANCE P"]]);
  expect(keys([phrase("III", 0, 60)], [phrase("TRIMESTRE P", 4, 22), phrase("X", 40, 50)])).toEqual([
    ["III"],
    ["TRIMESTRE P", "X"],
  ]);
});
