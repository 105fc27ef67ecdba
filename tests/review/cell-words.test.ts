import { describe, expect, test } from "vitest";
import { indexFamilies } from "../../src/review/describe-family.ts";
import {
  columnHeader,
  readTyped,
  shortCell,
  showNumber,
  shownEquation,
  spokenEvidence,
} from "../../src/review/page/cell-words.ts";
import { WORDS } from "../../src/review/page/words.ts";
import { loadTableFamily } from "../support/load-table-family.ts";

const [family = null] = indexFamilies([{ family: await loadTableFamily("sat-lima") }]).list;
const { es, en } = WORDS;

describe("evidence is said in words", () => {
  test.each([
    ["executed.q4 = 25", "el cuarto trimestre ejecutado dice 25", "the fourth quarter executed says 25"],
    ["programmed.dec = 9", "diciembre programado dice 9", "December programmed says 9"],
    ["target = 1200", "la meta dice 1,200", "the target says 1,200"],
    [
      "programmed.jan..mar = 3",
      "enero a marzo programado suman 3",
      "January to March programmed add up to 3",
    ],
    [
      "programmed.q1 + programmed.q2 = 30",
      "el primer trimestre programado + el segundo trimestre programado suman 30",
      "the first quarter programmed + the second quarter programmed add up to 30",
    ],
    [
      "TOTAL ACCIONES: programmed.jan = 516",
      "TOTAL ACCIONES cuadra en enero programado (516)",
      "TOTAL ACCIONES adds up in January programmed (516)",
    ],
    ["something else", "something else", "something else"],
  ])("%s", (evidence, spanish, english) => {
    expect(spokenEvidence(evidence, family, es)).toBe(spanish);
    expect(spokenEvidence(evidence, family, en)).toBe(english);
  });
});

test("cells are named as the family prints them, and without a family all the same", () => {
  expect(shortCell("executed.sep", family, es)).toBe("SET ejecutado");
  expect(shortCell("target", family, es)).toBe("META");
  expect(columnHeader("programmed.q4", family, es)).toBe("IV TRIMESTRE");
  expect(shortCell("executed.sep", null, es)).toBe("SET ejecutado");
  expect(shortCell("extra.progress", null, es)).toBe("progress");
});

test("equations are shown in headers, long ones by their ends", () => {
  const shown = (family?.equations ?? []).map((equation) => shownEquation(equation, family, es));
  expect(shown[0]).toBe("META = ENE programado … DIC");
  expect(shown.at(-1)).toBe("IV TRIMESTRE ejecutado = OCT + NOV + DIC");
});

test("every word of one language has its like in the other, and every reason its name", () => {
  expect(Object.keys(en)).toEqual(Object.keys(es));
  for (const part of ["reasons", "edits", "status", "facets", "states"] as const) {
    expect(Object.keys(en[part])).toEqual(Object.keys(es[part]));
  }
});

describe("typed numbers", () => {
  test.each([
    ["12", 12],
    [" 12 ", 12],
    ["1,234", 1234],
    ["1,234,567.5", 1_234_567.5],
    ["12.5", 12.5],
    ["12,5", 12.5],
    ["-3", -3],
    ["", null],
    ["1.2.3", undefined],
    ["12a", undefined],
    ["1e5", undefined],
    ["12,34,5", undefined],
    ["9".repeat(20), undefined],
  ])("%j", (typed, value) => {
    expect(readTyped(typed)).toBe(value);
  });

  test("are shown as es-PE writes them", () => {
    expect([showNumber(1234.5), showNumber(0), showNumber(null)]).toEqual(["1,234.5", "0", ""]);
  });
});
