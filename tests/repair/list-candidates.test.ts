import { describe, expect, test } from "vitest";
import { listCandidates } from "../../src/repair/list-candidates.ts";
import { readingOf } from "./support.ts";

const cells = ["target", "programmed.jan", "programmed.feb"];
type Ranked = readonly [readonly (number | null | undefined)[], number];
const ranked = (list: readonly Ranked[]) =>
  list.map(([values, probability]) => ({ reading: readingOf(values), probability }));
const candidates = (scale: number, ...list: readonly Ranked[]) => listCandidates(ranked(list), cells, scale);

test("only the cells in which readings differ, in the order of the readings", () => {
  expect(candidates(1, [[13, 13, null], 0.6], [[13, null, 13], 0.4])).toEqual([
    { probability: 0.6, cells: { "programmed.jan": 13, "programmed.feb": null } },
    { probability: 0.4, cells: { "programmed.jan": null, "programmed.feb": 13 } },
  ]);
});

test("a blank and a printed 0 are different", () => {
  expect(candidates(1, [[0, 1, 2], 0.6], [[null, 1, 2], 0.4])).toEqual([
    { probability: 0.6, cells: { target: 0 } },
    { probability: 0.4, cells: { target: null } },
  ]);
});

test("values in the printed unit", () => {
  expect(candidates(100, [[1250, 1, 2], 0.6], [[1205, 1, 2], 0.4])[0]?.cells).toEqual({ target: 12.5 });
});

describe("cells that a reading leaves open", () => {
  test("are missing from its candidate, and shown in the others", () => {
    expect(candidates(1, [[5, undefined, 2], 0.6], [[5, 3, 2], 0.4])).toEqual([
      { probability: 0.4, cells: { "programmed.jan": 3 } },
    ]);
  });
});

test("a single reading has nothing to choose from", () => {
  expect(candidates(1, [[5, 3, 2], 0.6])).toEqual([]);
  expect(candidates(1)).toEqual([]);
});

test("no more than a person can choose from, the most probable ones", () => {
  const many = Array.from({ length: 200 }, (_, k): Ranked => [[k, 1, 2], 0.004]);
  const shown = candidates(1, ...many);
  expect(shown.length).toBeLessThan(50);
  expect(shown.length).toBeGreaterThan(5);
  expect(shown[0]?.cells).toEqual({ target: 0 });
});
