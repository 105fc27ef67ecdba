import { describe, expect, test } from "vitest";
import { cents, isSound } from "../../../bench/cells.ts";
import { seededRandom } from "../../../bench/random.ts";
import { cutAfter, executedMonths } from "../../../bench/rows/executed-months.ts";
import { makeDocument } from "../../../bench/rows/make-document.ts";
import { programmedMonths } from "../../../bench/rows/programmed-months.ts";
import { soundSeedRows } from "../../../bench/rows/seed-rows.ts";

const many = <T>(count: number, make: (seed: number) => T) =>
  Array.from({ length: count }, (_, seed) => make(seed));

describe("the seed's sound rows", () => {
  test("are the 51 that stand as printed", () => {
    const rows = soundSeedRows();
    expect(rows).toHaveLength(51);
    for (const row of rows) expect(isSound(row.values)).toBe(true);
    const activities = rows.map((row) => row.labels.activity);
    expect(activities).toContain("GESTIÓN COBRANZA COACTIVA NO TRIBUTARIA");
    expect(activities).not.toContain("CUSTODIA DE BIENES RETENIDOS DE TERCEROS");
  });
});

describe("programmedMonths", () => {
  test.each(["flat", "nearly-flat", "seasonal", "sparse", "one-off", "large", "decimal"] as const)(
    "%s gives twelve months, none negative",
    (shape) => {
      for (const months of many(50, (seed) => programmedMonths(shape, seededRandom(seed)))) {
        expect(months).toHaveLength(12);
        for (const month of months) expect(month === null || month >= 0).toBe(true);
      }
    },
  );

  test("flat rows hold one value, one-off rows one number", () => {
    for (const months of many(30, (seed) => programmedMonths("flat", seededRandom(seed)))) {
      expect(new Set(months).size).toBe(1);
    }
    for (const months of many(30, (seed) => programmedMonths("one-off", seededRandom(seed)))) {
      expect(months.filter(Boolean)).toHaveLength(1);
    }
  });

  test("sparse rows have blanks, and some print zeros", () => {
    const rows = many(100, (seed) => programmedMonths("sparse", seededRandom(seed)));
    expect(rows.filter((months) => months.includes(null)).length).toBeGreaterThan(60);
    expect(rows.filter((months) => months.includes(0)).length).toBeGreaterThan(15);
  });

  test("large rows run from thousands to hundred-thousands, decimals to two places", () => {
    const large = many(100, (seed) => programmedMonths("large", seededRandom(seed))).flat() as number[];
    expect(Math.max(...large)).toBeGreaterThan(100_000);
    expect(Math.min(...large)).toBeGreaterThan(500);
    const decimal = many(20, (seed) => programmedMonths("decimal", seededRandom(seed))).flat() as number[];
    for (const value of decimal) expect(value).toBe(cents(value) / 100);
    expect(decimal.some((value) => !Number.isInteger(value))).toBe(true);
  });
});

describe("executedMonths", () => {
  const programmed = [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5];

  test("equals what was programmed in about 87 rows of 100, and differs in every declared way", () => {
    const random = seededRandom(9);
    const names = many(3_000, () => executedMonths(programmed, 0, random).name);
    const same = names.filter((name) => name === "as programmed").length / names.length;
    expect(same).toBeGreaterThan(0.84);
    expect(same).toBeLessThan(0.9);
    expect(new Set(names)).toEqual(
      new Set(["as programmed", "some months differ", "moved by a month", "under-execution", "stopped"]),
    );
  });

  test("says that months differ only where they do", () => {
    const random = seededRandom(10);
    for (const { name, months } of many(500, () => executedMonths(programmed, 0, random))) {
      expect(months.every((value, month) => value === programmed[month])).toBe(name === "as programmed");
    }
  });

  test("a moved activity keeps the year's sum", () => {
    const random = seededRandom(11);
    const moved = many(2_000, () => executedMonths(programmed, 0, random)).filter(
      ({ name }) => name === "moved by a month",
    );
    expect(moved.length).toBeGreaterThan(10);
    for (const { months } of moved) expect(months.reduce((sum: number, v) => sum + (v ?? 0), 0)).toBe(52);
  });

  test("a report through a quarter leaves the later months blank", () => {
    expect(cutAfter(programmed, 2)).toEqual([4, 4, 5, 4, 4, 5, null, null, null, null, null, null]);
    expect(cutAfter(programmed, 4)).toEqual(programmed);
  });
});

describe("makeDocument", () => {
  const documents = many(40, (seed) => makeDocument(seededRandom(seed)));

  test("has 60 to 90 rows, all sound, and two sound totals", () => {
    for (const { rows, totals } of documents) {
      expect(rows.length).toBeGreaterThanOrEqual(60);
      expect(rows.length).toBeLessThanOrEqual(90);
      expect(totals).toHaveLength(2);
      for (const row of [...rows, ...totals]) expect(isSound(row.values)).toBe(true);
    }
  });

  test("adds up EQUIPOS rows apart from all others", () => {
    for (const { rows, totals } of documents) {
      for (const [index, isIn] of [
        (unit: string) => unit !== "EQUIPOS",
        (unit: string) => unit === "EQUIPOS",
      ].entries()) {
        const chosen = rows.filter(({ labels }) => isIn(labels.unit));
        for (const cell of [0, 1, 12, 13, 24, 25, 32]) {
          const sum = chosen.reduce((all, { values }) => all + cents(values[cell]), 0);
          expect(cents(totals[index]!.values[cell])).toBe(sum);
        }
      }
    }
  });

  test("mixes shapes, and 10 to 15 rows of 100 are executed otherwise than programmed", () => {
    const rows = documents.flatMap((document) => document.rows);
    expect(new Set(rows.map((row) => row.shape)).size).toBe(8);
    const differing = rows.filter((row) => row.execution !== "as programmed").length / rows.length;
    expect(differing).toBeGreaterThan(0.1);
    expect(differing).toBeLessThan(0.15);
  });

  test("some documents run through part of the year, with later executed months blank in every row", () => {
    const partial = documents.filter(({ throughQuarter }) => throughQuarter < 4);
    expect(partial.length).toBeGreaterThan(2);
    for (const { rows, throughQuarter } of partial) {
      for (const { values } of rows) {
        expect(values.slice(13 + 3 * throughQuarter, 25).every((month) => month === null)).toBe(true);
      }
    }
  });

  test("is repeatable, and of any size", () => {
    expect(makeDocument(seededRandom(3))).toEqual(makeDocument(seededRandom(3)));
    expect(makeDocument(seededRandom(3), 200).rows).toHaveLength(200);
  });
});
