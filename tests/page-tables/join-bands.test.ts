import { expect, test } from "vitest";
import { joinBands } from "../../src/page-tables/join-bands.ts";
import { placeWords } from "../../src/page-tables/place-words.ts";
import type { RowLines } from "../../src/page-tables/row-lines.ts";
import { createLabelVocabulary } from "../../src/read/label-vocabulary.ts";
import { createOrganNameTest } from "../../src/read/organ-name.ts";
import { createTotalTest } from "../../src/read/total-label.ts";
import { town } from "../read/family-fixture.ts";
import { columnsOf, wordAt, wordsAt } from "./words.ts";

const columns = columnsOf("activity", "unit", "target");
const tell = {
  vocabulary: createLabelVocabulary(town),
  isTotal: createTotalTest(town),
  namesOrgan: createOrganNameTest(town),
};
const place = (words: ReturnType<typeof wordsAt>, y: number) =>
  placeWords({ words, y }, { columns, places: null, starts: [] });
const band = (text: string, y: number): RowLines => ({
  anchor: null,
  lines: [place(wordsAt(text, 5, y), y)],
  isBand: true,
});
const row = (y: number): RowLines => {
  const line = place([...wordsAt("Informar", 5, y), wordAt("12", 250, y)], y);
  return { anchor: line, lines: [line], isBand: false };
};

/** The names over two rows that stand some points apart; those in doubt with a `?`. */
function names(first: string, second: string, apart: number, pitch: number, separators: number[] = []) {
  const rows = [
    band(first, 100),
    band(second, 100 + apart),
    row(130 + apart),
    row(130 + apart + pitch),
    band("CAJA", 200),
  ];
  return joinBands(rows, separators, tell)
    .filter(({ isBand }) => isBand)
    .map(({ lines, isOrganUnsure = false }) => {
      const text = lines.flatMap(({ words }) => words.map((word) => word.text)).join(" ");
      return text + (isOrganUnsure ? "?" : "");
    });
}

test("lines of a name are one", () => {
  expect(names("Comisión de Procesos", "Disciplinarios", 12, 20)).toEqual([
    "Comisión de Procesos Disciplinarios",
    "CAJA",
  ]);
});

test("they are in doubt where rows stand as near", () => {
  expect(names("Gerencia", "Caja chica", 12, 13)).toEqual(["Gerencia Caja chica?", "CAJA"]);
});

test("names that a line parts, that stand apart or that are known are two", () => {
  expect(names("Gerencia", "Caja chica", 12, 20, [103])).toHaveLength(3);
  expect(names("Gerencia", "Caja chica", 15, 20)).toHaveLength(3);
  expect(names("Gerencia", "ALCALDÍA", 12, 20)).toHaveLength(3);
  expect(names("Gerencia", "ÓRGANO: Caja chica", 12, 20)).toHaveLength(3);
});

test("what begins as names of organs do is one of its own, unless that over it breaks off", () => {
  expect(names("Gerencia de Rentas", "Subgerencia de Caja", 12, 20)).toHaveLength(3);
  expect(names("Gerencia de la", "Oficina de Caja", 12, 20)).toEqual([
    "Gerencia de la Oficina de Caja",
    "CAJA",
  ]);
});
