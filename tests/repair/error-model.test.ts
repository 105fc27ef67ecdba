import { describe, expect, test } from "vitest";
import { errorModels, misreadCost, slipCost } from "../../src/repair/error-model.ts";

const model = errorModels.tabular;

describe("the cost of a slip", () => {
  test("falls with the length of the run, but never to nothing", () => {
    const costs = [2, 4, 8, 16, 32].map((length) => slipCost(model, length, 1, false));
    expect(costs).toEqual([...costs].sort((a, b) => b - a));
    expect(costs[0]).toBeGreaterThan(costs[4]!);
    expect(slipCost(model, 1e9, 1, true)).toBeGreaterThan(0);
  });

  test("rises with each further element, however long the run", () => {
    for (const length of [4, 24, 60]) {
      const costs = [1, 2, 3, 4, 5, 6].map((more) => slipCost(model, length, more, false));
      for (const [k, cost] of costs.slice(1).entries()) expect(cost).toBeGreaterThan(costs[k]!);
    }
  });

  test("is lower where it makes up for an earlier slip", () => {
    expect(slipCost(model, 4, 1, true)).toBeLessThan(slipCost(model, 4, 1, false));
  });

  test("is lower than that of a changed number, from a run of two on", () => {
    expect(slipCost(model, 2, 1, false)).toBeLessThan(model.misread + misreadCost(model, "3", "7", false));
  });

  test("two slips that make up for each other in long runs cost less than two changed months", () => {
    const slips = slipCost(model, 24, 2, false) + slipCost(model, 10, 2, true);
    expect(slips).toBeLessThan(2 * (model.misread + model.misreadDigit));
  });
});

describe("the cost of a misread number", () => {
  test("is lower for one changed digit than for any other change", () => {
    const digit = misreadCost(model, "1571", "1574", false);
    expect(digit).toBeLessThan(misreadCost(model, "1571", "1525", false));
    expect(digit).toBeLessThan(misreadCost(model, "157", "1571", false));
  });

  test("rises with the number of places where the digit may stand", () => {
    expect(misreadCost(model, "7", "1", false)).toBeLessThan(misreadCost(model, "4571", "4511", false));
  });

  test("counts a leading zero that was made of another digit as one digit", () => {
    expect(misreadCost(model, "05", "65", false)).toBe(misreadCost(model, "15", "65", false));
  });

  test("is lower for a target, which is revised more often than misread", () => {
    expect(misreadCost(model, "6805", "6409", true)).toBeLessThan(misreadCost(model, "6805", "6409", false));
  });

  test("never costs more for one digit than for a number changed altogether", () => {
    const long = "1234567890123456";
    const other = "2234567890123456";
    for (const isTarget of [true, false])
      expect(misreadCost(model, long, other, isTarget)).toBeLessThanOrEqual(
        misreadCost(model, long, "7", isTarget),
      );
  });
});

describe("the channels", () => {
  test("blanks leave no trace where columns are gone, and only there", () => {
    expect(errorModels.tabular.unseenBlank).toBe(Number.POSITIVE_INFINITY);
    expect(errorModels.collapsed.unseenBlank).toBeLessThan(errorModels.tabular.lostBlank);
  });

  test.each(["tabular", "collapsed"] as const)("in the %s channel no damage is for free", (channel) => {
    for (const cost of Object.values(errorModels[channel])) expect(cost).toBeGreaterThan(0);
  });

  test("the document's own error is dearer than any one damage, so that damage is found first", () => {
    const { contradiction, slip, lost, doubled, merged, split, swapped, misread, misreadDigit } = model;
    for (const cost of [slip, lost, doubled, merged, split, swapped, misread + misreadDigit])
      expect(contradiction).toBeGreaterThan(cost);
  });
});
