import { expect, test } from "vitest";
import { keyOf } from "../../src/repair/reading.ts";

test("readings have one key for one set of values, and different keys for different ones", () => {
  expect(keyOf([1, null, 3])).toBe(keyOf([1, null, 3]));
  const keys = [
    [1, null, 3],
    [1, 0, 3],
    [1, undefined, 3],
    [1, 3, null],
    [13, null],
    [1, 3],
    [null, 13],
  ].map(keyOf);
  expect(new Set(keys).size).toBe(keys.length);
});
