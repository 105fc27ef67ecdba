import { describe, expect, it } from "vitest";
import type { Word } from "../../src/document.ts";
import { doubtTaken } from "../../src/page-tables/doubt-taken.ts";
import { columnsOf, pageOf, rowOf, wordAt, wordsAt } from "./words.ts";

const doubted = (units: readonly (readonly Word[])[]) => {
  const rows = units.map((words) => ({
    ...rowOf(["Informar", "", "1"]),
    cells: [...rowOf(["Informar"]).cells, { words, box: null }, ...rowOf(["1"]).cells],
  }));
  const columns = columnsOf("activity", "unit", "target");
  const region = { page: pageOf({}), columns, rows, hasHeader: true, box: [0, 0, 9, 9] as const };
  return doubtTaken(region).rows.map(({ isDoubted = false }) => isDoubted);
};
const apart = (unit: string) => [wordAt(unit, 100, 100), wordAt("12", 180, 100)];

describe("doubtTaken", () => {
  it("doubts rows where a column of texts prints numbers apart from them", () => {
    expect(doubted([apart("ACTA"), apart("PLAN"), wordsAt("INFORME", 100, 100)])).toEqual([true, true, true]);
  });

  it("doubts none for one such number, nor for numbers that are part of a text", () => {
    expect(doubted([apart("ACTA"), wordsAt("PLAN", 100, 100)])).not.toContain(true);
    expect(doubted([wordsAt("LEY 12", 100, 100), wordsAt("LEY 13", 100, 100)])).not.toContain(true);
  });
});
