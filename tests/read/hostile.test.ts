import { describe, expect, it } from "vitest";
import { readText, rowsOf } from "./read.ts";
import { delimited, oneLine, type SampleTable } from "./shapes.ts";

const table: SampleTable = {
  rows: [
    {
      labels: ["ALCALDIA", "GESTIÓN ADMINISTRATIVA", "SESIONES", "ACCIONES"],
      numbers: Array.from({ length: 33 }, (_, i) => i + 1),
    },
    {
      labels: ["OCI", "RECURSOS MUNICIPALES", "CONTROL INTERNO", "INFORMES"],
      numbers: Array.from({ length: 33 }, (_, i) => 100 + i),
    },
  ],
};

const [HEADER_1, HEADER_2, ROW_1, ROW_2] = delimited(table, "\t").split("\n");
const HEADER = `${HEADER_1}\n${HEADER_2}\n`;

describe("text that is no table", () => {
  it.each([
    ["prose", "Señor alcalde:\n\nTengo el agrado de dirigirme a usted en 2023.\n"],
    ["prose that speaks of months", "Lo ejecutado en ENE, FEB y MAR supera la meta del I TRIMESTRE.\n"],
    ["a header alone", HEADER],
    ["numbers without a word", "1 2 3\n4 5 6\n"],
    ["one word", "hola"],
  ])("is refused, and says so: %s", (_, text) => {
    expect(() => readText(text)).toThrow(
      expect.objectContaining({
        name: "PoiError",
        code: "no-table",
        hint: expect.stringContaining("pdftotext -layout"),
      }),
    );
  });

  it("says where it looked", () => {
    expect(() => readText("\n\nhola\n")).toThrow(
      expect.objectContaining({
        place: { page: 1, line: 3 },
        message: "The text has no table that this family knows: 1 line was read",
      }),
    );
  });

  it("is refused where its lines are not in the order of the table", () => {
    const columns = [0, 1, 2, 3].map((i) => table.rows.map((row) => row.labels[i]).join("\n"));
    const numbers = table.rows.map((row) => row.numbers.join("\n")).join("\nMETA\n");
    expect(() => readText(`${HEADER}${columns.join("\n")}\n${numbers}`.replaceAll("\t", "\n"))).toThrow(
      expect.objectContaining({ code: "no-table" }),
    );
  });
});

describe("text of any size", () => {
  it.each([
    ["10 MB of numbers on a line", "1 ".repeat(5e6)],
    ["10 MB of words on a line", "ab ".repeat(3.4e6)],
    ["10 MB without a space", "a".repeat(1e7)],
    ["10 MB of digits", "1".repeat(1e7)],
    ["10 MB of tabs", `${"\t".repeat(1e7)}x`],
    ["10 MB of spaces", `${" ".repeat(1e7)}x`],
    ["10 MB of line ends", `${"\n".repeat(1e7)}x`],
    ["a header, then 10 MB of fields", `${HEADER}${"1\t".repeat(5e6)}`],
    ["a header, then quotes that never close", `${HEADER}${'"a\t'.repeat(1e6)}`],
    ["header words without end", "ENE FEB MAR ".repeat(4e5)],
  ])("is refused before the time of a test runs out: %s", (_, text) => {
    expect(() => readText(text)).toThrow(expect.objectContaining({ code: "no-table" }));
  });

  it("keeps the rows around a line of a hundred thousand fields, and names it", () => {
    const document = readText(`${HEADER}${ROW_1}\n${"7\t".repeat(1e5)}\n${ROW_2}\n`);
    expect(rowsOf(document).map((row) => row.line)).toEqual([3, 5]);
    expect(document.flags).toMatchObject([
      { code: "line-not-read", message: expect.stringContaining("line 4") },
    ]);
  });

  it("reads twenty thousand rows, none lost", () => {
    const text = HEADER + `${ROW_1}\n${ROW_2}\n`.repeat(10_000);
    const rows = rowsOf(readText(text));
    expect(rows).toHaveLength(20_000);
    expect(rows.every((row, i) => row.line === i + 3 && row.tokens.length === 33)).toBe(true);
  });

  it("reads two thousand rows from one line", () => {
    const sample = { rows: Array.from({ length: 1000 }, () => table.rows).flat() };
    const rows = rowsOf(readText(oneLine(sample)));
    expect(rows).toHaveLength(2000);
    expect(new Set(rows.map((row) => Object.values(row.labels).join("|"))).size).toBe(2);
  });
});
