import { describe, expect, it } from "vitest";
import type { Belief } from "../../src/repair/column-totals.ts";
import { doubtLoose } from "../../src/repair/doubt-loose.ts";
import { learnLikeness } from "../../src/repair/likeness.ts";
import type { Origin } from "../../src/repair/reading.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { compileEquation } from "../../src/rules/equation.ts";
import { town } from "../read/family-fixture.ts";

const CELLS = ["target", "programmed.jan", "programmed.feb", "extra.progress"];
const code = compileRowCode(CELLS, {
  ...town,
  equations: [compileEquation("target = programmed.jan..feb", 0, CELLS)],
});

const usual = learnLikeness(code, []);

/** What is left of a row's probability of 0.99; `percent` is the token of its percentage, -1 for a blank. */
function left(origins: readonly Origin[], percent = 3, likeness = usual): number {
  const reading = {
    values: [5, 2, 3, percent === -1 ? null : 100],
    tokens: [0, 1, 2, percent],
    origins,
    leftovers: [],
    broken: [],
    cost: 0,
  };
  const belief: Belief = { readings: [reading], prior: [0.99], probabilities: [0.99], other: 0.01 };
  doubtLoose(code, likeness, [belief]);
  return belief.probabilities[0]!;
}

describe("doubtLoose", () => {
  it("believes a row that stands as printed, or in which a digit was misread", () => {
    expect(left(["read", "read", "read", "read"])).toBe(0.99);
    expect(left(["read", "misread", "read", "read"])).toBe(0.99);
  });

  it("doubts a percentage in a row whose numbers were moved along", () => {
    expect(left(["lost", "read", "read", "read"])).toBeLessThan(0.6);
    expect(left(["misread", "misread", "misread", "read"])).toBeLessThan(0.6);
  });

  it("doubts a number in a column that other rows leave blank", () => {
    const blankFebruary = learnLikeness(code, Array(20).fill([5, 5, null, null]));
    expect(left(["lost", "read", "read", "blank"], -1, blankFebruary)).toBeLessThan(0.6);
    expect(left(["read", "read", "read", "blank"], -1, blankFebruary)).toBe(0.99);
  });

  it("asks nothing where no such number is printed", () => {
    expect(left(["lost", "read", "read", "blank"], -1)).toBe(0.99);
  });
});
