import { describe, expect, it } from "vitest";
import { createPhraseFinder } from "../../src/match/find-phrases.ts";

const find = createPhraseFinder([
  ["Unidad de Medida", "unit"],
  ["U.M.", "unit"],
  ["Unidad", "word"],
  ["I Trimestre", "q1"],
  ["II Trimestre", "q2"],
]);
const marks = (text: string) => [...find(text.split(" "))].sort();

describe("createPhraseFinder", () => {
  it.each([
    ["UNIDAD DE MEDIDA META", ["unit", "word"]],
    ["META UM", ["unit"]],
    ["UNIDAD DE", ["word"]],
    ["UNIDADES DE MEDIDA", []],
    ["I TRIMESTRE II TRIMESTRE", ["q1", "q2"]],
    ["III TRIMESTRE", []],
    ["", []],
  ])("finds in %j %j", (text, expected) => {
    expect(marks(text)).toEqual(expected);
  });
});
