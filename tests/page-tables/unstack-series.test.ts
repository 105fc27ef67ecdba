import { describe, expect, it } from "vitest";
import { cellText } from "../../src/page-tables/cell-text.ts";
import type { PlacedColumn, Region, RegionCell, RegionRow } from "../../src/page-tables/region.ts";
import { createUnstacker } from "../../src/page-tables/unstack-series.ts";
import { town } from "../read/family-fixture.ts";
import { pageOf, wordsAt } from "./words.ts";

const columnsOf = (...names: string[]): PlacedColumn[] =>
  names.map((name, i) => ({
    kind: /\.|target/.test(name) ? "cell" : name === "column-3" ? "unknown" : "label",
    name,
    text: "",
    left: 100 * i,
    right: 100 * (i + 1),
  }));
const COLUMNS = columnsOf("activity", "target", "column-3", "programmed.jan", "programmed.feb");

/** A cell of so many lines, 12 points each, from a line on. */
const cellAt = (text: string, line: number, lines = 1): RegionCell => ({
  words: text === "" ? [] : wordsAt(text, 1, 12 * line + 9),
  box: [0, 12 * line, 90, 12 * (line + lines)],
});

/** Lines, each a row; a cell of null is that of the line over it. */
function regionOf(lines: readonly (readonly (string | null)[])[], columns = COLUMNS): Region {
  const rows: RegionRow[] = [];
  for (const [i, texts] of lines.entries()) {
    const cells = texts.map((text, k) =>
      text === null ? rows[i - 1]!.cells[k]! : cellAt(text, i, lines[i + 1]?.[k] === null ? 2 : 1),
    );
    rows.push({ cells, top: 12 * i, bottom: 12 * (i + 1), at: 12 * i + 6, isBand: false });
  }
  return { page: pageOf({}), columns, rows, hasHeader: true, box: [0, 0, 500, 12 * lines.length] };
}

const textsOf = ({ rows }: Region) => rows.map(({ cells }) => cells.map(({ words }) => cellText(words)));
const namesOf = ({ columns }: Region) => columns.map(({ name }) => name);
const unsure = ({ rows }: Region) => rows.map(({ isTextUnsure }) => isTextUnsure);

const PAIRS = regionOf([
  ["Supervisar", "3", "P", "1", "2"],
  [null, null, "E", "1", "1"],
  ["Informar", "7", "P", "3", "4"],
  [null, null, "E", "", "4"],
]);

describe("createUnstacker", () => {
  it("puts what stands under what was programmed beside it, as that of the other series", () => {
    const region = createUnstacker(town)(PAIRS);
    expect(namesOf(region)).toEqual([
      "activity",
      "target",
      "programmed.jan",
      "programmed.feb",
      "executed.jan",
      "executed.feb",
    ]);
    expect(textsOf(region)).toEqual([
      ["Supervisar", "3", "1", "2", "1", "1"],
      ["Informar", "7", "3", "4", "", "4"],
    ]);
    expect(unsure(region)).toEqual([false, false]);
    expect(region.rows.map(({ top, bottom }) => [top, bottom])).toEqual([
      [0, 24],
      [24, 48],
    ]);
  });

  it("keeps a target of the lower line, which is what was done in the year", () => {
    const region = createUnstacker(town)(
      regionOf([
        ["Supervisar", "3", "P", "1", "2"],
        [null, "2", "E", "1", "1"],
      ]),
    );
    expect(namesOf(region).at(-1)).toBe("extra.total-executed");
    expect(textsOf(region)).toEqual([["Supervisar", "3", "1", "2", "1", "1", "2"]]);
  });

  it("doubts a line that a page break parts from the other, on a page that has no more of them too", () => {
    const unstack = createUnstacker(town);
    const first = unstack(
      regionOf([
        ["Supervisar", "3", "P", "1", "2"],
        [null, null, "E", "1", "1"],
        ["Informar", "7", "P", "3", "4"],
      ]),
    );
    expect(unsure(first)).toEqual([false, true]);
    const next = unstack(regionOf([["", "", "E", "3", "3"]]));
    expect(textsOf(next)).toEqual([["", "", "", "", "3", "3"]]);
    expect(unsure(next)).toEqual([true]);
  });

  it("takes a text once that both lines print", () => {
    const lines = [
      ["Supervisar", "3", "P", "1", "2"],
      ["Supervisar", null, "E", "1", "1"],
    ];
    const region = createUnstacker(town)(regionOf(lines));
    expect(textsOf(region)).toEqual([["Supervisar", "3", "1", "2", "1", "1"]]);
    expect(unsure(region)).toEqual([false]);
  });

  it("keeps lines apart, in doubt, that share no cell and are of two activities", () => {
    const lines = [
      ["Supervisar", "3", "P", "1", "2"],
      [null, null, "E", "1", "1"],
      ["Informar", "7", "P", "3", "4"],
      ["Capacitar", "2", "E", "1", "1"],
    ];
    const region = createUnstacker(town)(regionOf(lines));
    expect(textsOf(region).map((cells) => cells.slice(0, 6))).toEqual([
      ["Supervisar", "3", "1", "2", "1", "1"],
      ["Informar", "7", "3", "4", "", ""],
      ["Capacitar", "2", "", "", "1", "1"],
    ]);
    expect(unsure(region)).toEqual([false, true, true]);
  });

  it("leaves totals as they are, in doubt where they print numbers", () => {
    const lines = [
      ["Supervisar", "3", "P", "1", "2"],
      [null, null, "E", "1", "1"],
      ["Informar", "7", "P", "3", "4"],
      [null, null, "E", "", "4"],
      ["TOTAL", "10", "", "4", "6"],
    ];
    const region = createUnstacker(town)(regionOf(lines));
    expect(textsOf(region).at(-1)).toEqual(["TOTAL", "10", "4", "6", "", ""]);
    expect(unsure(region)).toEqual([false, false, true]);
  });

  it.each([
    [
      "prints both series side by side",
      columnsOf("activity", "target", "column-3", "programmed.jan", "executed.jan"),
    ],
    ["prints none", columnsOf("activity", "target", "column-3", "extra.a", "extra.b")],
  ])("leaves a table alone that %s", (_, columns) => {
    const region = { ...PAIRS, columns };
    expect(createUnstacker(town)(region)).toBe(region);
  });

  it("leaves a table alone whose lines share no cell", () => {
    const region = regionOf([
      ["Supervisar", "3", "P", "1", "2"],
      ["Informar", "7", "E", "3", "4"],
    ]);
    expect(createUnstacker(town)(region)).toBe(region);
  });
});
