import { describe, expect, test } from "vitest";
import { errorModels } from "../../src/repair/error-model.ts";
import { learnLikeness } from "../../src/repair/likeness.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { reorderedReadings, silentPairs, swapReading } from "../../src/repair/swap-readings.ts";
import {
  monthsOnly,
  planFamily,
  print,
  quartersLast,
  readingOf,
  rowOf,
  settle,
  soundRows,
  splice,
  targetRule,
  totalOf,
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
  const pairs = silentPairs(code);
  const reordered = (executed: readonly number[]) => {
    const programmed = [11, 24, 37, 42, 58, 63, 19, 85, 96, 73, 31, 46];
    const printed = readingOf(valuesIn(rowOf(programmed, [...executed, ...programmed.slice(3)])));
    return reorderedReadings(code, model, likeness, pairs, printed)
      .map(({ values }) => values)
      .filter((values) => values.join() !== printed.values.join());
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

describe("a swap within a quarter, in a document", () => {
  const going = rowOf(
    [11, 24, 37, 42, 58, 63, 19, 85, 96, 73, 31, 46],
    [13, 20, 40, 44, 50, 60, 21, 80, 90, 70, 30, 45],
  );
  const rows = [...soundRows, going];
  const swap = splice(print(going), at("executed.may"), 2, "60", "50");
  const texts = [...soundRows.map((row) => print(row)), swap];

  test("is found by the totals", () => {
    const settled = settle({ rows: texts, total: print(totalOf(rows)) }).rows[soundRows.length]!;
    expect(valuesIn(settled.values)).toEqual(valuesIn(going));
    expect(settled.status).toBe("repaired");
    expect(settled.repairs.map(({ cell, edit, printed, value }) => ({ cell, edit, printed, value }))).toEqual(
      [
        { cell: "executed.may", edit: "swap", printed: 60, value: 50 },
        { cell: "executed.jun", edit: "swap", printed: 50, value: 60 },
      ],
    );
  });

  test("is not found without them: nothing in the row speaks for it", () => {
    const settled = settle({ rows: texts }).rows[soundRows.length]!;
    expect(valuesIn(settled.values)).toEqual(valuesIn({ ...going, "executed.may": 60, "executed.jun": 50 }));
    expect(settled.repairs).toEqual([]);
  });

  test("may be in the total itself: then no row is changed", () => {
    const total = print(totalOf(rows));
    const [may, jun] = total.slice(at("executed.may"), at("executed.may") + 2) as [string, string];
    const sound = rows.map((row) => print(row));
    const { rows: settled } = settle({
      rows: sound,
      total: splice(total, at("executed.may"), 2, jun, may),
    });
    for (const [k, row] of rows.entries()) {
      const settledRow = settled[k]!;
      if (settledRow.status === "ambiguous") continue;
      expect(valuesIn(settledRow.values)).toEqual(valuesIn(row));
    }
  });

  test("two rows that could both be the cause are both left to a person, or neither is changed", () => {
    const twin = rowOf([1, 1, 1, 50, 60, 2, 3, 3, 3, 9, 9, 9], [1, 1, 1, 50, 50, 60, 3, 3, 3, 9, 9, 9]);
    const all = [...rows, twin];
    const printed = [...texts, splice(print(twin), at("executed.may"), 2, "60", "50")];
    // Only one of the two swaps is a damage: the total counts the twin as it is printed.
    const asPrinted = { ...twin, "executed.may": 60, "executed.jun": 50 };
    const { rows: settled } = settle({ rows: printed, total: print(totalOf([...rows, asPrinted])) });
    expect(all).toHaveLength(settled.length - 1);
    const changed = settled.filter(({ status }) => status === "repaired");
    expect(changed).toEqual([]);
  });
});
