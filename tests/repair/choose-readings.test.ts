import { describe, expect, test } from "vitest";
import { chooseReadings } from "../../src/repair/choose-readings.ts";
import type { Belief } from "../../src/repair/column-totals.ts";
import type { Reading } from "../../src/repair/reading.ts";
import { readingOf } from "./support.ts";

/** A row with a probability for each of its readings, the one it is read as first. */
const row = (...list: readonly (readonly [Reading, number])[]): Belief => ({
  readings: list.map(([reading]) => reading),
  prior: list.map(([, p]) => p),
  probabilities: list.map(([, p]) => p),
  other: 0,
});
const originsOf = (...rows: readonly Belief[]) =>
  new Map<Belief, Reading | null>(rows.map((belief) => [belief, belief.readings[0] ?? null]));
const all = () => true;
const nothingMissing = [0, 0, 0];

const early = readingOf([1, 0, 5]);
const late = readingOf([0, 1, 5]);
const other = readingOf([0, 3, 5]);

describe("what rows may be read as together", () => {
  test("they are read as they are, where none can be read otherwise", () => {
    const choices = chooseReadings(originsOf(row([early, 1]), row([late, 1])), nothingMissing, all);
    expect(choices).toEqual([{ cost: 0, chosen: new Map(), missing: nothingMissing }]);
  });

  test("two rows that make good each other's error are a choice, at the cost of both", () => {
    const [a, b] = [row([early, 0.6], [late, 0.4]), row([late, 0.7], [early, 0.3])];
    const [, both, ...more] = chooseReadings(originsOf(a, b), nothingMissing, all);
    expect(more).toEqual([]);
    expect([...both!.chosen]).toEqual([
      [a, late],
      [b, early],
    ]);
    expect(both!.cost).toBeCloseTo(Math.log(0.6 / 0.4) + Math.log(0.7 / 0.3), 9);
    expect(both!.missing).toEqual(nothingMissing);
  });

  test("one row that leaves columns amiss which were not is none", () => {
    expect(chooseReadings(originsOf(row([early, 0.6], [late, 0.4])), nothingMissing, all)).toHaveLength(1);
  });

  test("unless its own numbers say so, and a total has overruled them", () => {
    const overruled: Belief = { ...row([early, 0.1], [late, 0.9]), probabilities: [0.95, 0.05] };
    const [, choice, ...more] = chooseReadings(originsOf(overruled), nothingMissing, all);
    expect(more).toEqual([]);
    expect(choice?.cost).toBeCloseTo(Math.log(0.1 / 0.9), 9);
    expect(choice?.missing).toEqual([1, -1, 0]);
  });

  test("a row with very many readings does not keep the others from being read otherwise", () => {
    const many = Array.from({ length: 200 }, (_, k) => [readingOf([k + 2, 0, 5]), 0.001] as const);
    const choices = chooseReadings(
      originsOf(row([early, 0.8], ...many), row([early, 0.5], [other, 0.5])),
      [1, -1, 0],
      all,
    );
    expect(choices.some(({ missing }) => missing.join() === "2,-4,0")).toBe(true);
  });

  test("one row that leaves other amounts missing in the same columns is one", () => {
    const [, choice] = chooseReadings(originsOf(row([early, 0.5], [other, 0.5])), [1, -1, 0], all);
    expect(choice?.missing).toEqual([2, -4, 0]);
  });

  test("columns of which nothing is known do not count", () => {
    const choices = chooseReadings(
      originsOf(row([early, 0.5], [late, 0.5])),
      [Number.NaN, Number.NaN, 0],
      all,
    );
    expect(choices).toHaveLength(2);
  });

  test("readings that break equations, are open, do not count, or cost far more are left out", () => {
    const origins = originsOf(
      row([early, 0.9], [readingOf([0, 3, 5], { broken: [0] }), 0.1]),
      row([early, 0.9], [readingOf([0, undefined, 5]), 0.1]),
      row([early, 0.9], [late, 0.1]),
      row([early, 1], [other, 1e-6]),
    );
    expect(chooseReadings(origins, [1, -1, 0], (reading) => reading !== late)).toHaveLength(1);
  });

  test("readings that write nothing in another way are one", () => {
    const blank = readingOf([null, 3, 5]);
    const [, choice, ...more] = chooseReadings(
      originsOf(row([early, 0.5], [other, 0.3], [blank, 0.2])),
      [1, -1, 0],
      all,
    );
    expect(more).toEqual([]);
    expect(choice?.cost).toBeCloseTo(0, 9);
  });
});
