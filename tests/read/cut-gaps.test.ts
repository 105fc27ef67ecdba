import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutGaps, type Gap, MAX_REACH } from "../../src/read/cut-gaps.ts";

const gap = (size: number, cut: number | null = null): Gap => ({ size, cut });

describe("cutGaps", () => {
  it("cuts each gap where the rows cost least together", () => {
    // Rows that want two lines above them and one below.
    const { gaps, cost } = cutGaps([gap(2, 0), gap(3), gap(3), gap(1, 1)], (_, before, after) => {
      return Math.abs(before - 2) + Math.abs(after - 1);
    });
    expect(cost).toBe(0);
    expect(gaps).toEqual([
      { above: 0, below: 2 },
      { above: 1, below: 2 },
      { above: 1, below: 2 },
      { above: 1, below: 0 },
    ]);
  });

  it("gives a gap to the row below where nothing decides", () => {
    expect(cutGaps([gap(0, 0), gap(2), gap(0, 0)], () => 0).gaps[1]).toEqual({ above: 0, below: 2 });
  });

  it("keeps a cut that is known", () => {
    const { gaps } = cutGaps([gap(0, 0), gap(3, 2), gap(0, 0)], (_, before) => -before);
    expect(gaps[1]).toEqual({ above: 2, below: 1 });
  });

  it("takes a gap of many lines for prose, and gives it to no row", () => {
    const { gaps } = cutGaps([gap(0, 0), gap(2 * MAX_REACH + 1), gap(0, 0)], () => 0);
    expect(gaps[1]).toEqual({ above: 0, below: 0 });
  });

  it("finds the least cost of all ways to cut", () => {
    const sizes = fc.array(fc.nat(3), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(sizes, fc.infiniteStream(fc.nat(9)), (inner, prices) => {
        const price = new Map<string, number>();
        const cost = (row: number, before: number, after: number) => {
          const key = `${row} ${before} ${after}`;
          if (!price.has(key)) price.set(key, prices.next().value!);
          return price.get(key)!;
        };
        const gaps = [gap(0, 0), ...inner.map((size) => gap(size)), gap(0, 0)];
        const all = inner.reduce<number[][]>(
          (ways, size) => ways.flatMap((way) => Array.from({ length: size + 1 }, (_, cut) => [...way, cut])),
          [[]],
        );
        const totals = all.map((cuts) => {
          const before = [0, ...cuts.map((cut, i) => inner[i]! - cut)];
          const after = [...cuts, 0];
          return before.reduce((sum, lines, row) => sum + cost(row, lines, after[row]!), 0);
        });
        expect(cutGaps(gaps, cost).cost).toBe(Math.min(...totals));
      }),
    );
  });
});
