import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignNumbers, type Extent } from "../../src/grid/align-numbers.ts";
import { type Assigned, stackNumbers } from "../../src/grid/stack-numbers.ts";

const ending = (end: number, width = 2): Extent => ({ start: end - width, end });
const HEADER = [10, 20, 30, 40, 50, 60].map((end) => ending(end, 3));
/** What suits is that all numbers stand in given columns. */
const wanting =
  (...columns: number[]) =>
  (assigned: Assigned) =>
    assigned.flat().filter((column) => columns.includes(column)).length;

describe("stackNumbers", () => {
  it("learns the columns of rows that all leave out the same, however far they stand off their header", () => {
    const rows = [0, 1, 2].map(() => [14, 25, 36, 69].map((end) => ending(end)));
    const places = stackNumbers(rows, HEADER, wanting(0, 1, 2, 5));
    expect(alignNumbers(rows[0]!, places!)).toEqual([0, 1, 2, 5]);
  });

  it("weighs by some rows of a text that has all its rows on one page", () => {
    const rows = Array.from({ length: 3000 }, () => [10, 20, 60].map((end) => ending(end)));
    const asked: number[] = [];
    stackNumbers(rows, HEADER, (assigned) => asked.push(assigned.length));
    expect(Math.max(...asked)).toBe(1000);
  });

  it("asks the widths where the numbers tell nothing", () => {
    const row = [12, 22, 52, 62].map((end) => ending(end));
    expect(alignNumbers(row, stackNumbers([row, row], HEADER, () => 0)!)).toEqual([0, 1, 4, 5]);
  });

  it("asks the numbers which columns are blank, where widths do not tell", () => {
    const rows = [0, 1, 2].map(() => [10, 20, 30, 45, 55].map((end) => ending(end)));
    expect(alignNumbers(rows[0]!, stackNumbers(rows, HEADER, wanting(0, 1, 2, 3, 5))!)).toEqual([
      0, 1, 2, 3, 5,
    ]);
    expect(alignNumbers(rows[0]!, stackNumbers(rows, HEADER, wanting(0, 1, 2, 4, 5))!)).toEqual([
      0, 1, 2, 4, 5,
    ]);
  });

  it("takes numbers of one column for such though they do not overlap", () => {
    const rows = [
      [ending(10), ending(20), ending(30)],
      [ending(13), ending(23), ending(33)],
    ];
    const places = stackNumbers(rows, HEADER, wanting(0, 1, 2));
    for (const row of rows) expect(alignNumbers(row, places!)).toEqual([0, 1, 2]);
  });

  it("learns nothing where numbers suit several ways alike, or do not stand one under the other", () => {
    expect(stackNumbers([[ending(25), ending(35)]], HEADER, () => 1)).toBeNull();
    const torn = [[ending(10), ending(20)], [{ start: 8, end: 20 }]];
    expect(stackNumbers(torn, HEADER, wanting(0, 1))).toBeNull();
    expect(stackNumbers([], HEADER, wanting(0, 1))).toBeNull();
  });

  it("gives every column a place, from left to right", () => {
    const kept = fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(kept, fc.integer({ min: -3, max: 3 }), (columns, shift) => {
        const printed = columns.sort((a, b) => a - b);
        const row = printed.map((column) => ending(10 * (column + 1) + shift));
        const places = stackNumbers([row, row], HEADER, (assigned) =>
          assigned.every((found) => found.join() === printed.join()) ? 1 : 0,
        );
        expect(places?.places).toHaveLength(6);
        expect(places?.places).toEqual([...places!.places].sort((a, b) => a - b));
        expect(alignNumbers(row, places!)).toEqual(printed);
      }),
    );
  });
});
