import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignNumbers, learnPlaces } from "../../src/grid/align-numbers.ts";

const at = (center: number, width = 2) => ({ start: center - width / 2, end: center + width / 2 });

describe("learnPlaces", () => {
  it("takes right edges where numbers of different length end together", () => {
    const rows = [
      [at(9, 2), at(19, 2)],
      [at(8, 4), at(17, 6)],
    ];
    expect(learnPlaces(rows, 2)).toEqual({ places: [10, 20], edge: "right" });
  });

  it("takes centres where they stand one under the other", () => {
    const rows = [[at(10, 2), at(20, 2)], [at(10, 4), at(20, 6)], [at(50, 4)]];
    expect(learnPlaces(rows, 2)).toEqual({ places: [10, 20], edge: "center" });
  });

  it("learns nothing from rows that leave columns out", () => {
    expect(learnPlaces([[at(10)]], 2)).toBeNull();
  });
});

describe("alignNumbers", () => {
  const columns = { places: [10, 20, 30, 40], edge: "center" } as const;

  it.each([
    ["all columns", [10, 20, 30, 40], [0, 1, 2, 3]],
    ["a hole in front", [20, 40], [1, 3]],
    ["slightly off", [13, 27], [0, 2]],
    ["nothing", [], []],
    ["two numbers near one place", [19, 21], [0, 1]],
  ])("gives each number its column: %s", (name, centers, expected) => {
    const aligned = alignNumbers(
      centers.map((center) => at(center)),
      columns,
    );
    // Two numbers cannot share a place, and the next is too far away to be believed.
    expect(aligned).toEqual(name === "two numbers near one place" ? null : expected);
  });

  it("gives up on more numbers than columns, and on numbers far from every column", () => {
    expect(
      alignNumbers(
        [1, 2, 3, 4, 5].map((x) => at(x * 8)),
        columns,
      ),
    ).toBeNull();
    expect(alignNumbers([at(60)], columns)).toBeNull();
  });

  it("finds any columns again that numbers stand in, a little off", () => {
    const places = Array.from({ length: 33 }, (_, i) => 100 + i * 5);
    const shifted = fc.array(fc.tuple(fc.boolean(), fc.double({ min: -2, max: 2, noNaN: true })), {
      minLength: 33,
      maxLength: 33,
    });
    fc.assert(
      fc.property(shifted, (cells) => {
        const filled = cells.flatMap(([isFilled, shift], i) => (isFilled ? [{ i, shift }] : []));
        const numbers = filled.map(({ i, shift }) => at(places[i]! + shift));
        expect(alignNumbers(numbers, { places, edge: "center" })).toEqual(filled.map(({ i }) => i));
      }),
    );
  });
});
