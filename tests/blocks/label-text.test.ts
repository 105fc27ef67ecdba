import { expect, it } from "vitest";
import { labelText, saidOnce } from "../../src/blocks/label-text.ts";
import type { Page, Word } from "../../src/document.ts";
import { pageOf, wordAt, wordsAt } from "../page-tables/words.ts";

const read = (...parts: [Page, Word[]][]) =>
  labelText(
    parts.flatMap(([, words]) => words),
    new Map(parts.flatMap(([page, words]) => words.map((word) => [word, page] as const))),
  );
const textOf = (...parts: [Page, Word[]][]) => read(...parts).text;
const [first, second] = [pageOf({}), pageOf({ number: 2 })];

it("reads a text line by line, over all its pages", () => {
  expect(
    textOf(
      [first, [...wordsAt("los planes", 90, 112), ...wordsAt("Publicar", 90, 100)]],
      [second, wordsAt("del año", 90, 20)],
    ),
  ).toBe("Publicar los planes del año");
});

it("joins a word that a line breaks at the end of a page", () => {
  const ruled = (number: number) => pageOf({ number, horizontal: [{ at: 90, from: 80, to: 140 }] });
  const [upper, lower] = [ruled(1), ruled(2)];
  expect(
    textOf(
      [upper, [...wordsAt("Memorando", 90, 80), ...wordsAt("N 123-", 90, 100)]],
      [lower, wordsAt("2019", 90, 20)],
    ),
  ).toBe("Memorando N 123-2019");
});

it("says once what a page break cuts through and both pages print", () => {
  expect(textOf([first, wordsAt("Publicar", 90, 100)], [second, wordsAt("PUBLICAR", 90, 20)])).toBe(
    "Publicar",
  );
});

it("reads cells that lines part by themselves", () => {
  const words = [
    ...wordsAt("Falta de", 90, 100),
    ...wordsAt("Causa del", 140, 100),
    ...wordsAt("personal", 85, 112),
    ...wordsAt("retraso", 140, 112),
  ];
  const ruled = pageOf({ vertical: [{ at: 135, from: 80, to: 130 }] });
  expect(textOf([first, words])).toBe("Falta de Causa del personal retraso");
  expect(textOf([ruled, words])).toBe("Falta de personal Causa del retraso");
  expect(read([ruled, words]).isSure).toBe(false);
  const coded = [wordAt("060", 90, 106), ...wordsAt("Informe", 140, 100), ...wordsAt("técnico", 140, 112)];
  expect(read([ruled, coded])).toEqual({ text: "060 Informe técnico", isSure: true });
});

it("is not sure which of several numbered items goes on on the next page", () => {
  const items = [
    ...wordsAt("1", 80, 100),
    ...wordsAt("Personal", 95, 100),
    ...wordsAt("2", 80, 130),
    ...wordsAt("Viajes", 95, 130),
  ];
  expect(read([first, items])).toEqual({ text: "1 Personal 2 Viajes", isSure: true });
  const next = [...wordsAt("Equipos", 95, 20), ...wordsAt("3", 80, 31), ...wordsAt("Otros", 95, 31)];
  expect(read([first, items], [second, next]).isSure).toBe(false);
  const texts = new Map([[first, items] as const, [second, next] as const]);
  const pages = new Map([...texts].flatMap(([page, words]) => words.map((word) => [word, page] as const)));
  expect(labelText([...items, ...next], pages, "last").text).toBe("1 Personal 2 Viajes 3 Equipos Otros");
});

it("is not sure of an item in cells whose number stands on the page after it begins", () => {
  const vertical = [{ at: 90, from: 0, to: 200 }];
  const horizontal = [{ at: 115, from: 70, to: 200 }];
  const begins = [...wordsAt("1", 80, 100), ...wordsAt("Personal", 95, 100), ...wordsAt("Viajes", 95, 130)];
  const ends = [...wordsAt("2", 80, 20), ...wordsAt("del", 95, 20)];
  const ruled = (number: number) => pageOf({ number, vertical, horizontal });
  expect(read([ruled(1), [...begins, ...wordsAt("2", 80, 130)]], [ruled(2), wordsAt("del", 95, 20)])).toEqual(
    {
      text: "1 Personal 2 Viajes del",
      isSure: true,
    },
  );
  expect(read([ruled(1), begins], [ruled(2), ends]).isSure).toBe(false);
});

it("says the number of an item before its text, on whichever line of its cell it stands", () => {
  const words = [
    ...wordsAt("Falta de", 95, 100),
    ...wordsAt("1", 80, 106),
    ...wordsAt("personal", 95, 112),
    ...wordsAt("Viajes", 95, 140),
    ...wordsAt("2", 80, 140),
  ];
  const ruled = pageOf({ horizontal: [{ at: 125, from: 70, to: 200 }] });
  expect(textOf([ruled, words])).toBe("1 Falta de personal 2 Viajes");
});

it("takes letters that reach into each other for drawn apart, and words over each other for doubtful", () => {
  const word = (text: string, left: number, right: number): Word => ({
    ...wordsAt(text, left, 100)[0]!,
    box: [left, 92, right, 102],
    size: 10,
  });
  expect(read([first, [word("ETAP", 90, 112), word("A", 110, 116)]]).isSure).toBe(true);
  expect(read([first, [word("ETAPA", 90, 116), word("FASES", 92, 118)]]).isSure).toBe(false);
});

it("says a number once that a page break has printed on both sides", () => {
  const words = [wordsAt("100.00", 90, 100), wordsAt("100.00", 90, 20)] as const;
  const pages = new Map([
    ...words[0].map((word) => [word, first] as const),
    ...words[1].map((word) => [word, second] as const),
  ]);
  expect(saidOnce(words.flat(), pages)).toEqual(words[0]);
});

it("says of two halves of a number the one with its point", () => {
  const words = [wordsAt("53 33", 90, 100), wordsAt("53.33", 90, 20)] as const;
  const pages = new Map([
    ...words[0].map((word) => [word, first] as const),
    ...words[1].map((word) => [word, second] as const),
  ]);
  expect(saidOnce(words.flat(), pages)).toEqual(words[1]);
});

it("says of two halves of a line the one with its points, after those before", () => {
  const above = [...wordsAt("Se pagó", 90, 88), ...wordsAt("S/ 12 500 00 de planilla", 90, 100)];
  const below = [...wordsAt("S/. 12,500.00 de planilla", 90, 20), ...wordsAt("y CAS", 90, 32)];
  expect(textOf([first, above], [second, below])).toBe("Se pagó S/. 12,500.00 de planilla y CAS");
});

it("of nothing is nothing", () => {
  expect(textOf()).toBe("");
});
