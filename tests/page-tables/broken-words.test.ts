import { describe, expect, it } from "vitest";
import type { PrintedRow, Word } from "../../src/document.ts";
import { createLabelReader, settleBreaks, withoutBreaks } from "../../src/page-tables/broken-words.ts";
import type { RegionCell, RegionRow } from "../../src/page-tables/region.ts";
import { wordsAt } from "./words.ts";

/** Lines one under the other, in a font 5 points to a letter, in a cell of some width. */
const cellOf = (lines: readonly string[], width: number | null): RegionCell => ({
  words: lines.flatMap((text, i): Word[] => wordsAt(text, 1, 12 * (i + 1))),
  box: width === null ? null : [0, 0, width, 12 * lines.length + 4],
});

const rowsOf = (cells: readonly RegionCell[]): RegionRow[] =>
  cells.map((cell, i) => ({ cells: [cell], top: 40 * i, bottom: 40 * i + 40, at: 40 * i, isBand: false }));

const printed = (unit: string): PrintedRow => ({
  kind: "activity",
  page: 1,
  line: 1,
  text: unit,
  labels: { unit },
  tokens: [],
});

/** The texts of a column of units, and whether they are doubted. */
function settle(cells: readonly RegionCell[], names: readonly string[] = []) {
  const read = createLabelReader(rowsOf(cells));
  return settleBreaks(
    cells.map((cell) => printed(read(cell, 0))),
    names,
  ).map(({ labels, doubts = [] }) => [labels.unit, doubts.length > 0]);
}

describe("words that their cells break", () => {
  it("joins a word that fills its line and ends as no word does", () => {
    expect(settle([cellOf(["DOCUMENT", "O"], 43), cellOf(["PLAN"], 43)])).toEqual([
      ["DOCUMENTO", false],
      ["PLAN", false],
    ]);
  });

  it("joins one that the family knows, and one that is broken twice", () => {
    const cells = [cellOf(["HECTÁ", "REA"], 28), cellOf(["BENEF", "ICIAR", "IO"], 28)];
    expect(settle(cells, ["Hectárea", "Beneficiario"])).toEqual([
      ["HECTÁREA", false],
      ["BENEFICIARIO", false],
    ]);
  });

  it("does so without lines by the widest line of the column", () => {
    expect(settle([cellOf(["DOCUMENT", "O"], null), cellOf(["PLAN"], null)])[0]).toEqual([
      "DOCUMENTO",
      false,
    ]);
  });

  it("leaves words alone whose line has room for more, and those that stand alone elsewhere", () => {
    expect(settle([cellOf(["DOCUMENT", "O"], 60)])).toEqual([["DOCUMENT O", false]]);
    const cells = [["PERSONA", "ATENDIDA"], ["PERSONA"], ["ATENDIDA"]].map((lines) => cellOf(lines, 42));
    expect(settle(cells)[0]).toEqual(["PERSONA ATENDIDA", false]);
  });

  it("doubts the row where nothing tells", () => {
    expect(settle([cellOf(["MAQUINA", "DRENADA"], 38)])).toEqual([["MAQUINA DRENADA", true]]);
  });

  it("marks texts in a way that can be taken back", () => {
    const cell = cellOf(["AEI.01.0", "5"], 42);
    expect(withoutBreaks(createLabelReader(rowsOf([cell]))(cell, 0))).toBe("AEI.01.0 5");
  });
});
