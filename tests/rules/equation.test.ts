import { describe, expect, it } from "vitest";
import { PoiError } from "../../src/errors.ts";
import { familyCells, seriesCells } from "../../src/rules/cell-names.ts";
import { compileEquation, expandCells } from "../../src/rules/equation.ts";

const cells = familyCells([{ key: "programmed" }, { key: "executed" }], [{ key: "progress" }]);
const message = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(PoiError);
    expect((error as PoiError).code).toBe("family-invalid");
    return (error as PoiError).message;
  }
  throw new Error("nothing was thrown");
};

describe("expandCells", () => {
  it("gives a single cell as it is", () => {
    expect(expandCells("target")).toEqual(["target"]);
    expect(expandCells("programmed.jan")).toEqual(["programmed.jan"]);
  });

  it("runs over months and quarters, both ends included", () => {
    expect(expandCells("executed.jul..sep")).toEqual(["executed.jul", "executed.aug", "executed.sep"]);
    expect(expandCells("executed.q2..q4")).toEqual(["executed.q2", "executed.q3", "executed.q4"]);
    expect(expandCells("programmed.jan..dec")).toHaveLength(12);
    expect(expandCells("programmed.may..may")).toEqual(["programmed.may"]);
  });

  it.each(["programmed.dec..jan", "programmed.jan..q1", "programmed.jan..", "target..dec", "jan..dec"])(
    "refuses the range %s",
    (name) => {
      expect(message(() => expandCells(name))).toBe(
        `A range of cells must run from a month to a later month, or from a quarter to a later quarter: current value is "${name}"`,
      );
    },
  );

  it.each(["", "..", "Programmed.jan", "programmed jan", "programmed.jan..feb..mar", "a.b.c"])(
    "refuses the name %j",
    (name) => {
      expect(message(() => expandCells(name))).toContain(`current value is "${name}"`);
    },
  );
});

describe("compileEquation", () => {
  it("reads a sum over a range", () => {
    expect(compileEquation("programmed.q1 = programmed.jan..mar", 0, cells)).toEqual({
      text: "programmed.q1 = programmed.jan..mar",
      total: "programmed.q1",
      terms: ["programmed.jan", "programmed.feb", "programmed.mar"],
      tolerance: 0,
    });
  });

  it("reads single terms and ranges joined by plus signs, with a tolerance", () => {
    const equation = compileEquation("target=programmed.q1 + programmed.jul..aug+extra.progress", 2, cells);
    expect(equation.total).toBe("target");
    expect(equation.terms).toEqual(["programmed.q1", "programmed.jul", "programmed.aug", "extra.progress"]);
    expect(equation.tolerance).toBe(2);
  });

  it.each([
    ["target", "An equation must have one equals sign, as in target = programmed.jan..dec"],
    ["target = target = programmed.jan", "An equation must have one equals sign"],
    ["programmed.jan..mar = target", "The left side of an equation must be a single cell"],
    ["target = physical.jan..dec", "An equation must name cells of the family, and it has no physical.jan"],
    ["goal = programmed.jan..dec", "An equation must name cells of the family, and it has no goal"],
    ["target = programmed.jan..mar + programmed.feb", "programmed.feb stands in it twice"],
    ["target = programmed.jan + target", "target stands in it twice"],
    ["target = ", "A cell must be written like target"],
    ["target = programmed.jan - programmed.feb", "A cell must be written like target"],
  ])("refuses %j", (text, why) => {
    expect(message(() => compileEquation(text, 0, cells))).toContain(why);
  });
});

describe("cell names", () => {
  it("gives a series its months and then its quarters", () => {
    expect(seriesCells("executed").slice(10, 14)).toEqual([
      "executed.nov",
      "executed.dec",
      "executed.q1",
      "executed.q2",
    ]);
  });

  it("gives a family its target, its series and its extra columns", () => {
    expect(cells).toHaveLength(1 + 2 * 16 + 1);
    expect(cells[0]).toBe("target");
    expect(cells.at(-1)).toBe("extra.progress");
  });
});
