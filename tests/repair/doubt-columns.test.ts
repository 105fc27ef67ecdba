import { expect, test } from "vitest";
import { CELLS } from "../../bench/cells.ts";
import type { Belief } from "../../src/repair/column-totals.ts";
import { doubtColumns } from "../../src/repair/doubt-columns.ts";
import { headerGaps } from "../../src/repair/header-gaps.ts";
import type { Origin } from "../../src/repair/reading.ts";
import { loadTableFamily } from "../support/load-table-family.ts";

const family = await loadTableFamily("sat-lima");

function row(...origins: Origin[]): Belief {
  const reading = { values: origins.map(() => 1), tokens: [], origins, leftovers: [], broken: [], cost: 0 };
  return { readings: [reading], prior: [0.999], probabilities: [0.999], other: 0.001 };
}

test("a column that many rows change is doubted in all of them, and a lone change is not", () => {
  const beliefs = [
    row("read", "misread", "read"),
    row("read", "misread", "read"),
    row("read", "misread", "read"),
    row("read", "read", "misread"),
    row("read", "read", "read"),
  ];
  doubtColumns(beliefs);
  expect(beliefs.map(({ probabilities }) => probabilities[0]! > 0.9)).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
  for (const { probabilities, other } of beliefs) expect(probabilities[0]! + other).toBeCloseTo(1);
});

test("few changes in a long table are misreadings", () => {
  const beliefs = Array.from({ length: 100 }, (_, k) => row("read", k < 5 ? "misread" : "read"));
  doubtColumns(beliefs);
  expect(beliefs.every(({ probabilities }) => probabilities[0]! > 0.9)).toBe(true);
});

test("a header that names some quarters and not the others was misread", () => {
  expect(headerGaps(CELLS, family)).toEqual([]);
  expect(
    headerGaps(
      CELLS.filter((cell) => cell !== "programmed.q2"),
      family,
    ),
  ).toEqual(["programmed.q2"]);
  expect(
    headerGaps(
      CELLS.filter((cell) => cell !== "executed.oct"),
      family,
    ),
  ).toEqual(["executed.oct"]);
});

test("a plan without quarters has none to miss", () => {
  expect(
    headerGaps(
      CELLS.filter((cell) => !/\.q\d$/.test(cell)),
      family,
    ),
  ).toEqual([]);
});

test("a plan without execution has none to miss", () => {
  const planned = CELLS.filter((cell) => cell === "target" || cell.startsWith("programmed."));
  expect(headerGaps(planned, family)).toEqual([]);
});
