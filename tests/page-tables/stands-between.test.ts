import { expect, it } from "vitest";
import { placeWords } from "../../src/page-tables/place-words.ts";
import { standsBetween } from "../../src/page-tables/stands-between.ts";
import { layoutOf, numberEnd } from "../blocks/support.ts";
import { wordAt } from "./words.ts";

const places = { places: Array.from({ length: 13 }, (_, k) => numberEnd(k)), edge: "right" as const };
const layout = { ...layoutOf(), places };
const lineOf = (ends: readonly number[]) =>
  placeWords({ words: ends.map((end) => wordAt("7", end - 5, 100)), y: 100 }, layout);

it("doubts a line with blanks and a number between two columns", () => {
  expect(standsBetween(lineOf([numberEnd(2), numberEnd(11) + 10]), layout)).toBe(true);
  expect(standsBetween(lineOf([numberEnd(2), numberEnd(11) + 2]), layout)).toBe(false);
});

it("doubts no line that leaves nothing blank, nor columns that lines part", () => {
  const full = places.places.map((end, k) => (k === 4 ? end + 10 : end));
  expect(standsBetween(lineOf(full), layout)).toBe(false);
  expect(standsBetween(lineOf([numberEnd(11) + 10]), layoutOf())).toBe(false);
});
