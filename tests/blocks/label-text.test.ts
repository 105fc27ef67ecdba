import { expect, it } from "vitest";
import { labelText } from "../../src/blocks/label-text.ts";
import type { Page, Word } from "../../src/document.ts";
import { pageOf, wordsAt } from "../page-tables/words.ts";

const textOf = (...parts: [Page, Word[]][]) =>
  labelText(
    parts.flatMap(([, words]) => words),
    new Map(parts.flatMap(([page, words]) => words.map((word) => [word, page] as const))),
  ).text;
const [first, second] = [pageOf({}), pageOf({ number: 2 })];

it("reads a text line by line, over all its pages", () => {
  expect(
    textOf(
      [first, [...wordsAt("los planes", 90, 112), ...wordsAt("Publicar", 90, 100)]],
      [second, wordsAt("del año", 90, 20)],
    ),
  ).toBe("Publicar los planes del año");
});

it("says once what a page break cuts through and both pages print", () => {
  expect(textOf([first, wordsAt("Publicar", 90, 100)], [second, wordsAt("PUBLICAR", 90, 20)])).toBe(
    "Publicar",
  );
});

it("reads cells that lines part by themselves", () => {
  const words = [
    ...wordsAt("1 de", 90, 100),
    ...wordsAt("Causa del", 130, 100),
    ...wordsAt("2", 90, 112),
    ...wordsAt("retraso", 130, 112),
  ];
  const ruled = pageOf({ vertical: [{ at: 120, from: 80, to: 130 }] });
  expect(textOf([first, words])).toBe("1 de Causa del 2 retraso");
  expect(textOf([ruled, words])).toBe("1 de 2 Causa del retraso");
});

it("of nothing is nothing", () => {
  expect(textOf()).toBe("");
});
