import { describe, expect, test } from "vitest";
import type { Belief } from "../../src/repair/column-totals.ts";
import type { Reading } from "../../src/repair/reading.ts";
import type { Change, Reread } from "../../src/repair/reread-rows.ts";
import { type Part, weighExplanations } from "../../src/repair/weigh-explanations.ts";
import { readingOf } from "./support.ts";

const row = (): Belief => ({ readings: [readingOf([1])], prior: [1], probabilities: [1], other: 0 });
const change = (gap: number): Change => ({ gap, order: null });
const by = (cost: number, ...parts: Part[]) => ({ parts, cost });
const reading: Reading = readingOf([2]);
/** Reads a row for any changes: the first at 7 nats, each further one at `more`. */
const rereader = (more = 7) => ({
  reread: (_: Belief, changes: readonly Change[]): Reread => ({
    readings: [reading],
    cost: 7 + more * (changes.length - 1),
  }),
});
const never = () => false;
const sharesOf = (...args: Parameters<typeof weighExplanations>) =>
  new Map([...weighExplanations(...args)].map(([belief, list]) => [belief, list.map(({ p }) => p)]));

describe("one gap", () => {
  test("goes to the rows behind it by what they cost", () => {
    const [a, b] = [row(), row()];
    const nobody = by(15);
    const shares = sharesOf(
      [[by(7, { belief: a, change: change(0) }), by(8, { belief: b, change: change(0) }), nobody]],
      rereader(),
      never,
    );
    expect(shares.get(a)?.[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 2);
    expect(shares.get(b)?.[0]).toBeCloseTo(Math.exp(-1) / (1 + Math.exp(-1)), 2);
  });

  test("is nobody's where something else explains it far better", () => {
    const a = row();
    const shares = sharesOf([[by(2), by(9, { belief: a, change: change(0) })]], rereader(), never);
    expect(shares.size).toBe(0);
  });

  test("that so many rows explain that none is likely is left to none of those that are as printed", () => {
    const rows = Array.from({ length: 40 }, row);
    const options = rows.map((belief) => by(7, { belief, change: change(0) }));
    expect(sharesOf([options], rereader(), never).size).toBe(0);
    expect(sharesOf([options], rereader(), (belief) => belief === rows[3]).size).toBe(1);
  });
});

describe("several gaps", () => {
  const twoRows = (more: number) => {
    const [a, b] = [row(), row()];
    const options = (gap: number) => [
      by(7, { belief: a, change: change(gap) }),
      by(7, { belief: b, change: change(gap) }),
    ];
    return { a, b, found: weighExplanations([options(0), options(1)], rereader(more), never) };
  };

  test("are told from each other where one row is no likelier behind both", () => {
    const { a, found } = twoRows(7);
    expect(found.get(a)?.map(({ p }) => p)).toEqual([0.25, 0.25, 0.25].map((p) => expect.closeTo(p, 6)));
  });

  test("are one row's where that costs less: one slip", () => {
    const { a, b, found } = twoRows(1);
    for (const belief of [a, b])
      expect(Math.max(...found.get(belief)!.map(({ p }) => p))).toBeGreaterThan(0.49);
  });

  test("are not one row's where it cannot be read so", () => {
    const a = row();
    const reread = (_: Belief, changes: readonly Change[]): Reread | null =>
      changes.length > 1 ? null : { readings: [reading], cost: 7 };
    const options = (gap: number) => [by(7, { belief: a, change: change(gap) }), by(9)];
    const list = sharesOf([options(0), options(1)], { reread }, never).get(a)!;
    expect(list).toHaveLength(2);
    expect(list[0]! + list[1]!).toBeLessThanOrEqual(1);
  });

  test("ten of them, which forty rows explain each, are weighed as well", () => {
    const rows = Array.from({ length: 40 }, row);
    const explanations = Array.from({ length: 10 }, (_, gap) =>
      rows.map((belief, k) => by(7 + k, { belief, change: change(gap) })),
    );
    const found = weighExplanations(explanations, rereader(0.5), never);
    const all = [...found.values()].flat().reduce((sum, { p }) => sum + p, 0);
    expect(found.get(rows[0]!)![0]!.p).toBeGreaterThan(0.5);
    expect(all).toBeLessThanOrEqual(10);
  });
});
