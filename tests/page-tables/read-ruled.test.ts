import { describe, expect, it } from "vitest";
import type { Page } from "../../src/document.ts";
import { createHeaderVocabulary } from "../../src/grid/header-vocabulary.ts";
import { cellText } from "../../src/page-tables/cell-text.ts";
import { readRuled } from "../../src/page-tables/read-ruled.ts";
import type { PlacedColumn, Region } from "../../src/page-tables/region.ts";
import { findRuledGrids } from "../../src/page-tables/ruled-grid.ts";
import { town } from "../read/family-fixture.ts";
import { planHeader, planPage, planRow, planRulings } from "./plan-page.ts";
import { wordsAt } from "./words.ts";

const vocabulary = createHeaderVocabulary(town);
const read = (page: Page, before: readonly (readonly PlacedColumn[])[] = []) =>
  findRuledGrids(page).flatMap((grid) => readRuled(page, grid, page.words, town, vocabulary, before));
const textsOf = ({ rows }: Region, column: number) => rows.map(({ cells }) => cellText(cells[column]!.words));

const ROWS = [
  ...planRow(132, "ALCALDÍA", "Supervisar obras", "ACCIONES"),
  ...planRow(152, "OCI", "Controlar", "INFORMES", "12", "1"),
];
const GRID = planRulings([100, 120, 140, 160]);
const page = planPage([...planHeader(112), ...ROWS], GRID);

