import { describe, expect, it } from "vitest";
import { town } from "./family-fixture.ts";
import { readText, rowsOf } from "./read.ts";

const labels = ["ALCALDIA", "GESTIÓN ADMINISTRATIVA", "SESIONES", "ACCIONES"];
const numbers = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1));
const rowsOfText = (...fields: string[][]) => fields.map((row) => row.join("\t")).join("\n");

describe("a text without a header", () => {
  it.each(["\t", " "])("is read by the family's columns if its rows fit (parted by %j)", (separator) => {
    const document = readText(
      rowsOfText([...labels, ...numbers(33)], [...labels, ...numbers(31)]).replaceAll("\t", separator),
    );
    expect(rowsOf(document)).toHaveLength(2);
    expect(document.flags).toMatchObject([{ code: "no-header", severity: "info" }]);
  });

  it.each([
    ["rows have too few numbers", [...labels, ...numbers(15)]],
    ["rows have too many numbers", [...labels, ...numbers(60)]],
    ["rows name nothing the family knows", ["PRECIO", "DEL", "KILO", "EN SOLES", ...numbers(33)]],
  ])("is refused if %s", (_, row) => {
    expect(() => readText(rowsOfText(row, row))).toThrow(expect.objectContaining({ code: "no-table" }));
  });

  it("is refused if the family knows no organs, whatever units its rows name", () => {
    const text = rowsOfText([...labels, ...numbers(33)], [...labels, ...numbers(33)]);
    expect(() => readText(text, { ...town, organs: [] })).toThrow(
      expect.objectContaining({ code: "no-table" }),
    );
  });
});
