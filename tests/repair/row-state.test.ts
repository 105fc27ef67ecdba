import { describe, expect, test } from "vitest";
import { errorModels } from "../../src/repair/error-model.ts";
import { learnLikeness } from "../../src/repair/likeness.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { createRowState } from "../../src/repair/row-state.ts";
import { planFamily } from "./support.ts";

const cells = ["q1", "jan", "feb", "mar"].map((period) => `programmed.${period}`);
const [Q1, JAN, FEB, MAR] = [0, 1, 2, 3] as const;
const rules = ["programmed.q1 = programmed.jan..mar"];

function stateOf(names: readonly string[] = cells, equations: readonly string[] = rules, tolerance = 0) {
  const code = compileRowCode(names, planFamily({ equations, tolerance }));
  const state = createRowState(code, errorModels.tabular, learnLikeness(code, []), 1);
  state.reset([], []);
  return state;
}

describe("an equation closes when its last cell is there", () => {
  test("it holds, at no cost", () => {
    const state = stateOf();
    for (const [cell, value] of [6, 1, 2, 3].entries()) state.set(cell, value, "read", cell);
    expect(state.broken()).toEqual([]);
    expect(state.editCost()).toBe(0);
  });

  test("it is broken, at the cost of a contradiction", () => {
    const state = stateOf();
    for (const [cell, value] of [7, 1, 2, 3].entries()) state.set(cell, value, "read", cell);
    expect(state.broken()).toEqual([0]);
    expect(state.editCost()).toBe(errorModels.tabular.contradiction);
  });

  test("it holds within its tolerance", () => {
    const state = stateOf(cells, rules, 1);
    for (const [cell, value] of [7, 1, 2, 3].entries()) state.set(cell, value, "read", cell);
    expect(state.broken()).toEqual([]);
  });

  test("a blank adds nothing and stays a blank", () => {
    const state = stateOf();
    for (const [cell, value] of [3, 1, 2, null].entries()) state.set(cell, value, "read", cell);
    expect(state.broken()).toEqual([]);
    expect(state.valueOf(MAR)).toBe(null);
  });
});

describe("an unknown cell", () => {
  test("is found by its equation", () => {
    const state = stateOf();
    state.set(Q1, 6, "read", 0);
    state.set(JAN, 1, "read", 1);
    state.setUnknown(FEB, "lost", -1, Number.NaN);
    expect(state.valueOf(FEB)).toBe(undefined);
    state.set(MAR, 3, "read", 2);
    expect(state.valueOf(FEB)).toBe(2);
  });

  test("may be the total itself", () => {
    const state = stateOf();
    state.setUnknown(Q1, "misread", 0, 8);
    for (const cell of [JAN, FEB, MAR]) state.set(cell, cell, "read", cell);
    expect(state.valueOf(Q1)).toBe(6);
    expect(state.cost()).toBeGreaterThan(0);
  });

  test("is never negative", () => {
    const state = stateOf();
    state.set(Q1, 3, "read", 0);
    state.set(JAN, 1, "read", 1);
    state.setUnknown(FEB, "lost", -1, Number.NaN);
    state.set(MAR, 3, "read", 2);
    expect(state.cost()).toBe(Number.POSITIVE_INFINITY);
  });

  test("that was misread is not what its token says", () => {
    const state = stateOf();
    state.set(Q1, 6, "read", 0);
    state.set(JAN, 1, "read", 1);
    state.setUnknown(FEB, "misread", 2, 2);
    state.set(MAR, 3, "read", 3);
    expect(state.cost()).toBe(Number.POSITIVE_INFINITY);
  });

  test("that was lost is not its neighbour's equal: that is a slip of the run, and priced as one", () => {
    const state = stateOf();
    state.set(Q1, 6, "read", 0);
    state.set(JAN, 2, "read", 1);
    state.setUnknown(FEB, "lost", -1, Number.NaN);
    state.set(MAR, 2, "read", 2);
    expect(state.cost()).toBe(Number.POSITIVE_INFINITY);
  });

  test("stays open beside another, and what was found of the one settles the other", () => {
    const both = ["target = programmed.jan..feb", "programmed.q1 = programmed.jan..mar"];
    const state = stateOf(["target", ...cells], both);
    state.set(0, 5, "read", 0);
    state.set(1, 9, "read", 1);
    state.setUnknown(2, "lost", -1, Number.NaN);
    state.set(3, 3, "read", 2);
    expect(state.valueOf(2)).toBe(2);
    state.setUnknown(4, "lost", -1, Number.NaN);
    expect(state.valueOf(4)).toBe(4);
  });
});

describe("the other series", () => {
  const names = ["programmed.jan", "target", "executed.jan"];
  const DONE = 2;

  test("gives an open cell its value", () => {
    const state = stateOf(names, []);
    state.setUnknown(0, "lost", -1, Number.NaN);
    expect(state.fillFromPartner(0)).toBe(false);
    state.set(DONE, 7, "read", 0);
    expect(state.fillFromPartner(0)).toBe(true);
    expect(state.valueOf(0)).toBe(7);
  });

  test("beside a blank, an open cell is a blank", () => {
    const state = stateOf(names, []);
    state.setUnknown(0, "lost", -1, Number.NaN);
    state.set(DONE, null, "read", 0);
    expect(state.fillFromPartner(0)).toBe(true);
    expect(state.valueOf(0)).toBe(null);
  });

  test("costs more where it differs; edits alone do not feel it", () => {
    const cost = (executed: number) => {
      const state = stateOf(names, []);
      state.set(0, 7, "read", 0);
      state.set(DONE, executed, "read", 1);
      expect(state.editCost()).toBeCloseTo(0, 9);
      return state.cost();
    };
    expect(cost(8)).toBeGreaterThan(cost(7));
  });

  test("does not count in a row that goes its own way", () => {
    const state = stateOf(names, []);
    state.reset([], [], false);
    state.set(0, 7, "read", 0);
    state.set(DONE, 8, "read", 1);
    expect(state.cost()).toBe(0);
  });
});