describe("readRuled", () => {
  it("takes the columns from the header's cells, and the rows from the lines under it", () => {
    const [region, ...others] = read(page);
    expect(others).toEqual([]);
    expect(region!.hasHeader).toBe(true);
    expect(region!.columns.map(({ name }) => name).slice(0, 6)).toEqual([
      "organ",
      "activity",
      "unit",
      "target",
      "programmed.jan",
      "programmed.feb",
    ]);
    expect(textsOf(region!, 1)).toEqual(["Supervisar obras", "Controlar"]);
    expect(textsOf(region!, 3)).toEqual(["24", "12"]);
    expect(textsOf(region!, 15)).toEqual(["2", "1"]);
  });

  it("takes a line of text that the last line of the table goes through for its last row's, in doubt", () => {
    const cut = (y: number) => {
      const [region] = read(planPage([...planHeader(112), ...ROWS, ...wordsAt("obras", 125, y)], GRID));
      return [textsOf(region!, 1).at(-1), region!.rows.map(({ isTextUnsure = false }) => isTextUnsure)];
    };
    expect(cut(164)).toEqual(["Controlar obras", [false, true]]);
    expect(cut(166)).toEqual(["Controlar", [false, false]]);
  });

  it("doubts the organ of rows beside a merged cell without a text, under one with a text", () => {
    const { horizontal, vertical } = planRulings([100, 120, 140, 160, 180]);
    const merged = horizontal.map((line) => (line.at === 160 ? { ...line, from: 120 } : line));
    const rows = [132, 152, 172].flatMap((y) => planRow(y, y === 132 ? "OCI" : "", "Informar", "INFORMES"));
    const [region] = read(planPage([...planHeader(112), ...rows], { vertical, horizontal: merged }));
    expect(region!.rows.map(({ isOrganUnsure = false }) => isOrganUnsure)).toEqual([false, true, true]);
  });

  it("doubts the first rows of a document beside a merged cell without a text, which the next page may have", () => {
    const { horizontal, vertical } = planRulings([100, 120, 140, 160, 180]);
    const merged = horizontal.map((line) => (line.at === 140 ? { ...line, from: 120 } : line));
    const rows = [132, 152, 172].flatMap((y) => planRow(y, y === 172 ? "OCI" : "", "Informar", "INFORMES"));
    const found = (before: readonly (readonly PlacedColumn[])[]) =>
      read(planPage([...planHeader(112), ...rows], { vertical, horizontal: merged }), before)[0]!.rows.map(
        ({ isOrganUnsure = false }) => isOrganUnsure,
      );
    expect(found([])).toEqual([true, true, false]);
    expect(found([[]])).toEqual([false, false, false]);
  });

  it("takes what stands beside a line along all rows for those of a cell that pages before and after share", () => {
    const [first] = read(page);
    const { horizontal, vertical } = planRulings([100, 120, 140]);
    const inner = horizontal.map((line) => ({ ...line, from: 120 }));
    const open = { horizontal: inner, vertical };
    const rows = [112, 132].flatMap((y) => planRow(y, "", "Informar", "INFORMES"));
    const [region] = read(planPage(rows, open), [first!.columns]);
    expect(textsOf(region!, 1)).toEqual(["Informar", "Informar"]);
    expect(textsOf(region!, 0)).toEqual(["", ""]);
    const [named] = read(planPage([...rows, ...wordsAt("OCI", 25, 122)], open), [first!.columns]);
    expect(textsOf(named!, 0)).toEqual(["OCI", "OCI"]);
    const without = { ...open, vertical: vertical.slice(1) };
    expect(read(planPage(rows, without), [first!.columns])).toEqual([]);
  });

  it("doubts the texts of rows that a page begins with, beside a merged cell of labels behind another", () => {
    const [first] = read(page);
    const { horizontal, vertical } = planRulings([100, 120, 140]);
    const merged = horizontal.flatMap((line) =>
      line.at === 120
        ? [
            { ...line, to: 260 },
            { ...line, from: 330 },
          ]
        : [line],
    );
    const rows = [112, 132].flatMap((y) => planRow(y, "OCI", "Informar", ""));
    const doubts = (lines: typeof merged) => {
      const [region] = read(planPage(rows, { vertical, horizontal: lines }), [first!.columns]);
      return region!.rows.map(({ isTextUnsure = false }) => isTextUnsure);
    };
    expect(doubts(merged)).toEqual([true, true]);
    expect(doubts(horizontal)).toEqual([false, false]);
  });

  it("doubts the texts of rows beside a merged cell of labels without one", () => {
    const { horizontal, vertical } = planRulings([100, 120, 140, 160, 180]);
    const merged = horizontal.flatMap((line) =>
      line.at === 160
        ? [
            { ...line, to: 260 },
            { ...line, from: 330 },
          ]
        : [line],
    );
    const rows = [132, 152, 172].flatMap((y) => planRow(y, "OCI", "Informar", y === 132 ? "INFORMES" : ""));
    const [region] = read(planPage([...planHeader(112), ...rows], { vertical, horizontal: merged }));
    expect(region!.rows.map(({ isTextUnsure = false }) => isTextUnsure)).toEqual([false, true, true]);
  });

  it("doubts the organ of a row under the cell that goes on from the page before, which has a cell without a text of its own", () => {
    const [first] = read(page);
    const { horizontal, vertical } = planRulings([100, 120, 140, 160]);
    const merged = horizontal.map((line) => (line.at === 120 ? { ...line, from: 120 } : line));
    const rows = [112, 132, 152].flatMap((y) => planRow(y, "", "Informar", "INFORMES"));
    const doubts = (lines: typeof merged) => {
      const [region] = read(planPage(rows, { vertical, horizontal: lines }), [first!.columns]);
      return region!.rows.map(({ isOrganUnsure = false }) => isOrganUnsure);
    };
    expect(doubts(merged)).toEqual([false, false, true]);
    // Cells that are merged nowhere leave blank what is as over them.
    expect(doubts(horizontal)).toEqual([false, false, false]);
  });

  it("doubts the organ of a last row without one, under a merged cell with a text", () => {
    const { horizontal, vertical } = planRulings([100, 120, 140, 160, 180]);
    const merged = horizontal.map((line) => (line.at === 140 ? { ...line, from: 120 } : line));
    const rows = (unit: string) =>
      [132, 152, 172].flatMap((y) =>
        planRow(y, y === 132 ? "OCI" : "", "Informar", y === 172 ? unit : "INFORMES"),
      );
    const doubts = (unit: string, lines: typeof merged) => {
      const [region] = read(planPage([...planHeader(112), ...rows(unit)], { vertical, horizontal: lines }));
      return region!.rows.map(({ isOrganUnsure = false }) => isOrganUnsure);
    };
    expect(doubts("INFORMES", merged)).toEqual([false, false, true]);
    // What has no unit may be a total, and where no cell is merged a blank stands for the name over it.
    expect(doubts("", merged)).toEqual([false, false, false]);
    expect(doubts("INFORMES", [...horizontal])).toEqual([false, false, false]);
  });

  it("doubts a last row that alone has no text in a column where each text has several rows", () => {
    const { horizontal, vertical } = planRulings([100, 120, 140, 160, 180, 200, 220]);
    const merged = horizontal.flatMap((line) =>
      line.at === 140 || line.at === 180
        ? [
            { ...line, to: 120 },
            { ...line, from: 260 },
          ]
        : [line],
    );
    const rows = [132, 152, 172, 192, 212].flatMap((y) =>
      planRow(y, y === 212 ? "" : "OCI", y === 132 || y === 172 ? "Informar" : "", "INFORMES"),
    );
    const [region] = read(planPage([...planHeader(112), ...rows], { vertical, horizontal: merged }));
    expect(region!.rows.map(({ isTextUnsure = false }) => isTextUnsure)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it("doubts all rows where the lines go on past the last column, which lies off the paper, and not where both sides are open", () => {
    const doubts = (left: number, right: number) => {
      const horizontal = GRID.horizontal.map((line) => ({
        ...line,
        from: line.from - left,
        to: line.to + right,
      }));
      const [region] = read(planPage([...planHeader(112), ...ROWS], { ...GRID, horizontal }));
      return region!.rows.map(({ isDoubted = false }) => isDoubted);
    };
    expect(doubts(0, 20)).toEqual([true, true]);
    expect(doubts(20, 20)).toEqual([false, false]);
    expect(doubts(0, 0)).toEqual([false, false]);
  });

  it("keeps the numbers of a column whose header says nothing", () => {
    const header = planHeader(112).filter(({ text }) => text !== "META");
    const [region] = read(planPage([...header, ...ROWS], GRID));
    expect(region!.columns[3]).toMatchObject({ kind: "unknown", text: "", name: "column-4" });
    expect(textsOf(region!, 3)).toEqual(["24", "12"]);
  });

  it("keeps the names of series of a column whose header says nothing, and no other texts", () => {
    const columnOf = (text: string) => {
      const without = planHeader(112).filter(({ text }) => text !== "META");
      const rows = ROWS.map((word) => (word.text === "24" || word.text === "12" ? { ...word, text } : word));
      return read(planPage([...without, ...rows], GRID))[0]!.columns[3]!.name;
    };
    expect(columnOf("EJC")).toBe("column-4");
    expect(columnOf("Jefe")).toBe("programmed.jan");
  });

  it("says which cells no line ends at the end of a page, where lines end most", () => {
    const open = ({ horizontal, vertical }: typeof GRID) =>
      read(planPage([...planHeader(112), ...ROWS], { horizontal, vertical }))[0]!.open?.slice(0, 3);
    const last = (from: number) => ({
      ...GRID,
      horizontal: GRID.horizontal.map((line) => (line.at === 160 ? { ...line, from } : line)),
    });
    expect(open(GRID)).toEqual([false, false, false]);
    expect(open(last(120))).toEqual([true, false, false]);
  });

  it("says where each row stands and how far the table reaches", () => {
    const [region] = read(page);
    expect(region!.rows.map(({ top, bottom, at }) => [top, bottom, at])).toEqual([
      [120, 140, 130],
      [140, 160, 150],
    ]);
    expect(region!.box).toEqual([20, 100, 720, 160]);
  });

  it("reads a text of several lines within one cell, and leaves out what stands around the grid", () => {
    const around = [...wordsAt("Fuente: sistema", 23, 200), ...wordsAt("PLAN", 300, 50)];
    const tall = planRulings([100, 120, 150]);
    const words = [...planHeader(112), ...planRow(130, "ALCALDÍA", "Supervisar", "ACCIONES")];
    const [region] = read(planPage([...words, ...wordsAt("las obras", 123, 142), ...around], tall));
    expect(textsOf(region!, 1)).toEqual(["Supervisar las obras"]);
    const all = region!.rows.flatMap(({ cells }) =>
      cells.flatMap(({ words }) => words.map(({ text }) => text)),
    );
    expect(all).not.toContain("Fuente:");
    expect(all).not.toContain("PLAN");
  });

  it("gives a cell that is merged over rows to each of them, as one and the same", () => {
    const { horizontal, vertical } = GRID;
    // No line parts the first column between the two rows.
    const merged = horizontal.map((line) => (line.at === 140 ? { ...line, from: 120 } : line));
    const words = [
      ...planHeader(112),
      ...wordsAt("ALCALDÍA", 23, 142),
      ...planRow(132, "", "Supervisar obras", "ACCIONES"),
      ...planRow(152, "", "Controlar", "INFORMES"),
    ];
    const [region] = read(planPage(words, { horizontal: merged, vertical }));
    const cells = region!.rows.map((row) => row.cells[0]!);
    expect(cellText(cells[0]!.words)).toBe("ALCALDÍA");
    expect(cells[1]!.words).toBe(cells[0]!.words);
  });

  it("tells a text that is printed over all columns from a row", () => {
    const { horizontal, vertical } = planRulings([100, 120, 140, 160]);
    // Between the heights of the band only the outer lines stand.
    const parted = vertical.flatMap((line) =>
      line.at === 20 || line.at === 720
        ? [line]
        : [
            { ...line, to: 120 },
            { ...line, from: 140 },
          ],
    );
    const words = [
      ...planHeader(112),
      ...wordsAt("OFICINA DE PLANEAMIENTO", 23, 132),
      ...planRow(152, "", "Controlar", "INFORMES"),
    ];
    const [region] = read(planPage(words, { horizontal, vertical: parted }));
    expect(region!.rows.map(({ isBand }) => isBand)).toEqual([true, false]);
    expect(cellText(region!.rows[0]!.cells[0]!.words)).toBe("OFICINA DE PLANEAMIENTO");
  });

  it("begins another table where the header is printed again", () => {
    const words = [
      ...planHeader(112),
      ...planRow(132, "ALCALDÍA", "Supervisar obras", "ACCIONES"),
      ...planHeader(152),
      ...planRow(172, "OCI", "Controlar", "INFORMES"),
    ];
    const regions = read(planPage(words, planRulings([100, 120, 140, 160, 180])));
    expect(regions.map((region) => textsOf(region, 0))).toEqual([["ALCALDÍA"], ["OCI"]]);
  });

  it("goes on with the columns of an earlier page where there is no header, if the edges are the same", () => {
    const [{ columns }] = read(page) as [Region];
    const next = planPage(ROWS, planRulings([120, 140, 160]));
    const [region] = read(next, [columns]);
    expect(region!.hasHeader).toBe(false);
    expect(textsOf(region!, 0)).toEqual(["ALCALDÍA", "OCI"]);
    const moved = columns.map((column) => ({ ...column, left: column.left + 10, right: column.right + 10 }));
    expect(read(next, [moved])).toEqual([]);
    expect(read(next)).toEqual([]);
  });

  it("goes on with them on a page of totals, whose names are printed over all columns of texts", () => {
    const [{ columns }] = read(page) as [Region];
    const { horizontal, vertical } = planRulings([120, 140]);
    const outer = vertical.filter(({ at }) => at !== 120 && at !== 260);
    const words = planRow(132, "TOTAL", "", "", "36", "3");
    const [region] = read(planPage(words, { horizontal, vertical: outer }), [columns]);
    expect(region!.rows.map(({ cells }) => cells.map(({ words }) => cellText(words)))).toEqual([
      ["TOTAL", "", "", "36", ...new Array(12).fill("3")],
    ]);
  });

  it("takes the name of a total whole that begins before the table", () => {
    const words = [
      ...planHeader(112),
      ...planRow(132, "ALCALDÍA", "Supervisar obras", "ACCIONES"),
      ...wordsAt("SUBTOTAL ALCALDÍA", -25, 152),
      ...planRow(152, "", "", ""),
    ];
    expect(textsOf(read(planPage(words, GRID))[0]!, 0)).toEqual(["ALCALDÍA", "SUBTOTAL ALCALDÍA"]);
  });
});
