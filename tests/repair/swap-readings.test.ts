import { describe, expect, test } from "vitest";
import { errorModels } from "../../src/repair/error-model.ts";
import { learnLikeness } from "../../src/repair/likeness.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import {
  reorderedReadings,
  reorderReading,
  silentBlocks,
  silentOrders,
  silentPairs,
} from "../../src/repair/swap-readings.ts";
import {
  monthsOnly,
  planFamily,
  quartersLast,
  readingOf,
  rowOf,
  soundRows,
  targetRule,
  valuesIn,
} from "./support.ts";

const code = compileRowCode(quartersLast, planFamily());
const at = (cell: string) => quartersLast.indexOf(cell);
const likeness = learnLikeness(
  code,
  soundRows.map((row) => valuesIn(row)),
);
const model = errorModels.tabular;

describe("pairs that no equation of the row tells apart", () => {
  const names = (pairs: readonly (readonly [number, number])[], cells: readonly string[]) =>
    pairs.map(([a, b]) => `${cells[a]} ${cells[b]}`);

  test("neighbouring months of one quarter: 2 in each of 8", () => {
    const pairs = names(silentPairs(code), quartersLast);
    expect(pairs).toHaveLength(16);
    expect(pairs).toContain("programmed.jan programmed.feb");
    expect(pairs).not.toContain("programmed.mar programmed.apr");
    expect(pairs).not.toContain("target programmed.jan");
  });

  test("all neighbouring months where the target is the only rule", () => {
    const only = compileRowCode(monthsOnly, planFamily({ equations: [targetRule] }));
    expect(silentPairs(only)).toHaveLength(11);
  });

  test("none where no rule holds at all", () => {
    expect(silentPairs(compileRowCode(monthsOnly, planFamily({ equations: [] })))).toEqual([]);
  });
});

test("blocks are the months of each quarter", () => {
  const blocks = silentBlocks(code).map((block) => block.map((cell) => quartersLast[cell]).join(" "));
  expect(blocks).toHaveLength(8);
  expect(blocks).toContain("programmed.jan programmed.feb programmed.mar");
  expect(blocks).toContain("executed.oct executed.nov executed.dec");
});

describe("another order of a quarter's months", () => {
  test("is any but their own, swaps of neighbours first", () => {
    expect(silentOrders([4, 5, 6]).map(({ sources }) => sources.join(" "))).toEqual([
      "5 4",
      "6 5",
      "5 6 4",
      "6 4 5",
      "6 5 4",
    ]);
  });

  test("of a long stretch moves three neighbours at most, and each order is listed once", () => {
    const orders = silentOrders([1, 2, 3, 4]).map(({ cells, sources }) => `${cells}:${sources}`);
    expect(orders).toHaveLength(3 + 2 * 3);
    expect(new Set(orders).size).toBe(orders.length);
    expect(silentOrders([1])).toEqual([]);
  });
});

describe("a swap undone", () => {
  const row = rowOf([11, 24, 37, 42, 58, 63, 19, 85, 96, 73, 31, 46]);
  const swapped = { ...row, "executed.may": row["executed.jun"]!, "executed.jun": row["executed.may"]! };
  const [apr, may, jun] = ["apr", "may", "jun"].map((month) => at(`executed.${month}`)) as [
    number,
    number,
    number,
  ];
  const order = { cells: [may, jun], sources: [jun, may] };
  const undone = (printed: Parameters<typeof valuesIn>[0], by = order) =>
    reorderReading(code, model, likeness, readingOf(valuesIn(printed)), by);

  test("changes places, tokens and origins of the two cells only", () => {
    const reading = undone(swapped);
    expect(reading.values).toEqual(valuesIn(row));
    expect(reading.tokens[may]).toBe(jun);
    expect(reading.tokens[jun]).toBe(may);
    expect(reading.origins.filter((origin) => origin === "swapped")).toHaveLength(2);
  });

  test("costs less where it restores likeness than where it spoils it", () => {
    expect(undone(swapped).cost).toBeLessThan(undone(row).cost);
  });

  test("costs less than three months that moved round", () => {
    const round = {
      ...row,
      "executed.apr": row["executed.may"]!,
      "executed.may": row["executed.jun"]!,
      "executed.jun": row["executed.apr"]!,
    };
    const reading = undone(round, { cells: [apr, may, jun], sources: [jun, apr, may] });
    expect(reading.values).toEqual(valuesIn(row));
    expect(reading.cost - undone(swapped).cost).toBeGreaterThan(0);
  });
});

describe("a quarter with the other series' numbers in another order", () => {
  const row = rowOf([11, 24, 37, 42, 58, 63, 19, 85, 96, 73, 31, 46]);
  const blocks = silentBlocks(code);
  const reordered = (executed: readonly number[]) => {
    const programmed = [11, 24, 37, 42, 58, 63, 19, 85, 96, 73, 31, 46];
    const printed = readingOf(valuesIn(rowOf(programmed, [...executed, ...programmed.slice(3)])));
    return reorderedReadings(code, model, likeness, blocks, printed).map(({ values }) => values);
  };

  test.each([
    ["one swap", [24, 11, 37]],
    ["a rotation", [24, 37, 11]],
    ["back to front", [37, 24, 11]],
  ])("%s is a rival of the row as printed", (_, executed) => {
    expect(reordered(executed)).toContainEqual(valuesIn(row));
  });

  test("other numbers, or none that differ, have no such rival", () => {
    expect(reordered([12, 23, 37])).toEqual([]);
    expect(reordered([11, 24, 37])).toEqual([]);
  });
});
