import { describe, expect, it } from "vitest";
import { findTextBlocks } from "../../src/grid/text-blocks.ts";

const pieces = (line: string) =>
  [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
const blocks = (end: number, count: number, ...lines: string[]) =>
  findTextBlocks(lines.map(pieces), end, count);

const LINES = [
  "OCI       ACTAS      INFORMES  1 2 3",
  "ALCALDIA  SESIONES   ACCIONES  1 2 3",
  "OBRAS     PLANOS     ACCIONES  1 2 3",
  "OFICINA   PAGOS      ACCIONES  1 2 3",
];

describe("findTextBlocks", () => {
  it("finds the columns that no line prints between", () => {
    expect(blocks(31, 3, ...LINES)).toEqual([
      { start: 0, end: 8 },
      { start: 10, end: 18 },
      { start: 21, end: 29 },
    ]);
  });

  it("lets a line in four run from one column into the next", () => {
    expect(blocks(31, 3, ...LINES.slice(0, 3), "SERVICIOS Y OBRAS   ACCIONES  1 2 3")).toHaveLength(3);
  });

  it("finds none where there are fewer or more", () => {
    expect(blocks(31, 4, ...LINES)).toBeNull();
    expect(blocks(31, 2, ...LINES)).toBeNull();
    expect(blocks(31, 1)).toBeNull();
  });

  it("leaves the numbers alone", () => {
    expect(blocks(18, 2, ...LINES)).toHaveLength(2);
  });
});
