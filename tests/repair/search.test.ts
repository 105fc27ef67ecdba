import { describe, expect, test } from "vitest";
import { brokenEquations } from "../../src/repair/as-printed.ts";
import { errorModels } from "../../src/repair/error-model.ts";
import { learnLikeness } from "../../src/repair/likeness.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { createRowState } from "../../src/repair/row-state.ts";
import { prepareTokens } from "../../src/repair/row-tokens.ts";
import { type SearchLimits, searchReadings } from "../../src/repair/search.ts";
import { createSeenStates } from "../../src/repair/seen-states.ts";
import {
  planFamily,
  print,
  quartersFirst,
  quartersLast,
  rowOf,
  splice,
  toNumber,
  valuesIn,
} from "./support.ts";

/** Searches a row's texts; a contradiction is out of the question unless `contradiction` gives its cost. */
function search(
  texts: readonly string[],
  limits: Partial<SearchLimits> & { cells?: readonly string[]; contradiction?: number } = {},
) {
  const { cells = quartersLast, contradiction = Number.POSITIVE_INFINITY, ...rest } = limits;
  const code = compileRowCode(cells, planFamily());
  const model = { ...errorModels.tabular, contradiction };
  const state = createRowState(code, model, learnLikeness(code, []), 1);
  const tokens = prepareTokens(texts.map(toNumber), texts, code.backwards, toNumber);
  const result = searchReadings(code, tokens, model, state, createSeenStates(), {
    bound: 14,
    follows: true,
    steps: 50_000,
    ...rest,
  });
  return { ...result, code, keys: result.readings.map(({ values }) => values.join()) };
}

const row = rowOf([11, 24, 37, 42, 58, 63, 19, 85, 96, 73, 31, 46]);
const texts = print(row);
const at = (cell: string) => quartersLast.indexOf(cell);

describe("what is found", () => {
  test("a sound row is found as printed, for no edit at all", () => {
    const { readings, complete } = search(texts);
    const printed = readings.find(({ values }) => values.join() === valuesIn(row).join());
    expect(complete).toBe(true);
    expect(printed?.cost).toBeCloseTo(0, 2);
  });

  test.each([
    ["a lost number", splice(texts, 5, 1)],
    ["a misread number", splice(texts, 5, 1, "53")],
    ["a doubled number", splice(texts, 5, 0, texts[5] as string)],
  ])("%s: the truth is found, and every reading satisfies the equations", (_, damaged) => {
    const { readings, code, keys } = search(damaged);
    expect(keys).toContain(valuesIn(row).join());
    for (const { values, broken } of readings) {
      expect(broken).toEqual([]);
      if (!values.includes(undefined)) expect(brokenEquations(code, values, 1)).toEqual([]);
    }
  });

  test("readings with equal values are one, however many alignments lead there", () => {
    const flat = print(rowOf(Array(12).fill(1)));
    const { keys } = search(splice(flat, 3, 2));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain(valuesIn(rowOf(Array(12).fill(1))).join());
  });

  test("no cell is given a negative number", () => {
    for (const { values } of search(splice(texts, at("programmed.q1"), 1, "5")).readings)
      for (const value of values) expect(value ?? 0).toBeGreaterThanOrEqual(0);
  });

  test("every token is in a cell or left over", () => {
    const damaged = splice(texts, 5, 0, "58");
    for (const { tokens, origins, leftovers } of search(damaged).readings) {
      const used = new Set(leftovers.map(({ token }) => token));
      for (const [cell, token] of tokens.entries()) {
        used.add(token);
        // A number that was parted in two took the next token as well.
        if (origins[cell] === "split") used.add(token + 1);
      }
      used.delete(-1);
      expect(used.size).toBe(damaged.length);
    }
  });
});

describe("the bound", () => {
  test("a lower one finds a part of what a higher one finds", () => {
    const damaged = splice(texts, 5, 1);
    const high = search(damaged, { bound: 16 });
    const low = search(damaged, { bound: 11 });
    expect(low.keys.length).toBeLessThan(high.keys.length);
    for (const key of low.keys) expect(high.keys).toContain(key);
    expect(low.steps).toBeLessThan(high.steps);
  });

  test("below the cost of any edit, a damaged row has no reading", () => {
    expect(search(splice(texts, 5, 1), { bound: 1 })).toMatchObject({ readings: [], complete: true });
  });

  test("a row against its arithmetic is read where a contradiction is allowed", () => {
    const odd = splice(texts, at("executed.q4"), 1, "7151");
    const { readings } = search(odd, { bound: 10, contradiction: 3 });
    const printed = readings.find(({ values }) => values[at("executed.q4")] === 7151);
    expect(printed?.broken).toHaveLength(1);
  });

  // A look ahead reckons with another edit, but not with a contradiction, which may cost less.
  test("a contradiction after an edit is found too, wherever both are within the bound", () => {
    const odd = print({ ...row, "programmed.q1": 9072 });
    const damaged = splice(odd, at("executed.may"), 1);
    const { lost } = errorModels.tabular;
    const { readings } = search(damaged, { bound: lost + 4, contradiction: 3, follows: false });
    const truth = valuesIn({ ...row, "programmed.q1": 9072 }).join();
    expect(readings.map(({ values }) => values.join())).toContain(truth);
  });
});

describe("the steps", () => {
  test("when they run out, the search says so", () => {
    const { complete, steps } = search(splice(texts, 5, 1), { steps: 50, bound: 20 });
    expect(complete).toBe(false);
    expect(steps).toBeGreaterThan(50);
  });

  test("the same row takes the same steps, whatever was searched before", () => {
    const code = compileRowCode(quartersLast, planFamily());
    const model = { ...errorModels.tabular, contradiction: Number.POSITIVE_INFINITY };
    const state = createRowState(code, model, learnLikeness(code, []), 1);
    const seen = createSeenStates();
    const run = (list: readonly string[]) =>
      searchReadings(
        code,
        prepareTokens(list.map(toNumber), list, code.backwards, toNumber),
        model,
        state,
        seen,
        { bound: 14, follows: true, steps: 50_000 },
      );
    const first = run(splice(texts, 5, 1));
    run(splice(texts, 9, 2));
    expect(run(splice(texts, 5, 1))).toEqual(first);
  });
});

describe("both directions find the same", () => {
  test("a lost month, in either layout", () => {
    const last = search(splice(texts, at("programmed.may"), 1), { bound: 11 });
    const first = search(splice(print(row, quartersFirst), quartersFirst.indexOf("programmed.may"), 1), {
      bound: 11,
      cells: quartersFirst,
    });
    expect(last.keys).toContain(valuesIn(row).join());
    expect(first.keys).toContain(valuesIn(row, quartersFirst).join());
  });
});
