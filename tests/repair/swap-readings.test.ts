import { describe, expect, test } from "vitest";
import { errorModels } from "../../src/repair/error-model.ts";
import { learnLikeness } from "../../src/repair/likeness.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { reorderedReadings, silentBlocks, silentPairs, swapReading } from "../../src/repair/swap-readings.ts";
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

describe("a swap undone", () => {
  const row = rowOf([11, 24, 37, 42, 58, 63, 19, 85, 96, 73, 31, 46]);
  const swapped = { ...row, "executed.may": row["executed.jun"]!, "executed.jun": row["executed.may"]! };
  const pair = [at("executed.may"), at("executed.jun")] as const;

  test("changes places, tokens and origins of the two cells only", () => {
    const reading = swapReading(code, model, likeness, readingOf(valuesIn(swapped)), pair);
    expect(reading.values).toEqual(valuesIn(row));
    expect(reading.tokens[pair[0]]).toBe(pair[1]);
    expect(reading.tokens[pair[1]]).toBe(pair[0]);
    expect(reading.origins.filter((origin) => origin === "swapped")).toHaveLength(2);
  });

  test("costs less where it restores likeness than where it spoils it", () => {
    const restored = swapReading(code, model, likeness, readingOf(valuesIn(swapped)), pair);
    const spoilt = swapReading(code, model, likeness, readingOf(valuesIn(row)), pair);
    expect(restored.cost).toBeLessThan(spoilt.cost);
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
