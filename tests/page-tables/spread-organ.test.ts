import { expect, test } from "vitest";
import type { Ruling } from "../../src/document.ts";
import { groupRows } from "../../src/page-tables/group-lines.ts";
import { placeWords } from "../../src/page-tables/place-words.ts";
import type { RowLines } from "../../src/page-tables/row-lines.ts";
import { spreadOrgan } from "../../src/page-tables/spread-organ.ts";
import { textLines } from "../../src/page-tables/text-lines.ts";
import { createLabelVocabulary } from "../../src/read/label-vocabulary.ts";
import { createOrganNameTest } from "../../src/read/organ-name.ts";
import { createTotalTest } from "../../src/read/total-label.ts";
import { town } from "../read/family-fixture.ts";
import { columnsOf, pageOf, wordAt, wordsAt } from "./words.ts";

const columns = columnsOf("code", "organ", "target");
const tell = {
  vocabulary: createLabelVocabulary(town),
  isTotal: createTotalTest(town),
  namesOrgan: createOrganNameTest(town),
};
const row = (y: number, code: string, organ: string) => [
  ...wordsAt(code, 5, y),
  ...(organ === "" ? [] : wordsAt(organ, 105, y)),
  wordAt("12", 250, y),
];

function rowsOf(
  words: Parameters<typeof textLines>[0],
  horizontal: readonly Ruling[] = [],
  separators: readonly number[] = [],
): RowLines[] {
  const layout = { columns, places: null, starts: [] };
  const placed = textLines(words).map((line) => placeWords(line, layout));
  const group = (lines: typeof placed) => groupRows(lines, columns, false);
  const page = pageOf({ words, horizontal });
  return spreadOrgan(page, placed, columns, separators, (lines) => group([...lines]), tell);
}

function organsOf(...given: Parameters<typeof rowsOf>): string[] {
  return rowsOf(...given).map(({ lines }) =>
    lines.flatMap(({ cells }) => cells[1]!.map(({ text }) => text)).join(" "),
  );
}

test("organs that each row prints are their own, though they stand close and totals have none", () => {
  const rows = [...row(100, "A1", "Obras"), ...row(112, "A2", "Obras"), ...row(124, "TOTAL", "")];
  expect(organsOf(rows)).toEqual(["Obras", "Obras", ""]);
});

test("an organ that is printed once stands for all rows around it, up to a total", () => {
  const rows = [
    ...row(100, "A1", ""),
    ...row(112, "A2", "Obras"),
    ...row(124, "A3", ""),
    ...row(136, "TOTAL", ""),
  ];
  expect(organsOf(rows)).toEqual(["Obras", "Obras", "Obras", ""]);
});

test("a blank in a cell of its own stands for the organ over it, not for the one that is nearer", () => {
  const rows = [
    ...row(100, "A1", "Obras"),
    ...row(120, "A2", ""),
    ...row(140, "A3", ""),
    ...row(160, "A4", "Rentas"),
    ...row(180, "A5", ""),
  ];
  const edges = [110, 130, 150, 170].map((at) => ({ at, from: 0, to: 300 }));
  expect(organsOf(rows, edges)).toEqual(["Obras", "", "", "Rentas", ""]);
  // Without a name the first row says that names stand in the middle of theirs.
  expect(organsOf(rows.slice(3), edges.slice(1))).not.toContain("");
});

test("rows in the last cell, in which no name stands, are not those of the organ over them: it may be on the next page", () => {
  const rows = [
    ...row(100, "A1", ""),
    ...row(120, "A2", "Obras"),
    ...row(140, "A3", ""),
    ...row(160, "A4", ""),
    ...row(180, "A5", ""),
  ];
  const edges = [90, 150].map((at) => ({ at, from: 0, to: 300 }));
  expect(rowsOf(rows, edges).map(({ isOrganUnsure = false }) => isOrganUnsure)).toEqual([
    ...[false, false, false],
    ...[true, true],
  ]);
});

test("the last line of an organ is none, though other columns print beside it and its numbers stand far over it", () => {
  const rows = [
    ...row(100, "A1", "Obras"),
    ...row(112, "A2", ""),
    ...row(124, "A3", "Rentas"),
    ...wordsAt("y", 105, 134),
    ...wordsAt("multas", 105, 144),
    ...wordsAt("previstas", 220, 144),
  ];
  expect(organsOf(rows)).toEqual(["Obras", "Obras", "Rentas y multas"]);
});

test("a note under the table that reaches over the column is no organ", () => {
  const rows = [
    ...row(100, "A1", "Obras"),
    ...row(112, "A2", ""),
    ...row(124, "A3", "Rentas"),
    ...row(136, "A4", ""),
    ...row(148, "A5", ""),
  ];
  const note = wordsAt("Nota: las metas de algunas actividades cambiaron", 105, 177);
  expect(organsOf([...rows, ...note])).toEqual(["Obras", "Obras", "Rentas", "Rentas", "Rentas"]);
});

test("names that stand right under each other are several where the family knows each of them", () => {
  const rows = [...row(100, "A1", "OCI"), ...row(112, "A2", "ALCALDÍA"), ...row(124, "A3", "")];
  expect(organsOf(rows)).toEqual(["OCI", "ALCALDÍA", "ALCALDÍA"]);
});

test("a name that is read upwards stands in the middle of its rows", () => {
  const upright = (text: string, top: number, bottom: number) => ({
    ...wordAt(text, 105, bottom),
    box: [105, top, 115, bottom] as const,
  });
  const rows = [100, 120, 140, 160, 180, 200, 220, 240].flatMap((y, i) => row(y, `A${i + 1}`, ""));
  // In the middle of five rows, and of three.
  const names = [upright("Obras", 107, 167), upright("Rentas", 197, 237)];
  expect(organsOf([...rows, ...names])).toEqual([
    ...new Array(5).fill("Obras"),
    ...new Array(3).fill("Rentas"),
  ]);
});

test("an organ stands in the middle of its rows as far as shades reach, not of their texts", () => {
  const rows = [
    ...row(100, "A1", ""),
    ...row(120, "A2", ""),
    ...wordsAt("Obras", 105, 184),
    ...row(200, "A3", ""),
    ...row(283, "B1", ""),
    ...wordsAt("Rentas", 105, 293),
    ...row(303, "B2", ""),
  ];
  const shades = [87, 107, 127, 273, 293, 313].map((y) => y - 3);
  expect(organsOf(rows, [], shades)).toEqual(["Obras", "Obras", "Obras", "Rentas", "Rentas"]);
});
