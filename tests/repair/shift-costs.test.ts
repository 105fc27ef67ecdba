import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { errorModels, slipCost } from "../../src/repair/error-model.ts";
import { prepareTokens } from "../../src/repair/row-tokens.ts";
import { createShiftCosts } from "../../src/repair/shift-costs.ts";
import { toNumber } from "./support.ts";

const model = errorModels.tabular;

/** What the rest of a row costs at least from a token on, read from the left. */
function costsOf(texts: readonly string[], backwards = true) {
  const costs = createShiftCosts(backwards);
  costs.load(prepareTokens(texts.map(toNumber), texts, false, toNumber), model);
  return costs;
}

describe("what it costs at least to end with as many tokens as cells", () => {
  test("nothing where there are as many", () => {
    expect(costsOf(["1", "2", "3"]).from(0, 0, false)).toBe(0);
  });

  test("one number too few: it was lost, or was the same as its neighbour", () => {
    expect(costsOf([]).from(0, -1, false)).toBe(model.lost);
    expect(costsOf(["51", "62", "73"]).from(0, -1, false)).toBe(slipCost(model, 2, 1, false));
  });

  test("one too many: what stands there decides what it was", () => {
    expect(costsOf(["5", "", "7"]).from(0, 1, false)).toBe(model.extraBlank);
    expect(costsOf(["5", "", "7"]).from(2, 1, false)).toBe(model.spurious);
    expect(costsOf(["5", "3", "3"]).from(2, 1, false)).toBe(model.doubled);
  });

  test("a run loses or gains elements at its end only", () => {
    const run = costsOf(["4", "4", "4", "4", "9", "8"]);
    expect(run.from(0, -1, false)).toBe(slipCost(model, 5, 1, false));
    expect(run.from(5, -1, false)).toBeGreaterThan(slipCost(model, 5, 1, false));
  });

  test("a slip that makes up for another costs less, where there was one", () => {
    const run = costsOf(["4", "4", "4", "4", "9", "8"]);
    expect(run.from(0, -1, true)).toBe(slipCost(model, 5, 1, true));
  });

  test("a row that is read forwards may end early for nothing", () => {
    expect(costsOf(["51", "62"], false).from(0, -1, false)).toBe(0);
  });

  test("far off, nothing is told", () => {
    expect(costsOf(["51", "62"]).from(0, 9, false)).toBe(0);
    expect(costsOf(["51", "62"]).from(0, -9, false)).toBe(0);
  });
});

describe("the cheapest edit from a token on", () => {
  test("is dearer once the end of a long run is passed", () => {
    const { leastFrom } = costsOf(["4", "4", "4", "4", "4", "9", "8"]);
    expect(leastFrom(5, false)).toBe(slipCost(model, 6, 1, false));
    expect(leastFrom(6, false)).toBeGreaterThan(leastFrom(5, false));
  });

  test("never falls from token to token", () => {
    const texts = fc.array(fc.constantFrom("", "0", "1", "1", "12", "7"), { minLength: 1, maxLength: 33 });
    fc.assert(
      fc.property(texts, fc.boolean(), (row, owes) => {
        const { leastFrom } = costsOf(row);
        return row.every((_, i) => leastFrom(i, owes) <= leastFrom(i + 1, owes));
      }),
    );
  });

  test("is never dearer than moving the row by one", () => {
    const texts = fc.array(fc.constantFrom("", "0", "1", "1", "12", "7"), { minLength: 1, maxLength: 33 });
    fc.assert(
      fc.property(texts, fc.boolean(), fc.constantFrom(-2, -1, 1, 2), (row, owes, surplus) => {
        const { from, leastFrom } = costsOf(row);
        return row.every((_, i) => leastFrom(i, owes) <= from(i, surplus, owes));
      }),
    );
  });
});

test("tokens that it has already are not weighed again; others are", () => {
  const costs = createShiftCosts(true);
  const prepare = (texts: string[]) => prepareTokens(texts.map(toNumber), texts, false, toNumber);
  costs.load(prepare(["5", "", "7"]), model);
  costs.load(prepare(["5", "6", "7"]), model);
  expect(costs.from(0, 1, false)).toBe(Math.min(model.spurious, model.split));
});
