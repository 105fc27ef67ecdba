import { describe, expect, it } from "vitest";
import { createContextReader } from "../../src/blocks/context-lines.ts";
import { wordAt, wordsAt } from "../page-tables/words.ts";
import { familyOf } from "./support.ts";

const family = familyOf({
  context: [
    { key: "executingUnit", codeKey: "executingUnitCode", begins: ["UE", "UNIDAD EJECUTORA"] },
    { key: "organ", codeKey: "organCode", begins: ["CC", "CENTRO DE COSTO"] },
    { key: "objective", codeKey: "objectiveCode", prints: ["OEI.#"] },
  ],
});
const readWords = createContextReader(family);
const read = (text: string) => readWords(wordsAt(text, 20, 100)).map(({ level, labels }) => [level, labels]);

describe("a context line", () => {
  it.each([
    ["UNIDAD EJECUTORA : 001 : SEDE CENTRAL", 0, { executingUnitCode: "001", executingUnit: "SEDE CENTRAL" }],
    ["Unidad Ejecutora: SEDE", 0, { executingUnit: "SEDE" }],
    ["CENTRO DE COSTO :OFICINA", 1, { organ: "OFICINA" }],
    ["OEI.02 MEJORAR LA GESTIÓN", 2, { objectiveCode: "OEI.02", objective: "MEJORAR LA GESTIÓN" }],
    ["OEI.02: MEJORAR", 2, { objectiveCode: "OEI.02", objective: "MEJORAR" }],
  ])("is read from %s", (text, level, labels) => {
    expect(read(text)).toEqual([[level, labels]]);
  });

  it.each([
    "UNIDAD EJECUTORA del pliego",
    "El CENTRO DE COSTO : x",
    "según el OEI.02 del plan",
    "UNIDAD",
    "OEI.02.MEJORAR",
    "OEI",
  ])("is not read from %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("may hold two, each with its own words", () => {
    const words = wordsAt("UE : 001 - SEDE , CC : 02 - PLANES", 20, 100);
    const found = readWords(words);
    expect(found.map(({ level, labels }) => [level, labels])).toEqual([
      [0, { executingUnitCode: "001", executingUnit: "SEDE" }],
      [1, { organCode: "02", organ: "PLANES" }],
    ]);
    expect(found.flatMap((one) => one.words)).toEqual(words);
  });

  it("is over where a wide gap follows, as in two cells", () => {
    const words = [...wordsAt("CENTRO DE COSTO", 20, 100), wordAt("PLANES", 200, 100)];
    expect(readWords(words)[0]!.labels).toEqual({ organ: "PLANES" });
  });

  it("may say nothing", () => {
    expect(read("CENTRO DE COSTO :")).toEqual([[1, {}]]);
  });
});

it("a context ends where another cell begins far from it, its code in a cell of its own or not", () => {
  const line = [
    ...wordsAt("CENTRO DE COSTO", 20, 100),
    ...wordsAt("01 : OFICINA DE PLANES", 200, 100),
    ...wordsAt("Año 2018", 600, 100),
  ];
  expect(readWords(line)[0]!.labels).toEqual({ organCode: "01", organ: "OFICINA DE PLANES" });
  const parted = [...wordsAt("OEI.02", 20, 100), ...wordsAt("MEJORAR LA GESTIÓN", 300, 100)];
  expect(readWords(parted)[0]!.labels).toEqual({ objectiveCode: "OEI.02", objective: "MEJORAR LA GESTIÓN" });
});

it("the edge of a cell that OCR took for a figure is no part of it", () => {
  const edge = { ...wordAt("1", 200, 100), readings: [{ text: "1", probability: 0.8 }] };
  const line = [...wordsAt("CENTRO DE COSTO", 20, 100), edge, ...wordsAt("OFICINA DE PLANES", 260, 100)];
  expect(readWords(line)[0]!.labels).toEqual({ organ: "OFICINA DE PLANES" });
});

it("begins a value behind the colon of a word, with no space", () => {
  expect(read("CENTRO DE COSTO:02.01 - OFICINA DE PLANES")).toEqual([
    [1, { organCode: "02.01", organ: "OFICINA DE PLANES" }],
  ]);
});
