import { describe, expect, test } from "vitest";
import { readAsPrinted } from "../../src/repair/as-printed.ts";
import { errorModels } from "../../src/repair/error-model.ts";
import { learnLikeness } from "../../src/repair/likeness.ts";
import { priorCost } from "../../src/repair/prior-cost.ts";
import type { Reading } from "../../src/repair/reading.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { createRivalFinder } from "../../src/repair/sound-rivals.ts";
import { planFamily, quartersLast, rowOf, soundRows, type Value, valuesIn } from "./support.ts";

const code = compileRowCode(quartersLast, planFamily());
/** A document that leaves sums of blanks blank. */
const blankSums = (row: readonly Value[]) =>
  row.map((value, cell) =>
    value === 0 && code.terms[cell]!.every((term) => row[term] === null) ? null : value,
  );
const likeness = learnLikeness(
  code,
  [...soundRows, ...soundRows].map((row) => blankSums(valuesIn(row))),
);
const price = (reading: Reading): Reading => ({
  ...reading,
  cost: reading.cost + priorCost(code, likeness, reading.values),
});
const findRivals = createRivalFinder(code, errorModels.tabular, likeness, price);
const nothing = { anything: () => [], sameAmounts: () => [] };
const rivalsOf = (tokens: readonly Value[], search: Partial<Parameters<typeof findRivals>[2]> = {}) =>
  findRivals(readAsPrinted(code, tokens, 1)!, tokens.length === code.cells.length, { ...nothing, ...search });

const plan = [4, null, null, 5, null, null, 6, null, null, 0, null, 0];
const done = [4, null, null, 5, null, null, 6, null, null, null, null, null];

describe("a row that fills all its cells and ends in zeros", () => {
  const row = valuesIn(rowOf(plan, done));

  test("may have lost its last blank to a doubled zero", () => {
    const [rival] = rivalsOf(row);
    expect(rival?.values.at(-1)).toBeNull();
    expect(rival?.leftovers).toEqual([{ token: 32, kind: "doubled", beside: 31 }]);
  });

  test("is what it is where another number stands before the last", () => {
    const ends = valuesIn(rowOf([...plan.slice(0, 11), 7], done));
    expect(rivalsOf(ends).filter(({ leftovers }) => leftovers.length > 0)).toEqual([]);
  });
});

test("zeros after the last token may be gone without a trace", () => {
  const row = valuesIn(rowOf([...plan.slice(0, 9), 0, 0, 0])).slice(0, -2);
  const [rival] = rivalsOf(row);
  expect(rival?.values.slice(-2)).toEqual([0, 0]);
});

test("the tail that is gone may have been as the document writes it: sums of zeros as 0, sums of blanks as blanks", () => {
  const row = valuesIn(rowOf([...plan.slice(0, 6), 0, null, 0, null, null, null])).slice(0, 29);
  const tails = rivalsOf(row).map(({ values }) => values.slice(29));
  expect(tails).toContainEqual([0, 0, null, null]);
});

test("a blank sum where the document prints a 0 may have lost it", () => {
  const zeroSums = learnLikeness(
    code,
    [...soundRows, ...soundRows, ...soundRows].map((row) => valuesIn({ ...row, "executed.q4": 0 })),
  );
  const find = createRivalFinder(code, errorModels.tabular, zeroSums, (reading) => reading);
  const done = [4, null, null, 5, null, null, null, null, null, 7, null, null];
  const row = valuesIn(rowOf([5, null, null, 6, null, null, 8, null, null, 7, null, null], done));
  const lost = row.with(quartersLast.indexOf("executed.q3"), null);
  const rivals = find(readAsPrinted(code, lost, 1)!, true, nothing);
  expect(rivals.map(({ values }) => values)).toContainEqual(row);
});

test("a row that is executed as planned and fills its cells leaves nothing to look for", () => {
  expect(rivalsOf(valuesIn(soundRows[1]!))).toEqual([]);
});

test("two months of a quarter in another order than in the plan may have been swapped", () => {
  const swapped = valuesIn(
    rowOf([10, 12, 9, 14, 11, 10, 13, 12, 10, 9, 15, 11], [12, 10, 9, 14, 11, 10, 13, 12, 10, 9, 15, 11]),
  );
  const values = rivalsOf(swapped).map((rival) => rival.values.slice(13, 15));
  expect(values).toContainEqual([10, 12]);
});

describe("a row that writes its nothings as no other does", () => {
  // Two zeros changed places with the blanks beside them; execution has them where the plan had.
  const odd = [4, 0, null, 5, null, 0, 6, 0, null, null, 0, null];
  const like = [4, null, 0, 5, 0, null, 6, null, 0, 0, null, null];
  const printed = valuesIn(rowOf(odd, like));
  const ask = (row: readonly Value[], found: Partial<Reading> = {}) => {
    const bounds: number[] = [];
    const sameAmounts = (bound: number) => {
      bounds.push(bound);
      return [{ ...readAsPrinted(code, row, 1)!, ...found }];
    };
    return { bounds, rivals: rivalsOf(row, { sameAmounts }) };
  };

  test("is asked for other readings of the same amounts, and those that come near are rivals", () => {
    const { bounds, rivals } = ask(printed, { cost: 12 });
    expect(bounds).toHaveLength(1);
    expect(rivals.map(({ cost }) => cost)).toContain(12);
    expect(ask(printed, { cost: 1000 }).rivals.map(({ cost }) => cost)).not.toContain(1000);
  });

  test("did not lose zeros where blanks stand in a row: all others have them too", () => {
    const origins = printed.map(() => "lost-stretch" as const);
    expect(ask(printed, { cost: 12, origins }).rivals.map(({ cost }) => cost)).not.toContain(12);
  });

  test("other rows are not asked", () => {
    expect(ask(valuesIn(soundRows[1]!)).bounds).toEqual([]);
    expect(ask(valuesIn(rowOf([4, 0, 0, 5, 0, 0, 6, 0, 0, 0, 0, 0]))).bounds).toEqual([]);
  });
});
