import { describe, expect, test } from "vitest";
import { CELLS, isSound, type Values } from "../bench/cells.ts";
import { seedText } from "../bench/rows/seed-rows.ts";
import { sameValues, valuesOf } from "../bench/score/score-row.ts";
import { seedTruth } from "../bench/seed-truth.ts";
import { extract } from "../src/extract.ts";
import type { Row } from "../src/schema.ts";

const truth = seedTruth();
const extraction = await extract(seedText(), { family: "sat-lima" });
const rowAt = (line: number) => extraction.rows.find((row) => row.line === line);

/** The row with a candidate's cells filled in. */
function readingsOf(row: Row): Values[] {
  return row.candidates.map(({ cells }) =>
    CELLS.map((name, index) => (Object.hasOwn(cells, name) ? cells[name]! : valuesOf(row)[index]!)),
  );
}

describe("SAT Lima's POI 2023, IV trimestre, as pasted", () => {
  test("gives its 79 activities in the order of print, and 2 totals", () => {
    expect(extraction.rows.map((row) => row.line)).toEqual(truth.map((row) => row.line));
    expect(extraction.totals).toHaveLength(2);
    expect(extraction.summary.rows).toBe(79);
  });

  test("keeps text columns whole", () => {
    const printed = seedText().split("\n");
    for (const row of extraction.rows) {
      const { category, activity, unit } = row.labels;
      expect([row.organ?.raw, category, activity, unit]).toEqual(
        printed[row.line - 1]!.split("\t").slice(0, 4),
      );
    }
  });

  test("knows title, year, quarter, source and author", () => {
    expect(extraction.document).toMatchObject({
      title: "PLAN OPERATIVO INSTITUCIONAL 2023 - AL IV TRIMESTRE",
      year: 2023,
      throughQuarter: 4,
      source: "Módulo de Control de la Gestión al 10/01/2024.",
    });
    expect(extraction.document.preparedBy).toContain("Oficina de Planificación y Estudios Económicos");
  });

  test("needs no review for at least 72 rows, and every number in them is right", () => {
    const sure = extraction.rows.filter((row) => !row.needsReview);
    expect(sure.length).toBeGreaterThanOrEqual(72);
    const wrong = sure.filter((row) => {
      const { readings } = truth.find(({ line }) => line === row.line)!;
      return readings.length !== 1 || !sameValues(valuesOf(row), readings[0]!);
    });
    expect(wrong.map((row) => row.line)).toEqual([]);
  });

  test("leaves rows that stand as printed as they are", () => {
    for (const { line, readings } of truth.filter(({ kind }) => kind === "as printed")) {
      const row = rowAt(line)!;
      expect(valuesOf(row), `line ${line}`).toEqual(readings[0]);
      expect(row, `line ${line}`).toMatchObject({ status: "verified", needsReview: false, repairs: [] });
    }
  });

  test("reads 24 ones in JEFATURA SAT's row, and says what it changed", () => {
    const row = rowAt(7)!;
    expect(row.organ).toMatchObject({ name: "Jefatura SAT", method: "folded" });
    expect(row.series.programmed).toEqual({ monthly: Array(12).fill(1), quarterly: [3, 3, 3, 3] });
    expect(row.series.executed).toEqual({ monthly: Array(12).fill(1), quarterly: [3, 3, 3, 3] });
    expect(row.status).toBe("repaired");
    expect(row.repairs.length).toBeGreaterThan(0);
  });

  test.each(truth.filter(({ kind }) => kind === "open").map((row) => [row.line, row] as const))(
    "line %d has no single reading: it is in review, and every candidate is sound",
    (line) => {
      const row = rowAt(line)!;
      expect(row.needsReview).toBe(true);
      expect(row.candidates.length).toBeGreaterThan(0);
      for (const reading of readingsOf(row)) expect(isSound(reading)).toBe(true);
    },
  );

  // The readings judged for line 94 change two months; one slip in a run explains it better, see below.
  test.each(
    truth.filter(({ kind, line }) => kind === "open" && line !== 94).map((row) => [row.line, row] as const),
  )("line %d offers every plausible reading", (line, { readings }) => {
    const offered = readingsOf(rowAt(line)!);
    for (const reading of readings) {
      expect(offered.some((other) => sameValues(other, reading))).toBe(true);
    }
  });

  test("offers for line 94 the row whose run of 26 lost an element", () => {
    const months = [24, 24, 24, 26, 25, 26, 26, 26, 25, 25, 26, 25];
    expect(readingsOf(rowAt(94)!).some((reading) => sameValues(reading.slice(1, 13), months))).toBe(true);
  });

  test("gives what all readings of line 99 share", () => {
    const values = valuesOf(rowAt(99)!);
    expect(values[0]).toBe(667);
    expect(values.slice(29)).toEqual([200, 200, 467, 467]);
  });

  test("matches all 24 organs", () => {
    const organs = new Set(extraction.rows.map((row) => row.organ?.id));
    expect(organs.size).toBe(24);
    expect(organs).not.toContain(null);
    expect(organs).not.toContain(undefined);
  });

  test("holds the published totals against the rows, and says which agree", () => {
    const verdicts = (cells: string[]) =>
      cells.map((cell) => {
        const entry = extraction.reconciliation.find(
          (line) => line.label === "TOTAL ACCIONES" && line.cell === cell,
        );
        return entry?.verdict;
      });
    // No open row prints a number in these columns, and the totals agree to the unit.
    expect(verdicts(["programmed.feb", "programmed.mar", "executed.feb", "executed.mar"])).toEqual(
      Array(4).fill("match"),
    );
    // META is printed as 6805 where the quarters add up to 6409.
    expect(verdicts(["target"])).not.toEqual(["match"]);
  });
});
