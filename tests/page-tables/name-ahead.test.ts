import { describe, expect, it } from "vitest";
import { cellText } from "../../src/page-tables/cell-text.ts";
import { nameAhead } from "../../src/page-tables/name-ahead.ts";
import type { Region, RegionRow } from "../../src/page-tables/region.ts";
import { pageOf, rowOf } from "./words.ts";

const COLUMNS = ["organ", "activity"].map((name, i) => ({
  kind: "label" as const,
  name,
  text: name,
  left: 100 * i,
  right: 100 * i + 100,
}));
const region = (number: number, rows: readonly RegionRow[], columns = COLUMNS): Region => ({
  page: pageOf({ number }),
  columns,
  rows: rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, box: [0, 0, 100, 100] as const })),
  })),
  hasHeader: true,
  box: [0, 0, 200, 200],
});
const unnamed = (activity: string): RegionRow => ({ ...rowOf(["", activity]), isOrganUnsure: true });
const read = (...regions: Region[]) =>
  [...nameAhead(regions)].map(({ rows }) =>
    rows.map(
      ({ cells, isOrganUnsure = false }) =>
        `${cells.map(({ words }) => cellText(words)).join("|")}${isOrganUnsure ? "?" : ""}`,
    ),
  );

const named = region(1, [rowOf(["OCI", "Informar"]), unnamed("Supervisar"), unnamed("Controlar")]);

describe("nameAhead", () => {
  it("gives the last rows the name of the cell that they share with the first of the next page", () => {
    expect(read(named, region(2, [rowOf(["Rentas", "Cobrar"])]))).toEqual([
      ["OCI|Informar", "Rentas|Supervisar", "Rentas|Controlar"],
      ["Rentas|Cobrar"],
    ]);
  });

  it("says on which page the name stands", () => {
    const [first] = [...nameAhead([named, region(2, [rowOf(["Rentas", "Cobrar"])])])];
    expect(first!.rows.map(({ cells }) => cells[0]!.page)).toEqual([undefined, 2, 2]);
  });

  it.each([
    ["there is no name either", region(2, [rowOf(["", "Cobrar"])])],
    ["is not the next one", region(3, [rowOf(["Rentas", "Cobrar"])])],
    ["has other columns", region(2, [rowOf(["Rentas", "Cobrar"])], [COLUMNS[1]!, COLUMNS[0]!])],
    ["begins with a band", region(2, [rowOf(["Rentas", ""], 100, true)])],
  ])("leaves rows in doubt where the page after them %s", (_, next) => {
    expect(read(named, next)[0]).toEqual(["OCI|Informar", "|Supervisar?", "|Controlar?"]);
  });

  it("leaves rows in doubt that have others with a name under them", () => {
    const between = region(1, [unnamed("Supervisar"), rowOf(["OCI", "Informar"])]);
    expect(read(between, region(2, [rowOf(["Rentas", "Cobrar"])]))[0]).toEqual([
      "|Supervisar?",
      "OCI|Informar",
    ]);
  });

  it("doubts the first name of a page where the last one of the page before is cut", () => {
    const row = rowOf(["Ren", "Cobrar"]);
    const words = row.cells[0]!.words.map((word) => ({ ...word, isCut: true }));
    const cut = region(1, [{ ...row, cells: [{ ...row.cells[0]!, words }, row.cells[1]!] }]);
    const next = region(2, [rowOf(["tas", "Multar"]), rowOf(["OCI", "Informar"])]);
    expect(read(cut, next)[1]).toEqual(["tas|Multar?", "OCI|Informar"]);
  });
});
