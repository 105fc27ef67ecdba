import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLastEdit } from "../../src/repair/last-edit.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import {
  monthsOnly,
  planFamily,
  quartersFirst,
  quartersLast,
  rowOf,
  type Value,
  valuesIn,
} from "./support.ts";

const code = compileRowCode(quartersLast, planFamily());
const tolerance = code.equations.map(() => 0);
const lively = [11, 24, 37, 42, 58, 63, 19, 85, 96, 73, 31, 46];
const sound = valuesIn(rowOf(lively)) as Value[];
const nothing = () => Number.NaN;
const at = (cell: string) => quartersLast.indexOf(cell);

/** Whether one edit may be enough for a printed row of which nothing is read yet. */
function mayEnd(printed: readonly Value[]): boolean {
  const { load, mayEnd: may } = createLastEdit(code, tolerance)!;
  load([...printed].reverse());
  return may(0, 0, 0, nothing);
}
const splice = (row: readonly Value[], start: number, count: number, ...values: Value[]) => [
  ...row.slice(0, start),
  ...values,
  ...row.slice(start + count),
];

describe("one edit may be enough", () => {
  test("where nothing is wrong", () => {
    expect(mayEnd(sound)).toBe(true);
  });

  /** Everything that one edit can do to a row at a place. */
  const edits: Record<string, (row: readonly Value[], place: number) => Value[]> = {
    lost: (row, place) => splice(row, place, 1),
    "a slip": (row, place) => splice(row, place, 6),
    doubled: (row, place) => splice(row, place, 0, row[place]!),
    "blanks too many": (row, place) => splice(row, place, 0, null, null, null, null),
    misread: (row, place) => splice(row, place, 1, 7777),
    swapped: (row, place) => splice(row, place, 2, ...row.slice(place, place + 2).reverse()),
    merged: (row, place) => splice(row, place, 2, 1234),
    split: (row, place) => splice(row, place, 1, 1, 2),
    "a lost stretch": (row, place) =>
      row.map((value, cell) =>
        cell >= place && cell < place + 12 && cell < at("programmed.q1") ? null : value,
      ),
  };

  test.each(Object.keys(edits))("after any other, wherever it fell: %s", (name) => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 9_999 })), { minLength: 24, maxLength: 24 }),
        fc.nat(quartersLast.length - 2),
        (months, place) => {
          const row = valuesIn(rowOf(months.slice(0, 12), months.slice(12))) as Value[];
          return mayEnd(edits[name]!(row, place));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("where a number cannot be read, its sums say nothing", () => {
    expect(mayEnd(sound.map((value, cell) => (cell % 3 === 0 ? Number.NaN : value)))).toBe(true);
  });
});

describe("one edit is not enough", () => {
  test("where numbers are lost far from each other", () => {
    const twice = splice(splice(sound, at("executed.oct"), 1), at("programmed.apr"), 1);
    expect(mayEnd(twice)).toBe(false);
  });

  test("where months of three quarters are misread", () => {
    const wrong = ["programmed.jan", "programmed.jul", "executed.oct"].reduce(
      (row, cell) => splice(row, at(cell), 1, 7777),
      sound,
    );
    expect(mayEnd(wrong)).toBe(false);
  });

  test("once the quarters were read at another shift: only what is read and what is left counts", () => {
    const { load, mayEnd: may } = createLastEdit(code, tolerance)!;
    load([...sound].reverse());
    const quarters = 8;
    const known = (cell: number) => sound[cell] ?? 0;
    expect(may(quarters, quarters, quarters, known)).toBe(true);
    expect(may(quarters, quarters, quarters, (cell) => (sound[cell] ?? 0) + 1)).toBe(false);
    expect(may(quarters, quarters, quarters, nothing)).toBe(true);
    expect(may(quarters, quarters, 0, (cell) => (sound[cell] ?? 0) + 1)).toBe(true);
  });
});

test("a row that is read forwards may end early: nothing is told", () => {
  expect(createLastEdit(compileRowCode(quartersFirst, planFamily()), tolerance)).toBeNull();
});

test("without quarters there is nothing to tell", () => {
  const plain = compileRowCode(monthsOnly, planFamily());
  const last = createLastEdit(plain, [0]);
  last?.load([1, 2, 3]);
  expect(last?.mayEnd(0, 0, 0, nothing) ?? true).toBe(true);
});
