import { describe, expect, it } from "vitest";
import { readText, rowsOf, textsOf } from "./read.ts";
import { MONTHS } from "./shapes.ts";

const LEFT = ["ÓRGANO", "ACTIVIDAD MEF", "ACTIVIDAD POI", "U.M.", "META", ...MONTHS.map((m) => `PROG ${m}`)];
const RIGHT = MONTHS.map((month) => `EJC ${month}`);
const left = (text: string, unit = "ACCIONES") => [
  ...["ALCALDIA", "GESTIÓN ADMINISTRATIVA", text, unit, "12"],
  ...Array<string>(12).fill("1"),
];
const right = Array<string>(12).fill("2");
/** Blank, as the months at the end of a half-year's row. */
const half = [...right.slice(6), ...Array<string>(6).fill("")];
const tabs = (...pages: string[][][]) =>
  pages.map((rows) => rows.map((fields) => fields.join("\t")).join("\n")).join("\n\f");
const doubtsOf = (text: string) =>
  rowsOf(readText(text)).map((row) => (row.doubts ?? []).map(({ code }) => code).join());

describe("columns that go on over the next page", () => {
  it("are joined to the rows before them, page by page", () => {
    const document = readText(
      tabs(
        [LEFT, left("CONTROL"), left("ACTAS")],
        [RIGHT, right, half],
        [LEFT, left("VISITAS")],
        [RIGHT, half],
      ),
    );
    expect(document.tables).toHaveLength(1);
    expect(document.tables[0]!.cells).toHaveLength(25);
    const ones = Array<string>(12).fill("1");
    expect(rowsOf(document).map(textsOf)).toEqual([
      ["12", ...ones, ...right],
      ["12", ...ones, ...Array<string>(6).fill("2")],
      ["12", ...ones, ...Array<string>(6).fill("2")],
    ]);
    expect(rowsOf(document).map((row) => row.labels.activity)).toEqual(["CONTROL", "ACTAS", "VISITAS"]);
    expect(document.flags).toEqual([]);
    expect(rowsOf(document).flatMap((row) => row.doubts ?? [])).toEqual([]);
  });

  it("keep their columns where the rows before them end in blanks", () => {
    const short = [...left("CONTROL").slice(0, 8), ...Array<string>(9).fill("")];
    const document = readText(tabs([LEFT, short, left("ACTAS")], [RIGHT, right, right]));
    expect(textsOf(rowsOf(document)[0])).toEqual([
      "12",
      "1",
      "1",
      "1",
      ...Array<string>(9).fill(""),
      ...right,
    ]);
  });

  it("are not joined where they are not as many: all rows are doubted", () => {
    const text = tabs([LEFT, left("CONTROL"), left("ACTAS")], [RIGHT, right]);
    expect(doubtsOf(text)).toEqual(["half-row", "half-row", "row-without-labels,half-row"]);
  });

  it("are doubted where their numbers could not be read at all", () => {
    const cells = [LEFT.join("\t"), left("CONTROL").join("\t"), left("ACTAS").join("\t")];
    const lone = [...right, ...right].map((text, i) => `${Number(text) + i}`);
    const doubted = doubtsOf([...cells, ...lone].join("\n"));
    expect(doubted).toEqual(["not-whole", "not-whole"]);
  });

  it("are doubted where they came out as rows without texts", () => {
    const numbers = (from: number) => Array.from({ length: 12 }, (_, i) => `${from + i}`).join(" ");
    const halves = [`ALCALDIA GESTIÓN ADMINISTRATIVA CONTROL ACCIONES 12 ${Array(12).fill("1").join(" ")}`];
    const text = [LEFT.join(" "), ...halves, ...halves, numbers(30), numbers(40)].join("\n");
    expect(doubtsOf(text).filter((codes) => !codes.includes("not-whole"))).toEqual([]);
  });
});