describe("every step can be undone", () => {
  test("to any mark, with all that follows from it", () => {
    const state = stateOf();
    state.set(Q1, 6, "read", 0);
    state.set(JAN, 1, "read", 1);
    const [mark, cost, hash] = [state.mark(), state.cost(), state.hash()];
    state.pay(3);
    state.setUnknown(FEB, "lost", -1, Number.NaN);
    state.set(MAR, 3, "read", 2);
    expect(state.valueOf(FEB)).toBe(2);
    state.undo(mark);
    expect([state.mark(), state.cost(), state.hash()]).toEqual([mark, cost, hash]);
    expect([JAN, FEB, MAR].map(state.valueOf)).toEqual([1, undefined, undefined]);
    state.set(FEB, 2, "read", 2);
    state.set(MAR, 4, "read", 3);
    expect(state.broken()).toEqual([0]);
  });

  test("a thousand steps deep", () => {
    const state = stateOf();
    for (let k = 0; k < 1000; k++) state.pay(1);
    expect(state.cost()).toBe(1000);
    state.undo(0);
    expect(state.cost()).toBe(0);
  });
});

describe("the hash", () => {
  const hashOf = (...values: (number | null)[]) => {
    const state = stateOf();
    for (const [cell, value] of values.entries()) state.set(cell, value, "read", cell);
    return state.hash();
  };

  test("is the same for the same values, however they came about", () => {
    const state = stateOf();
    state.set(Q1, 6, "read", 0);
    state.set(JAN, 1, "read", 1);
    state.setUnknown(FEB, "lost", -1, Number.NaN);
    state.set(MAR, 3, "repeat", -1);
    expect(state.hash()).toBe(hashOf(6, 1, 2, 3));
  });

  test("differs for other values, other places, and for a blank instead of a 0", () => {
    const hashes = [
      hashOf(6, 1, 2, 3),
      hashOf(6, 2, 1, 3),
      hashOf(6, 1, 2, 4),
      hashOf(0, null),
      hashOf(0, 0),
      hashOf(2 ** 40, 1),
      hashOf(2 ** 41, 1),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

test("open cells that no values can satisfy are counted", () => {
  const rulesOfTwo = ["target = programmed.jan..feb", "programmed.q1 = programmed.jan..mar"];
  const of = (target: number, quarter: number) => {
    const state = stateOf(["target", ...cells], rulesOfTwo);
    state.set(0, target, "read", 0);
    state.set(1, quarter, "read", 1);
    state.setUnknown(2, "lost", -1, Number.NaN);
    state.setUnknown(3, "lost", -1, Number.NaN);
    state.set(4, 1, "read", 2);
    return state.openContradictions();
  };
  expect(of(5, 6)).toBe(0);
  expect(of(5, 9)).toBe(1);
});

test("a cell that adds nothing was printed as its partner was", () => {
  const names = ["programmed.jan", "executed.jan"];
  const chance = (partner: number | null) => {
    const state = stateOf(names, []);
    state.set(1, partner, "read", 0);
    state.set(0, 0, "tail", -1);
    return state.zeroChance(0, [0, partner]);
  };
  expect(chance(0)).toBeGreaterThan(chance(null));
});

describe("a row whose amounts are known", () => {
  const pinned = (...amounts: number[]) => {
    const state = stateOf();
    state.pin(amounts);
    return state;
  };

  test("takes them at no cost", () => {
    const state = pinned(6, 1, 2, 3);
    for (const [cell, value] of [6, 1, 2, 3].entries()) state.set(cell, value, "read", cell);
    expect(state.editCost()).toBe(0);
  });

  test("takes no other number", () => {
    const state = pinned(6, 1, 2, 3);
    state.set(FEB, 1, "read", 0);
    expect(state.cost()).toBe(Number.POSITIVE_INFINITY);
  });

  test("takes a blank for nothing, and for nothing else", () => {
    const [nothing, two] = [pinned(6, 1, 0, 5), pinned(6, 1, 2, 3)];
    nothing.set(FEB, null, "read", 0);
    two.set(FEB, null, "read", 0);
    expect(nothing.cost()).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(two.cost()).toBe(Number.POSITIVE_INFINITY);
  });

  test("finds a cell that was lost at once, before its equation closes", () => {
    const state = pinned(6, 1, 2, 3);
    state.setUnknown(JAN, "lost", -1, Number.NaN);
    expect(state.valueOf(JAN)).toBe(1);
  });

  test("takes any number in a cell that is left free", () => {
    const state = pinned(6, Number.NaN, 2, 3);
    state.set(JAN, 7, "read", 0);
    expect(state.cost()).toBeLessThan(Number.POSITIVE_INFINITY);
  });

  test("is read freely again afterwards", () => {
    const state = pinned(6, 1, 2, 3);
    state.pin(null);
    state.reset([], []);
    state.set(FEB, 9, "read", 0);
    expect(state.cost()).toBeLessThan(Number.POSITIVE_INFINITY);
  });
});
