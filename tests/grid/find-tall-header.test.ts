import { describe, expect, it } from "vitest";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import { findTallHeader } from "../../src/grid/find-tall-header.ts";
import { createHeaderVocabulary } from "../../src/grid/header-vocabulary.ts";
import { readLines } from "../../src/read/read-lines.ts";
import { town } from "../read/family-fixture.ts";

const vocabulary = createHeaderVocabulary(town);

/** Finds the header whose last line is the one with JUN. */
function headerOf(lines: readonly string[]) {
  const document = readLines(sourceFromBytes("a", new TextEncoder().encode(lines.join("\n"))));
  const last = document.lines.findIndex(({ text }) => text.includes("JUN"));
  return findTallHeader(document, last, 0, town, vocabulary);
}
const names = (lines: readonly string[]) =>
  headerOf(lines)
    ?.columns.map((column) => column.name)
    .join(" ");

const HALF =
  "organ activity unit target programmed.jan programmed.feb programmed.mar programmed.apr programmed.may programmed.jun";

// As pdftotext -layout prints a header whose cells are narrow and centred: no line of the first four is a header.
const narrow = [
  "PLAN OPERATIVO INSTITUCIONAL 2023",
  "   ÓRGANO",
  "                               UNIDAD DE                  PROGRAMADO                   I         II",
  "   /UNIDAD      ACTIVIDAD POI               META",
  "                                MEDIDA                                             TRIMESTRE TRIMESTRE",
  "  ORGÁNICA                                           ENE  FEB  MAR  ABR  MAY  JUN     PROG     PROG",
  "  ALCALDIA      DIRECCIÓN      ACCIONES       12      2    2    2    2    2    2       6         6",
  "  ALCALDIA      CONTROL        ACCIONES       12      2    2    2    2    2    2       6         6",
];

describe("findTallHeader", () => {
  it("puts names together that are broken over many lines", () => {
    expect(names(narrow)).toBe(`${HALF} programmed.q1 programmed.q2`);
    expect(headerOf(narrow)).toMatchObject({ from: 1, to: 6 });
  });

  it("leaves the title over the header alone", () => {
    expect(headerOf(narrow)?.columns.map((column) => column.text)).not.toContain(
      expect.stringContaining("PLAN"),
    );
  });

  it("keeps two names apart that overlap", () => {
    // ACTIVIDAD POI ends over the beginning of U.M., one line below.
    const lines = narrow.map((line) =>
      line.replace("UNIDAD DE", "         ").replace("    MEDIDA", "          "),
    );
    lines[4] =
      "                           U.M.                                                    TRIMESTRE TRIMESTRE";
    expect(names(lines)).toBe(`${HALF} programmed.q1 programmed.q2`);
  });

  it("reads the words of cells that each have their line, where there are no columns", () => {
    const lines = [
      "PLAN OPERATIVO INSTITUCIONAL 2023",
      ...["ÓRGANO", "/UNIDAD", "ORGÁNICA", "ACTIVIDAD POI", "UNIDAD DE", "MEDIDA", "META", "PROGRAMADO"],
      ...["I", "TRIMESTRE", "II", "TRIMESTRE", "ENE FEB MAR ABR MAY JUN PROG PROG"],
      "ALCALDIA DIRECCIÓN ACCIONES 12 2 2 2 2 2 2 6 6",
    ];
    expect(names(lines)).toBe(`${HALF} programmed.q1 programmed.q2`);
    expect(headerOf(lines)).toMatchObject({ from: 1, to: 14 });
  });

  it("keeps the order of print of what stands on the line of the months, where there are no columns", () => {
    const lines = [
      ...["ÓRGANO", "/UNIDAD ORGÁNICA", "ACTIVIDAD POI", "UNIDAD DE", "MEDIDA"],
      "META PROGRAMADO % AVANCE ENE FEB MAR ABR MAY JUN",
      "ALCALDIA DIRECCIÓN ACCIONES 12 2 2 2 2 2 2 100%",
    ];
    expect(names(lines)?.split(" ").slice(3)).toEqual([
      "target",
      ..."jan feb mar apr may jun".split(" ").map((month) => `programmed.${month}`),
      "extra.progress",
    ]);
  });

  it("finds none where nothing says of what the months are", () => {
    expect(headerOf(["LLUVIAS DEL AÑO", "EN MILÍMETROS", "ENE FEB MAR ABR MAY JUN"])).toBeNull();
  });

  it("finds none in a row, nor in a sentence with some months", () => {
    expect(headerOf(["PROGRAMADO", "ENE 1 FEB 2 MAR 3 ABR 4 MAY 5 JUN 6"])).toBeNull();
    expect(headerOf(["PROGRAMADO", "de ENE a JUN"])).toBeNull();
  });
});
