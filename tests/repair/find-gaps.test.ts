import { describe, expect, test } from "vitest";
import { findGaps } from "../../src/repair/find-gaps.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { planFamily, quartersLast, readingOf, soundRows, totalOf, type Value, valuesIn } from "./support.ts";

const code = compileRowCode(quartersLast, planFamily());
const total = totalOf(soundRows);
const rows = soundRows.map((row) => readingOf(valuesIn(row)));
const at = (cell: string) => quartersLast.indexOf(cell);
const gapsOf = (changes: Record<string, number>) => {
  const published: Record<string, Value> = { ...total };
  for (const [cell, more] of Object.entries(changes)) published[cell] = (published[cell] ?? 0) + more;
  return findGaps(code, readingOf(valuesIn(published)), rows).map((gap) => Object.fromEntries(gap));
};

test("rows that add up leave no gap", () => {
  expect(gapsOf({})).toEqual([]);
});

describe("columns that miss their total", () => {
  test("two months of one quarter are one gap", () => {
    expect(gapsOf({ "executed.may": 3, "executed.jun": -3 })).toEqual([
      { [at("executed.may")]: 3, [at("executed.jun")]: -3 },
    ]);
  });

  test("what hangs together by no equation are several", () => {
    const changes = { "executed.may": 3, "executed.jun": -3, "executed.aug": 1, "executed.sep": -1 };
    expect(gapsOf(changes)).toHaveLength(2);
  });

  test("a month that its quarter misses as well is one gap with it", () => {
    expect(gapsOf({ "executed.dec": 11, "executed.q4": 11 })).toEqual([
      { [at("executed.dec")]: 11, [at("executed.q4")]: 11 },
    ]);
  });

  test("what moved from one quarter to another hangs together by the year", () => {
    const moved = { "programmed.jan": 4, "programmed.q1": 4, "programmed.apr": -4, "programmed.q2": -4 };
    expect(gapsOf(moved)).toHaveLength(1);
  });

  test("what breaks the equations of a row is no row's: it is not listed", () => {
    expect(gapsOf({ "executed.may": 3 })).toEqual([]);
    expect(gapsOf({ "executed.may": 3, "executed.jun": -3, "executed.dec": 5 })).toHaveLength(1);
  });
});

test("a column that a row leaves open misses nothing that could be told", () => {
  const open = valuesIn(soundRows[0]!).map((value, cell) =>
    cell === at("executed.may") ? undefined : value,
  );
  const others = rows.slice(1);
  expect(findGaps(code, readingOf(valuesIn(total)), [readingOf(open), ...others])).toEqual([]);
});

test("without a total there is nothing to miss", () => {
  expect(findGaps(code, null, rows)).toEqual([]);
});
