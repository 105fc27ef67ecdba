import { describe, expect, test } from "vitest";
import { listRepairs } from "../../src/repair/list-repairs.ts";
import type { Origin, Reading } from "../../src/repair/reading.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import {
  planFamily,
  print,
  quartersLast,
  readingOf,
  rowOf,
  scaledNumbers,
  settleAmong,
  splice,
} from "./support.ts";

const cells = ["programmed.q1", "programmed.jan", "programmed.feb", "programmed.mar", "executed.jan"];
const code = compileRowCode(cells, planFamily({ equations: ["programmed.q1 = programmed.jan..mar"] }));

function repairs(
  texts: readonly string[],
  values: readonly (number | null)[],
  changes: Partial<Reading>,
  {
    scale = 1,
    tabular = true,
    evidence = () => null as string | null,
    isGiven = (_: number): boolean => true,
  } = {},
) {
  const reading = readingOf(values, changes);
  const numbers = scaledNumbers(texts, scale);
  return listRepairs(reading, { code, scale, tabular, numbers, evidence }, isGiven);
}

const origins = (...list: [number, Origin][]): Origin[] =>
  cells.map((_, cell) => list.find(([at]) => at === cell)?.[1] ?? "read");

test("a row read as printed has no repairs", () => {
  expect(repairs(["6", "1", "2", "3", "1"], [6, 1, 2, 3, 1], {})).toEqual([]);
});

test("a misread number: what was printed, what it is, and all that speaks for it", () => {
  expect(
    repairs(
      ["6", "7", "2", "3", "1"],
      [6, 1, 2, 3, 1],
      { origins: origins([1, "misread"]) },
      { evidence: () => "TOTAL: programmed.jan = 40" },
    ),
  ).toEqual([
    {
      cell: "programmed.jan",
      printed: 7,
      value: 1,
      edit: "replace",
      evidence: ["programmed.q1 = 6", "executed.jan = 1", "TOTAL: programmed.jan = 40"],
    },
  ]);
});

test("a sum is spoken for by what it adds up", () => {
  const [repair] = repairs(["8", "1", "2", "3", "1"], [6, 1, 2, 3, 1], { origins: origins([0, "misread"]) });
  expect(repair).toMatchObject({ cell: "programmed.q1", printed: 8, value: 6 });
  expect(repair?.evidence).toEqual(["programmed.jan..mar = 6"]);
});

describe("edits by what a cell was made from", () => {
  test.each([
    ["lost", "insert"],
    ["lost-in-place", "insert"],
    ["lost-stretch", "insert"],
    ["repeat", "insert"],
    ["tail", "insert"],
    ["likeness", "insert"],
  ] as const)("%s: %s, and nothing was printed", (origin, edit) => {
    const [repair] = repairs(["6", "1", "3", "1"], [6, 1, 2, 3, 1], {
      origins: origins([2, origin]),
      tokens: [0, 1, -1, 2, 3],
    });
    expect(repair).toMatchObject({ cell: "programmed.feb", printed: null, value: 2, edit });
  });

  test("two numbers run together are split: both cells name the printed number", () => {
    const found = repairs(["6", "12", "3", "1"], [6, 1, 2, 3, 1], {
      origins: origins([1, "merged"], [2, "merged"]),
      tokens: [0, 1, 1, 2, 3],
    });
    expect(found).toMatchObject([
      { cell: "programmed.jan", printed: 12, value: 1, edit: "split" },
      { cell: "programmed.feb", printed: 12, value: 2, edit: "split" },
    ]);
  });

  test("a number that was parted is merged again", () => {
    const found = repairs(["16", "1", "1", "2", "3", "11"], [16, 11, 2, 3, 11], {
      origins: origins([1, "split"]),
      tokens: [0, 1, 3, 4, 5],
    });
    expect(found).toMatchObject([{ cell: "programmed.jan", printed: 1, value: 11, edit: "merge" }]);
  });

  test("swapped numbers name what stood in the cell's place", () => {
    const found = repairs(["6", "2", "1", "3", "1"], [6, 1, 2, 3, 1], {
      origins: origins([1, "swapped"], [2, "swapped"]),
      tokens: [0, 2, 1, 3, 4],
    });
    expect(found).toMatchObject([
      { cell: "programmed.jan", printed: 2, value: 1, edit: "swap" },
      { cell: "programmed.feb", printed: 1, value: 2, edit: "swap" },
    ]);
  });

  test("a number printed once too often is deleted beside its cell", () => {
    const found = repairs(["6", "1", "1", "2", "3", "1"], [6, 1, 2, 3, 1], {
      tokens: [0, 1, 3, 4, 5],
      leftovers: [{ token: 2, kind: "doubled", beside: 1 }],
    });
    expect(found).toMatchObject([{ cell: "programmed.jan", printed: 1, value: 1, edit: "delete" }]);
  });
});

describe("blanks", () => {
  test("a lost one is put back, where blanks leave a trace", () => {
    const changes = { origins: origins([2, "blank"]), tokens: [0, 1, -1, 2, 3] };
    const texts = ["4", "1", "3", "1"];
    expect(repairs(texts, [4, 1, null, 3, 1], changes)).toMatchObject([
      { cell: "programmed.feb", printed: null, value: null, edit: "blank" },
    ]);
    expect(repairs(texts, [4, 1, null, 3, 1], changes, { tabular: false })).toEqual([]);
  });

  test("blanks after the last number were only trimmed", () => {
    const changes = { origins: origins([3, "blank"], [4, "blank"]), tokens: [0, 1, 2, -1, -1] };
    expect(repairs(["3", "1", "2"], [3, 1, 2, null, null], changes)).toEqual([]);
  });
});

describe("what is not listed", () => {
  test("cells that are not given", () => {
    const changes = { origins: origins([1, "misread"]) };
    expect(repairs(["6", "7", "2", "3", "1"], [6, 1, 2, 3, 1], changes, { isGiven: () => false })).toEqual(
      [],
    );
  });

  test("a broken equation is no evidence", () => {
    const [repair] = repairs(["9", "7", "2", "3", "5"], [9, 1, 2, 3, 5], {
      origins: origins([1, "misread"]),
      broken: [0],
    });
    expect(repair?.evidence).toEqual([]);
  });
});

describe("the unit of print", () => {
  test("values are given in it", () => {
    const changes = { origins: origins([1, "misread"]) };
    const texts = ["0.60", "0.70", "0.20", "0.30", "0.10"];
    expect(repairs(texts, [60, 10, 20, 30, 10], changes, { scale: 100 })).toMatchObject([
      { printed: 0.7, value: 0.1, evidence: ["programmed.q1 = 0.6", "executed.jan = 0.1"] },
    ]);
  });
});

test("in a document, every number that was changed has evidence", () => {
  const row = rowOf([11, 24, 37, 42, 58, 63, 19, 85, 96, 73, 31, 46]);
  const texts = print(row);
  for (const cell of ["programmed.may", "executed.oct"]) {
    const { repairs: found } = settleAmong(splice(texts, quartersLast.indexOf(cell), 1));
    const quarter = cell === "programmed.may" ? "programmed.q2 = 163" : "executed.q4 = 150";
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ cell, printed: null, value: row[cell], edit: "insert" });
    expect(found[0]?.evidence).toContain(quarter);
  }
});
