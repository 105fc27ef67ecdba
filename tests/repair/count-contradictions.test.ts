import { expect, test } from "vitest";
import { countContradictions } from "../../src/repair/count-contradictions.ts";

/** `x1 - x2 + 5 = 0` as `[{1: 1, 2: -1}, 5]`. */
const equations = (...list: readonly (readonly [Readonly<Record<number, number>>, number])[]) =>
  list.map(([signs, sum]) => ({
    signs: new Map(Object.entries(signs).map(([unknown, sign]) => [Number(unknown), sign])),
    sum,
  }));

test("no equations, no contradiction", () => {
  expect(countContradictions([])).toBe(0);
});

test("as many equations as unknowns can be met", () => {
  expect(countContradictions(equations([{ 1: 1, 2: 1 }, -7], [{ 1: 1, 2: -1 }, -1]))).toBe(0);
});

test("one unknown cannot have two values", () => {
  expect(countContradictions(equations([{ 1: 1 }, -3], [{ 1: -1 }, 4]))).toBe(1);
  expect(countContradictions(equations([{ 1: 1 }, -3], [{ 1: -1 }, 3]))).toBe(0);
});

test("three equations in three unknowns may contradict each other only together", () => {
  // x = 2 + y, y = 3 + z, x = 6 + z: the first two make x = 5 + z.
  const first = [{ 1: 1, 2: -1 }, -2] as const;
  const second = [{ 2: 1, 3: -1 }, -3] as const;
  expect(countContradictions(equations(first, second, [{ 1: 1, 3: -1 }, -6]))).toBe(1);
  expect(countContradictions(equations(first, second, [{ 1: 1, 3: -1 }, -5]))).toBe(0);
});

test("each equation that cannot be met beside the others is counted", () => {
  expect(countContradictions(equations([{ 1: 1 }, -3], [{ 1: 1 }, -4], [{ 1: 1 }, -5]))).toBe(2);
});

test("an equation without unknowns holds or does not", () => {
  expect(countContradictions(equations([{}, 0]))).toBe(0);
  expect(countContradictions(equations([{}, 2]))).toBe(1);
});

test("what is given is left as it was", () => {
  const given = equations([{ 1: 1, 2: 1 }, -7], [{ 1: 1 }, -1]);
  const before = structuredClone(given);
  countContradictions(given);
  expect(given).toEqual(before);
});
