import { expect, it } from "vitest";
import { areOverprinted, overprintedAt } from "../../src/blocks/overprinted.ts";
import { wordAt, wordsAt } from "../page-tables/words.ts";
import { bodyLines, layoutOf, lineAt, numberEnd } from "./support.ts";

const at = (...words: ReturnType<typeof wordAt>[]) => overprintedAt(bodyLines(words), layoutOf());

it("finds where lines of one column stand over each other", () => {
  const text = lineAt(100, { activity: "Publicar los planes" });
  expect(at(...text, ...lineAt(105, { activity: "Revisar" }))).toEqual([105]);
  expect(at(...text, ...lineAt(110, { activity: "Revisar" }))).toEqual([]);
  expect(at(...text, ...lineAt(105, { unit: "INFORME" }))).toEqual([]);
});

it("finds a line on which two texts of a column are mixed", () => {
  const text = lineAt(100, { activity: "Publicar los planes" });
  expect(at(...text, wordAt("TRANSPARENCIA", 100, 101))).toEqual([100]);
  expect(
    at(...text, wordAt("1,000", numberEnd(0) - 20, 100), wordAt("1,000", numberEnd(0) - 18, 100)),
  ).toEqual([]);
});

it("tells a line on which words of two texts are mixed, and not letters drawn together", () => {
  expect(areOverprinted([...wordsAt("OEI.01 MEJORAR", 20, 100)])).toBe(false);
  expect(areOverprinted([wordAt("P", 20, 100), wordAt("LANES", 24, 100)])).toBe(false);
  expect(areOverprinted([wordAt("OEI.01", 20, 100), wordAt("planes", 35, 102)])).toBe(true);
});
