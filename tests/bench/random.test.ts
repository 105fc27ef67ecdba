import { describe, expect, test } from "vitest";
import { seededRandom } from "../../bench/random.ts";

describe("seededRandom", () => {
  test("gives the same draws for the same seed, and others for another", () => {
    const draws = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 20 }, () => random.next());
    };
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)).not.toEqual(draws(8));
  });

  test("stays within 0 and 1, and spreads evenly", () => {
    const random = seededRandom(1);
    const draws = Array.from({ length: 10_000 }, () => random.next());
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    expect(mean).toBeGreaterThan(0.49);
    expect(mean).toBeLessThan(0.51);
  });

  test("draws whole numbers with both ends included", () => {
    const random = seededRandom(2);
    const seen = new Set(Array.from({ length: 200 }, () => random.int(3, 5)));
    expect([...seen].sort()).toEqual([3, 4, 5]);
  });

  test("draws by weight, and never what weighs nothing", () => {
    const random = seededRandom(3);
    const counts = [0, 0, 0];
    for (let draw = 0; draw < 4_000; draw++) counts[random.weighted([1, 0, 3])]!++;
    expect(counts[1]).toBe(0);
    expect(counts[2]! / counts[0]!).toBeGreaterThan(2.5);
    expect(counts[2]! / counts[0]!).toBeLessThan(3.5);
  });

  test("shuffles without losing or doubling, and leaves the list alone", () => {
    const list = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = seededRandom(4).shuffle(list);
    expect(list).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(shuffled).not.toEqual(list);
    expect([...shuffled].sort()).toEqual(list);
  });
});
