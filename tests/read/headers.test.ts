import { describe, expect, it } from "vitest";
import { readText, rowsOf, textsOf } from "./read.ts";
import { MONTHS } from "./shapes.ts";

const LABELS = ["ÓRGANO", "ACTIVIDAD MEF", "ACTIVIDAD POI", "U.M."];
const ROW = ["ALCALDIA", "GESTIÓN ADMINISTRATIVA", "CONTROL VECINAL", "ACCIONES"];
const blanks = (count: number) => Array<string>(count).fill("");
/** Numbers that show by their value where they were printed. */
const count = (size: number) => Array.from({ length: size }, (_, i) => String(101 + i));
const tabs = (...rows: string[][]) => rows.map((fields) => fields.join("\t")).join("\n");

const MONTH_KEYS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const programmed = MONTH_KEYS.map((month) => `programmed.${month}`);
const executed = MONTH_KEYS.map((month) => `executed.${month}`);

describe("headers as they are printed", () => {
  it.each([
    [
      "months interleaved, P and E under each",
      [
        [...LABELS, "META", ...MONTHS.flatMap((month) => [month, ""])],
        [...blanks(5), ...MONTHS.flatMap(() => ["P", "E"])],
      ],
      ["target", ...MONTH_KEYS.flatMap((month) => [`programmed.${month}`, `executed.${month}`])],
    ],
    [
      "one line",
      [
        [
          ...LABELS,
          "META",
          ...MONTHS.map((month) => `PROG ${month}`),
          ...MONTHS.map((month) => `EJC ${month}`),
        ],
      ],
      ["target", ...programmed, ...executed],
    ],
    [
      "quarters before months",
      [
        [...LABELS, "META", "I TRIM", "", "II TRIM", "", "PROGRAMADO", ...blanks(11)],
        [...blanks(5), "PROG", "EJC", "PROG", "EJC", ...MONTHS],
      ],
      ["target", "programmed.q1", "executed.q1", "programmed.q2", "executed.q2", ...programmed],
    ],
    [
      "columns in another order, the target last",
      [
        ["U.M.", "ACTIVIDAD POI", "ACTIVIDAD MEF", "ÓRGANO", "PROGRAMADO", ...blanks(11), "META ANUAL"],
        [...blanks(4), ...MONTHS],
      ],
      [...programmed, "target"],
    ],
    [
      "columns that nobody lists",
      [[...LABELS, "META", "PRESUPUESTO", ...MONTHS.map((month) => `PROG ${month}`), "% AVANCE"]],
      ["target", "extra.presupuesto", ...programmed, "extra.progress"],
    ],
  ])("reads %s", (_, header, cells) => {
    const document = readText(tabs(...header, [...ROW, ...count(cells.length)]));
    expect(document.tables[0]!.cells).toEqual(cells);
    expect(textsOf(rowsOf(document)[0])).toEqual(count(cells.length));
  });

  it("keeps an unknown column of text as a label, wherever it stands", () => {
    const header = ["N°", "CÓDIGO", ...LABELS, "META", ...MONTHS.map((month) => `PROG ${month}`), "MOTIVO"];
    const document = readText(
      tabs(
        header,
        ["1", "AOI01", ...ROW, ...count(13), "falta personal"],
        ["2", "AOI02", ...ROW, ...count(13), ""],
      ),
    );
    const [first, second] = rowsOf(document);
    expect(document.tables[0]!.cells).toEqual(["extra.n", "target", ...programmed]);
    expect(first!.labels).toMatchObject({ codigo: "AOI01", organ: "ALCALDIA", motivo: "falta personal" });
    expect(second!.labels).not.toHaveProperty("motivo");
    expect(textsOf(first)).toEqual(["1", ...count(13)]);
  });

  it("takes the family's columns where there is no header", () => {
    const [row] = rowsOf(readText(tabs([...ROW, ...count(33)])));
    expect(Object.values(row!.labels)).toEqual(ROW);
    expect(textsOf(row)).toEqual(count(33));
  });

  it("reads a header again on each page, and counts the pages by it", () => {
    const header = [...LABELS, "META", ...MONTHS.map((month) => `PROG ${month}`)];
    const title = "PLAN OPERATIVO INSTITUCIONAL 2024";
    const page = `${title}\n${tabs(header, [...ROW, ...count(13)])}\n`;
    const document = readText(page + page + page);
    expect(document.pages).toBe(3);
    expect(document.tables).toHaveLength(1);
    expect(rowsOf(document).map((row) => [row.page, row.line])).toEqual([
      [1, 3],
      [2, 6],
      [3, 9],
    ]);
  });

  it("begins another table where the columns change", () => {
    const first = [...LABELS, "META", ...MONTHS.map((month) => `PROG ${month}`)];
    const second = [...LABELS, "META", ...MONTHS.map((month) => `EJC ${month}`)];
    const document = readText(tabs(first, [...ROW, ...count(13)], second, [...ROW, ...count(13)]));
    expect(document.tables.map((table) => table.cells[1])).toEqual(["programmed.jan", "executed.jan"]);
  });

  it("takes months for the plan where no series is named", () => {
    const quarters = ["I TRIM", "II TRIM", "III TRIM", "IV TRIM"];
    const header = [...LABELS, "META", ...quarters, ...MONTHS];
    const document = readText(tabs(header, [...ROW, ...count(17)]));
    const plan = ["q1", "q2", "q3", "q4"].map((quarter) => `programmed.${quarter}`);
    expect(document.tables[0]?.cells).toEqual(["target", ...plan, ...programmed]);
    expect(textsOf(rowsOf(document)[0])).toEqual(count(17));
  });

  it("does not take months for a plan that say nothing of what they plan", () => {
    const lines = ["LLUVIAS DEL AÑO", MONTHS.join("\t"), count(12).join("\t")];
    expect(() => readText(lines.join("\n"))).toThrow("no table");
  });

  it("does not believe places that would tear a series apart", () => {
    // Tabs that became four spaces: the months of the second line stand under the labels of the first.
    const header = [
      [...LABELS, "META", "PROGRAMADO", ...blanks(11), "EJECUTADO"],
      [...blanks(5), ...MONTHS, ...MONTHS],
    ];
    const rows = [1, 2, 3].map(() => [...ROW, ...count(25)]);
    const document = readText(tabs(...header, ...rows).replaceAll("\t", "    "));
    expect(document.tables[0]?.cells).toEqual(["target", ...programmed, ...executed]);
    expect(rowsOf(document).map((row) => [Object.values(row.labels), textsOf(row)])).toEqual(
      rows.map(() => [ROW, count(25)]),
    );
  });
});
