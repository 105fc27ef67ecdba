import { expect, test } from "vitest";
import type { Line, Piece } from "../../src/document.ts";
import { createHeaderReader, readHeaderLine } from "../../src/grid/header-phrases.ts";
import { createHeaderVocabulary } from "../../src/grid/header-vocabulary.ts";
import { town } from "../read/family-fixture.ts";

const vocabulary = createHeaderVocabulary(town);

/** A tab-separated line that counts how often it is split into its fields. */
function countedLine(number: number, text: string): { line: Line; splits: () => number } {
  let splits = 0;
  const line: Line = {
    page: number,
    number,
    text,
    get pieces(): Piece[] {
      splits++;
      return text.split("\t").map((field, i) => ({ text: field, start: i, end: i + 1 }));
    },
  };
  return { line, splits: () => splits };
}

test("a header says the same on every page, and is read on the first only", () => {
  const readLine = createHeaderReader("\t", vocabulary);
  const first = countedLine(1, "META\tENE\tFEB\tMAR");
  const again = countedLine(40, "META\tENE\tFEB\tMAR");
  expect(readLine(first.line)).toEqual(readHeaderLine(first.line, "\t", vocabulary));
  expect(readLine(again.line)).toBe(readLine(first.line));
  expect(again.splits()).toBe(0);
});

test("a field with the names of two series stands over both, and is neither", () => {
  const meanings = (text: string) =>
    readHeaderLine(countedLine(1, text).line, "\t", vocabulary).phrases.map(({ meaning }) => meaning?.key);
  expect(meanings("PROGRAMADO Y EJECUTADO\tPROGRAMADO\tEJECUTADO")).toEqual([
    undefined,
    "programmed",
    "executed",
  ]);
});

test("another line is read for itself, also after thousands of others", () => {
  const readLine = createHeaderReader("\t", vocabulary);
  const header = countedLine(1, "META\tENE\tFEB\tMAR").line;
  expect(readLine(header).known).toBe(4);
  for (let i = 2; i < 3000; i++) expect(readLine(countedLine(i, `Texto\t${i}`).line).known).toBe(0);
  expect(readLine(header).known).toBe(4);
});

test("a letter beside a period says what its column is of, and is but a letter beside anything else", () => {
  const meanings = (text: string) =>
    readHeaderLine(countedLine(1, text).line, "\t", vocabulary).phrases.map(({ meaning }) => meaning?.key);
  expect(meanings("I TRIMESTRE P\tI TRIMESTRE E")).toEqual(["q1", "programmed", "q1", "executed"]);
  expect(meanings("META P\tPLAN E")).toEqual(["target", undefined]);
});

test("a number behind a word for a column makes it the name of something, be it merged over the table", () => {
  const [found, ...others] = readHeaderLine(
    countedLine(1, "ÓRGANO 05.02 ARCHIVO").line,
    "\t",
    vocabulary,
  ).phrases;
  expect(others).toEqual([]);
  expect(found).toMatchObject({ text: "ÓRGANO 05.02 ARCHIVO", meaning: null });
});

test("several series behind a slash head a column that says of each line which one it is of", () => {
  const { phrases } = readHeaderLine(countedLine(1, "META\tPROG/EJC\tENE").line, "\t", vocabulary);
  expect(phrases.map(({ text, meaning }) => [text, meaning?.key])).toEqual([
    ["META", "target"],
    ["PROG/EJC", undefined],
    ["ENE", "jan"],
  ]);
});
