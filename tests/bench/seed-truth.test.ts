import { describe, expect, test } from "vitest";
import { isSound } from "../../bench/cells.ts";
import { asPrinted, seedLines } from "../../bench/rows/seed-rows.ts";
import { seedTruth } from "../../bench/seed-truth.ts";

const truth = seedTruth();
const lines = seedLines();
const ofKind = (kind: string) => truth.filter((row) => row.kind === kind);

describe("the seed's truth", () => {
  test("covers the 79 activities: 51 as printed, 23 damaged, 5 open", () => {
    expect(truth.map((row) => row.line)).toEqual(lines.slice(0, 79).map((row) => row.line));
    expect(ofKind("as printed")).toHaveLength(51);
    expect(ofKind("damaged")).toHaveLength(23);
    expect(ofKind("open")).toHaveLength(5);
  });

  test.each(truth.map((row) => [row.line, row] as const))(
    "line %d: all nine sums hold in every reading",
    (_, row) => {
      for (const reading of row.readings) {
        expect(reading).toHaveLength(33);
        expect(isSound(reading)).toBe(true);
      }
    },
  );

  test("takes rows that stand as printed from the print, and only those", () => {
    for (const row of truth) {
      const printed = asPrinted(lines.find(({ line }) => line === row.line)!.tokens);
      if (row.kind === "as printed") expect(row.readings).toEqual([printed]);
      else for (const reading of row.readings) expect(reading).not.toEqual(printed);
    }
  });

  test("gives one reading to damaged rows, several different ones to open rows", () => {
    for (const row of ofKind("damaged")) expect(row.readings).toHaveLength(1);
    for (const row of ofKind("open")) {
      expect(row.readings.length).toBeGreaterThan(1);
      expect(new Set(row.readings.map((reading) => reading.join(" "))).size).toBe(row.readings.length);
    }
  });

  test("keeps the numbers of the print: no reading changes META or loses a number that the print has", () => {
    for (const row of ofKind("damaged")) {
      const printed = new Set(
        lines.find(({ line }) => line === row.line)!.tokens.filter((token) => token !== ""),
      );
      expect(new Set(row.readings[0]!.flatMap((value) => (value === null ? [] : [String(value)])))).toEqual(
        printed,
      );
    }
  });

  test("JEFATURA SAT reads 24 ones and CUSTODIA 48 of 50", () => {
    const at = (line: number) => truth.find((row) => row.line === line)!.readings[0]!;
    expect(at(7)).toEqual([12, ...Array(24).fill(1), ...Array(8).fill(3)]);
    expect(at(93).slice(13, 25)).toEqual(Array(12).fill(4));
    expect(at(93)[0]).toBe(50);
  });
});
