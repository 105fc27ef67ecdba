import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairInOrder } from "../../src/blocks/pair-in-order.ts";

const pair = (a: readonly number[], b: readonly number[], price: number) =>
  pairInOrder(a.length, b.length, (i, j) => Math.abs(a[i]! - b[j]!), price);

/** The least that pairing in order can cost, by trying everything. */
function least(a: readonly number[], b: readonly number[], price: number): number {
  if (a.length === 0) return price * b.length;
  const [first, ...rest] = a;
  let best = price + least(rest, b, price);
  for (const [j, other] of b.entries()) {
    best = Math.min(best, price * j + Math.abs(first! - other) + least(rest, b.slice(j + 1), price));
  }
  return best;
}

function costOf(a: readonly number[], b: readonly number[], partner: readonly number[], price: number) {
  const alone = b.length - partner.filter((j) => j !== -1).length;
  return partner.reduce((sum, j, i) => sum + (j === -1 ? price : Math.abs(a[i]! - b[j]!)), price * alone);
}

const places = fc
  .array(fc.integer({ min: 0, max: 60 }), { maxLength: 6 })
  .map((all) => all.sort((a, b) => a - b));

describe("pairInOrder", () => {
  it("finds what costs least, as trying everything does", () => {
    fc.assert(
      fc.property(places, places, fc.integer({ min: 0, max: 25 }), (a, b, price) => {
        expect(costOf(a, b, pair(a, b, price), price)).toBe(least(a, b, price));
      }),
      { numRuns: 300 },
    );
  });

  it("keeps the order, and gives no partner twice", () => {
    fc.assert(
      fc.property(places, places, fc.integer({ min: 0, max: 25 }), (a, b, price) => {
        const found = pair(a, b, price).filter((j) => j !== -1);
        for (const [k, j] of found.slice(1).entries()) expect(j).toBeGreaterThan(found[k]!);
        expect(found.every((j) => j < b.length)).toBe(true);
      }),
    );
  });

  it("pairs names with numbers that stand a little off them", () => {
    expect(pair([10, 22, 40, 52], [13, 25, 43, 55], 160)).toEqual([0, 1, 2, 3]);
  });

  it("leaves out a name whose numbers are missing, and not its neighbours'", () => {
    expect(pair([10, 22, 40, 52], [13, 43, 55], 160)).toEqual([0, -1, 1, 2]);
  });

  it("leaves out numbers that are nobody's", () => {
    expect(pair([10, 40], [10, 25, 40], 160)).toEqual([0, 2]);
  });

  it("rather leaves two alone than pair them for more than both are worth", () => {
    expect(pair([0], [39], 20)).toEqual([0]);
    expect(pair([0], [41], 20)).toEqual([-1]);
  });

  it("takes a point that costs nothing to leave only where it is at hand", () => {
    const withPrices = (distance: number) =>
      pairInOrder(
        1,
        1,
        () => distance,
        20,
        () => 0,
      );
    expect(withPrices(19)).toEqual([0]);
    expect(withPrices(21)).toEqual([-1]);
  });

  it("goes on after a long stretch of points without a partner in either list", () => {
    const many = Array.from({ length: 500 }, (_, i) => i);
    expect(pair([...many, 10_000], [10_001], 160).at(-1)).toBe(0);
    expect(pair([10_000], [...many, 10_001], 160)).toEqual([500]);
  });

  it("of nothing is nothing", () => {
    expect(pair([], [1, 2], 10)).toEqual([]);
    expect(pair([1, 2], [], 10)).toEqual([-1, -1]);
  });

  it("asks for distances in proportion to the lists", () => {
    const asked = (count: number) => {
      let calls = 0;
      const distance = (i: number, j: number) => {
        calls++;
        return Math.abs(i - j);
      };
      pairInOrder(count, count, distance, 10);
      return calls;
    };
    expect(asked(4000)).toBeLessThan(2.2 * asked(2000));
  });
});
