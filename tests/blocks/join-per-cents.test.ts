import { expect, test } from "vitest";
import { joinPerCents } from "../../src/blocks/join-per-cents.ts";
import type { Word } from "../../src/document.ts";
import { wordAt, wordsAt } from "../page-tables/words.ts";
import { tablePage } from "./support.ts";

const joined = (...words: Word[]) => joinPerCents(tablePage(words)).words.map(({ text }) => text);

test("a number is joined with the sign beside it", () => {
  expect(joined(wordAt("9.08", 100, 100), wordAt("%", 123, 100), wordAt("26.00", 150, 100))).toEqual([
    "9.08%",
    "26.00",
  ]);
});

test("a number is joined with the sign under it, and stands where those of wider cells do", () => {
  const words = [wordAt("4.00", 100, 106), wordAt("25.00", 150, 100), wordAt("%", 160, 112)];
  const [, share] = joinPerCents(tablePage(words)).words;
  expect(share!.text).toBe("25.00%");
  expect(share!.box[3]).toBe(words[0]!.box[3]);
  // On top of their cells all stand on the first line.
  const [, top] = joinPerCents(tablePage([wordAt("4.00", 100, 100), ...words.slice(1)])).words;
  expect(top!.box[3]).toBe(words[1]!.box[3]);
});

test("texts and heads stay as they are", () => {
  for (const words of [
    wordsAt("EL 100 % DE LOS", 20, 100),
    wordsAt("META AL 100 %", 20, 100),
    [...wordsAt("AL 100", 20, 100), wordAt("%", 40, 112)],
    [wordAt("12", 100, 100), ...wordsAt("% AVANCE", 120, 100)],
    [wordAt("12", 100, 100), wordAt("%", 200, 100)],
  ])
    expect(joined(...words)).toEqual(words.map(({ text }) => text));
});
