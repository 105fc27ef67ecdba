import { describe, expect, test } from "vitest";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { monthsOnly, planFamily, quartersFirst, quartersLast, targetRule } from "./support.ts";

const codeOf = (cells: readonly string[], equations?: readonly string[]) =>
  compileRowCode(cells, planFamily(equations === undefined ? {} : { equations }));

describe("rows are read so that totals come before what they add up", () => {
  const byQuarter = ["jan feb mar q1", "apr may jun q2", "jul aug sep q3", "oct nov dec q4"].flatMap((part) =>
    part.split(" ").map((period) => `programmed.${period}`),
  );

  test.each([
    ["from the end where the quarters stand there", quartersLast, true],
    ["from the beginning where the quarters stand there", quartersFirst, false],
    ["from the end where each quarter follows its months", byQuarter, true],
    ["from the beginning where the target is all there is", monthsOnly, false],
    ["from the end where the target stands there", [...monthsOnly.slice(1), "target"], true],
  ] as const)("%s", (_, cells, backwards) => {
    expect(codeOf(cells).backwards).toBe(backwards);
  });
});

describe("equations", () => {
  test("all nine, where all of their cells are printed", () => {
    expect(codeOf(quartersLast).equations).toHaveLength(9);
    expect(codeOf(quartersLast).covered).toBe(true);
  });

  test("only those of which every cell is printed", () => {
    expect(codeOf(monthsOnly).equations.map(({ text }) => text)).toEqual([targetRule]);
    const withoutMay = quartersLast.filter((cell) => cell !== "programmed.may");
    const texts = codeOf(withoutMay).equations.map(({ text }) => text);
    expect(texts).toHaveLength(7);
    expect(texts).not.toContain(targetRule);
    expect(texts).not.toContain("programmed.q2 = programmed.apr..jun");
  });

  test("none at all leaves every cell uncovered", () => {
    const code = codeOf(["programmed.jan", "executed.jan"]);
    expect(code.equations).toEqual([]);
    expect(code.memberships).toEqual([[], []]);
    expect(code.covered).toBe(false);
  });

  test("a column that no rule names leaves the row uncovered", () => {
    expect(codeOf([...monthsOnly, "extra.progress"]).covered).toBe(false);
  });

  test("a cell is a term (+1) or the total (−1) of each equation that it takes part in", () => {
    const rules = ["programmed.q1 = programmed.jan..mar", "target = programmed.q1..q4"];
    const code = codeOf(quartersFirst, rules);
    const of = (cell: string) => code.memberships[quartersFirst.indexOf(cell)];
    expect(of("programmed.feb")).toEqual([{ equation: 0, sign: 1 }]);
    expect(of("programmed.q1")).toEqual([
      { equation: 0, sign: -1 },
      { equation: 1, sign: 1 },
    ]);
    expect(of("target")).toEqual([{ equation: 1, sign: -1 }]);
    expect(of("executed.feb")).toEqual([]);
  });
});

describe("partners", () => {
  test("the same month of both series, in both directions", () => {
    const { partner } = codeOf(quartersLast);
    const at = (cell: string) => quartersLast.indexOf(cell);
    expect(partner[at("programmed.jul")]).toBe(at("executed.jul"));
    expect(partner[at("executed.jul")]).toBe(at("programmed.jul"));
    expect(partner[at("programmed.q3")]).toBe(at("executed.q3"));
  });

  test("none for the target, nor where the other series is not printed", () => {
    expect(codeOf(quartersLast).partner[0]).toBe(-1);
    expect(codeOf(monthsOnly).partner).toEqual(Array(13).fill(-1));
  });

  test("the first series is the plan, and the target is told apart", () => {
    const code = codeOf(["target", "programmed.jan", "executed.jan"]);
    expect(code.isPlan).toEqual([false, true, false]);
    expect(code.isTarget).toEqual([true, false, false]);
  });
});
