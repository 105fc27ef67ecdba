import { describe, expect, test } from "vitest";
import { completeRow } from "../../bench/cells.ts";
import { printDocument } from "../../bench/print-document.ts";
import { printRow, samePrint } from "../../bench/print-row.ts";
import { seededRandom } from "../../bench/random.ts";
import { makeDocument } from "../../bench/rows/make-document.ts";
import { asPrinted, seedLines, seedText } from "../../bench/rows/seed-rows.ts";
import type { TruthRow } from "../../bench/rows/truth-row.ts";

const labels = { organ: "ESCUELA SAT", category: "GESTIÓN", activity: "CURSOS", unit: "ACCIONES" };

function rowOf(months: (number | null)[], decimals: 0 | 2 = 0): TruthRow {
  const values = completeRow(months, months, () => true);
  return { labels, shape: "flat", execution: "as programmed", values, decimals };
}

describe("printRow", () => {
  test("prints blanks as nothing and zeros as 0", () => {
    const printed = printRow(rowOf([3, 0, null, ...Array(9).fill(null)]), "");
    expect(printed.slice(0, 4)).toEqual(["3", "3", "0", ""]);
    expect(printed).toHaveLength(33);
  });

  test("prints thousands and decimals as the document does", () => {
    expect(printRow(rowOf(Array(12).fill(1234)), ",").slice(0, 2)).toEqual(["14,808", "1,234"]);
    expect(printRow(rowOf(Array(12).fill(1234.5), 2), ",").slice(0, 2)).toEqual(["14,814.00", "1,234.50"]);
    expect(printRow(rowOf(Array(12).fill(100_000)), "")[0]).toBe("1200000");
  });
});

describe("samePrint", () => {
  test("does not see blanks after the last number", () => {
    expect(samePrint(["1", "2", ""], ["1", "2"])).toBe(true);
    expect(samePrint(["1", "", "2"], ["1", "2"])).toBe(false);
  });

  test("sees nothing but the numbers once blanks are gone", () => {
    expect(samePrint(["1", "", "2"], ["1", "2"], true)).toBe(true);
    expect(samePrint(["1 2"], ["1", "2"], true)).toBe(true);
    expect(samePrint(["12"], ["1", "2"], true)).toBe(false);
  });
});

describe("printDocument", () => {
  const document = makeDocument(seededRandom(5), 40);
  const rows = document.rows.map((row) => printRow(row, document.thousands));
  const totals = document.totals.map((row) => printRow(row, document.thousands));
  const print = (collapsed: boolean, padded: boolean) =>
    printDocument(document, { rows, totals, collapsed, padded });

  test("tells on which line each row stands", () => {
    const { text, rowLines, totalLines } = print(false, true);
    const lines = text.split("\n");
    for (const [index, line] of [...rowLines, ...totalLines].entries()) {
      const row = [...document.rows, ...document.totals][index]!;
      expect(lines[line - 1]!.startsWith(row.labels.organ)).toBe(true);
      expect(lines[line - 1]!.split("\t").slice(4)).toEqual([...rows, ...totals][index]);
    }
  });

  test("has the seed's title, header and footer", () => {
    const { text } = print(false, true);
    const seed = seedText().split("\n");
    const lines = text.split("\n");
    expect(lines.filter((line) => line.startsWith("PLAN OPERATIVO INSTITUCIONAL 2023 - AL "))).toHaveLength(
      2,
    );
    for (const headerLine of [45, 46]) expect(lines).toContain(seed[headerLine - 1]);
    for (const footerLine of [103, 104]) expect(lines).toContain(seed[footerLine - 1]);
  });

  test("fills rows up to the widest of the page, or leaves their ends bare", () => {
    const wide = [...rows];
    wide[2] = [...Array(35).fill("7")];
    const { text, rowLines } = printDocument(document, {
      rows: wide,
      totals,
      collapsed: false,
      padded: true,
    });
    const fields = (line: number) => text.split("\n")[line - 1]!.split("\t").length;
    expect(fields(rowLines[0]!)).toBe(4 + 35);
    expect(fields(rowLines[39]!)).toBe(4 + 33);
    expect(print(false, false).text).not.toMatch(/\t\n[^\t]/);
  });

  test("leaves single spaces only when blanks are gone", () => {
    const { text, rowLines } = print(true, false);
    expect(text).not.toMatch(/\t| {2}/);
    const first = text.split("\n")[rowLines[0]! - 1]!;
    expect(first.endsWith(rows[0]!.filter((field) => field !== "").join(" "))).toBe(true);
  });
});

describe("the seed's lines", () => {
  test("are 79 activities and 2 totals", () => {
    const lines = seedLines();
    expect(lines).toHaveLength(81);
    expect(lines.slice(-2).map((line) => line.labels.organ)).toEqual(["TOTAL ACCIONES", "TOTAL EQUIPOS"]);
    expect(lines[0]).toMatchObject({ line: 7, labels: { organ: "JEFATURA SAT", unit: "ACCIONES" } });
  });

  test("are read cell by cell, or not at all when they are too long", () => {
    expect(asPrinted(["5", "", "0"])!.slice(0, 4)).toEqual([5, null, 0, null]);
    expect(asPrinted(Array(34).fill("1"))).toBeUndefined();
  });
});
