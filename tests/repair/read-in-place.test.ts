import { describe, expect, test } from "vitest";
import { readInPlace } from "../../src/repair/read-in-place.ts";

const blocks = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
];
const left = [11, 24, 37, 42, 58, 63, 19, 85, 96, 50];
const nothing = [undefined, undefined, undefined];

describe("what a row that could not be read has in place", () => {
  test("is what totals leave for it, where its tokens say so", () => {
    expect(readInPlace(left, left, blocks)).toEqual([...left.slice(0, 9), undefined]);
  });

  test("is what it says itself, where only the order within a block is another one", () => {
    const swapped = left.with(4, 63).with(5, 58);
    expect(readInPlace(swapped, left, blocks).slice(3, 6)).toEqual([42, 63, 58]);
  });

  test("is found in places that it was moved to", () => {
    const moved = [7, ...left.slice(0, 3), 42, 63, 58, ...left.slice(6)];
    expect(readInPlace(moved, left, blocks).slice(3, 6)).toEqual([42, 63, 58]);
  });

  test("is not known where a block adds up to something else, or cells around it are others", () => {
    expect(readInPlace(left.with(4, 59), left, blocks).slice(3, 6)).toEqual(nothing);
    const strange = [1, 2, 3, 42, 58, 63, 4, 5, 6, 7];
    expect(readInPlace(strange, left, blocks).slice(3, 6)).toEqual(nothing);
  });

  test("is not known where it could be in two places that say different things", () => {
    const flat = [5, 5, 5, 5, 6, 5, 5, 5, 5, 5, 5, 5];
    const tokens = [5, 5, 5, 5, 5, 6, 6, 5, 5, 5, 5, 5];
    expect(readInPlace(tokens, flat, [[4, 5]]).slice(4, 6)).toEqual([undefined, undefined]);
  });

  test("is nothing where the totals leave nothing that is known", () => {
    const unknown = left.map(() => Number.NaN);
    expect(readInPlace(left, unknown, blocks).slice(0, 3)).toEqual(nothing);
  });
});
