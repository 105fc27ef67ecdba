import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterNumbers } from "../../src/page-tables/cluster-numbers.ts";

const PITCH = 30;
/** Headers stand in the middle of columns that end 12 to their right. */
const HEADERS = [100, 130, 160, 190];
const ending = (end: number, width: number) => ({ start: end - width, end });
/** Numbers of some widths in some of the columns; null for a blank. */
const row = (widths: readonly (number | null)[]) =>
  widths.flatMap((width, i) => (width === null ? [] : [ending(HEADERS[i]! + 12, width)]));

describe("clusterNumbers", () => {
  it("leaves a column blank that no row fills, though small numbers stand nearer to its header", () => {
    // The second column's numbers are all narrow, and its right edge lies on the way to the third one.
    const rows = [row([20, 3, null, 22]), row([5, 3, null, 5]), row([22, 5, null, 3])];
    const { places, unsure } = clusterNumbers(rows, HEADERS)!;
    expect(places).toEqual({ places: [112, 142, 172, 202], edge: "right" });
    expect(unsure).toEqual(new Set());
  });

  it("is unsure of numbers that stand halfway to the header of a blank column", () => {
    const rows = [20, 10, 5].map((width) => [
      ...row([width, null, null, width]),
      ending(HEADERS[1]! + 12 + PITCH / 2, width),
    ]);
    const { unsure } = clusterNumbers(rows, HEADERS)!;
    expect(unsure.size).toBe(1);
  });

  it("has no answer where numbers stand in no columns, or in more than there are", () => {
    const scattered = Array.from({ length: 40 }, (_, i) => [ending(100 + 2.5 * i, 4)]);
    expect(clusterNumbers(scattered, HEADERS)).toBeNull();
    const five = [[112, 142, 172, 202, 232].map((end) => ending(end, 5))];
    expect(clusterNumbers(five, HEADERS)).toBeNull();
    expect(clusterNumbers([], [100])).toBeNull();
  });

  it("finds the columns that rows fill, whichever they are and however wide their numbers", () => {
    const width = fc.integer({ min: 3, max: 22 });
    const filled = fc
      .array(fc.boolean(), { minLength: 4, maxLength: 4 })
      .filter((all) => all.filter(Boolean).length > 1);
    fc.assert(
      fc.property(
        filled,
        fc.array(fc.tuple(width, width, width, width), { minLength: 3, maxLength: 8 }),
        (has, all) => {
          const rows = all.map((widths) => row(widths.map((one, i) => (has[i] ? one : null))));
          const found = clusterNumbers(rows, HEADERS)!;
          fc.pre(found !== null && found.unsure.size === 0 && found.places.edge === "right");
          for (const [i, x] of HEADERS.entries()) if (has[i]) expect(found.places.places[i]).toBe(x + 12);
        },
      ),
    );
  });
});
