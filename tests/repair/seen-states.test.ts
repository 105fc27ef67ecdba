import { expect, test } from "vitest";
import { createSeenStates } from "../../src/repair/seen-states.ts";

test("a state is new once, and again when it is reached for less", () => {
  const seen = createSeenStates();
  expect(seen.wasCheaper(42, 5)).toBe(false);
  expect(seen.wasCheaper(42, 5)).toBe(true);
  expect(seen.wasCheaper(42, 6)).toBe(true);
  expect(seen.wasCheaper(42, 4)).toBe(false);
  expect(seen.wasCheaper(42, 4.5)).toBe(true);
});

test("costs that differ by the dust of binary fractions are equal", () => {
  const seen = createSeenStates();
  seen.wasCheaper(7, 0.3);
  expect(seen.wasCheaper(7, 0.1 + 0.2)).toBe(true);
});

test("everything is forgotten at once, also the state 0", () => {
  const seen = createSeenStates();
  seen.clear();
  expect(seen.wasCheaper(0, 1)).toBe(false);
  expect(seen.wasCheaper(0, 1)).toBe(true);
  seen.clear();
  expect(seen.wasCheaper(0, 1)).toBe(false);
});

test("other states are never taken for one that was seen, even where they share a place", () => {
  const seen = createSeenStates();
  seen.clear();
  // Far more states than places: many fall together.
  for (let key = 0; key < 50_000; key++) expect(seen.wasCheaper(key, 1)).toBe(false);
});

test("keys beyond 32 bits are told apart", () => {
  const seen = createSeenStates();
  const high = 2 ** 40;
  expect(seen.wasCheaper(high + 3, 1)).toBe(false);
  expect(seen.wasCheaper(3, 1)).toBe(false);
  expect(seen.wasCheaper(2 * high + 3, 1)).toBe(false);
});
