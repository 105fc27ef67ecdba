import { describe, expect, test } from "vitest";
import { errorModels } from "../../src/repair/error-model.ts";
import { createFindings } from "../../src/repair/findings.ts";
import { learnLikeness } from "../../src/repair/likeness.ts";
import type { Origin } from "../../src/repair/reading.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { createRowState } from "../../src/repair/row-state.ts";
import { planFamily } from "./support.ts";

const cells = ["programmed.jan", "programmed.feb", "programmed.mar", "programmed.q1", "executed.jan"];
const code = compileRowCode(cells, planFamily({ equations: ["programmed.q1 = programmed.jan..mar"] }));
const lost = Number.NaN;

function collector(bound = 50) {
  const state = createRowState(code, errorModels.tabular, learnLikeness(code, []), 1);
  const findings = createFindings(code, errorModels.tabular, state, bound);
  state.reset([], [], false);
  /** Adds a row of these values for so many nats; NaN stands for a cell that its token does not tell. */
  const add = (values: readonly (number | null)[], nats = 0, origin: Origin = "lost"): void => {
    const mark = state.mark();
    state.pay(nats);
    for (const [cell, value] of values.entries())
      if (Number.isNaN(value)) state.setUnknown(cell, origin, -1, Number.NaN);
      else state.set(cell, value, "read", cell);
    findings.add([]);
    state.undo(mark);
  };
  return { add, list: findings.list };
}

describe("readings with equal values are one", () => {
  test("which weighs as much as all its alignments, and keeps the lightest", () => {
    const { add, list } = collector();
    add([1, 2, 4, 7, 1], 5);
    add([1, lost, 4, 7, 1], 3);
    add([1, 2, 4, 7, 1], 9);
    const [reading, ...others] = list();
    expect(others).toEqual([]);
    expect(reading?.cost).toBeCloseTo(-Math.log(Math.exp(-5) + Math.exp(-3) + Math.exp(-9)), 6);
    expect(reading?.origins[1]).toBe("lost");
  });

  test("a blank and a 0 are not equal", () => {
    const { add, list } = collector();
    add([1, null, 4, 5, 1]);
    add([1, 0, 4, 5, 1]);
    expect(list()).toHaveLength(2);
  });
});

describe("cells that are still open", () => {
  test("are found by their equation", () => {
    const { add, list } = collector();
    add([1, lost, 4, 7, 1]);
    expect(list()[0]?.values).toEqual([1, 2, 4, 7, 1]);
  });

  test("take the other series' value where sums allow it, and say so", () => {
    const { add, list } = collector();
    add([lost, lost, 4, 7, 1]);
    expect(list()[0]?.values).toEqual([1, 2, 4, 7, 1]);
    expect(list()[0]?.origins[0]).toBe("likeness");
  });

  test("stay open where nothing tells them", () => {
    const { add, list } = collector();
    add([1, lost, lost, 7, 1]);
    expect(list()[0]?.values).toEqual([1, undefined, undefined, 7, 1]);
  });

  test("what adds nothing after a tail was lost was a blank or a printed 0: both are kept", () => {
    const { add, list } = collector();
    add([1, 2, lost, 3, 1], 0, "tail");
    const values = list().map((reading) => reading.values[2]);
    expect(values).toHaveLength(2);
    expect(values).toContain(null);
    expect(values).toContain(0);
    const weight = list().reduce((sum, { cost }) => sum + Math.exp(-cost), 0);
    expect(weight).toBeCloseTo(1, 6);
  });
});

test("what costs more than the bound is not kept", () => {
  const { add, list } = collector(4);
  add([1, 2, 4, 7, 1], 5);
  add([1, 2, 4, 8, 1]);
  expect(list()).toEqual([]);
});

test("the state is left as it was", () => {
  const state = createRowState(code, errorModels.tabular, learnLikeness(code, []), 1);
  const findings = createFindings(code, errorModels.tabular, state, 50);
  state.setUnknown(0, "lost", -1, Number.NaN);
  const start = state.mark();
  const before = [state.cost(), state.hash()];
  for (let cell = 1; cell < 5; cell++) state.set(cell, [0, 2, 4, 7, 1][cell]!, "read", cell);
  const full = [state.cost(), state.hash()];
  findings.add([]);
  expect([state.cost(), state.hash()]).toEqual(full);
  state.undo(start);
  expect([state.cost(), state.hash()]).toEqual(before);
});
