import { expect, test } from "vitest";
import { holds, residual } from "../../src/rules/residual.ts";

const sum = { total: "a.total", terms: ["a.jan", "a.feb", "a.mar"], tolerance: 0 };

test("what a total says beyond its terms, of which blanks add nothing", () => {
  expect(residual(sum, { "a.total": 5, "a.jan": 1, "a.feb": null })).toBe(4);
  expect(residual(sum, { "a.total": 0.3, "a.jan": 0.1, "a.feb": 0.2 })).toBeCloseTo(0, 9);
});

test("each term that is printed may be rounded, where the equation says so", () => {
  const cells = { "a.total": 4, "a.jan": 2, "a.feb": 1, "a.mar": null };
  expect(holds(sum, cells)).toBe(false);
  expect(holds({ ...sum, whole: 0.5 }, cells)).toBe(true);
  expect(holds({ ...sum, whole: 0.5 }, { ...cells, "a.total": 5 })).toBe(false);
});
