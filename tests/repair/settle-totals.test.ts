import { describe, expect, test } from "vitest";
import type { Belief } from "../../src/repair/column-totals.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { settleTotals, totalAsPrinted } from "../../src/repair/settle-totals.ts";
import { planFamily, readingOf, targetRule } from "./support.ts";

const cells = ["target", "programmed.jan", "programmed.feb", "programmed.mar"];
const quarter = ["programmed.q1", ...cells.slice(1)];
const code = compileRowCode(quarter, planFamily({ equations: ["programmed.q1 = programmed.jan..mar"] }));

function sure(values: readonly (number | null)[], probability = 0.999): Belief {
  return {
    readings: [readingOf(values)],
    prior: [probability],
    probabilities: [probability],
    other: 1 - probability,
  };
}

/** Settles a total over rows; what it then says. */
function settled(printed: readonly (number | null)[], rows: readonly Belief[], total?: Belief): Belief {
  const belief = total ?? totalAsPrinted(code, printed, 1);
  settleTotals(code, 1, [{ total: belief, rows, row: 0 }], () => printed);
  return belief;
}

describe("a total that no search could read", () => {
  test("is taken as printed, its cells in broken equations with more doubt", () => {
    const two = compileRowCode(
      ["programmed.q1", ...cells.slice(1), "programmed.apr"],
      planFamily({ equations: ["programmed.q1 = programmed.jan..mar"] }),
    );
    const { readings, reliance, probabilities } = totalAsPrinted(two, [9, 1, 2, 3, 4], 1);
    expect(readings[0]?.values).toEqual([9, 1, 2, 3, 4]);
    expect(readings[0]?.broken).toEqual([0]);
    expect(reliance?.[0]).toBeLessThan(reliance?.[4] ?? 0);
    expect(probabilities[0]).toBeLessThan(0.9);
  });

  test("trimmed blanks are put back, and what is no number is left open", () => {
    const { readings } = totalAsPrinted(code, [6, Number.NaN], 1);
    expect(readings[0]?.values).toEqual([6, undefined, null, null]);
  });

  test("says nothing at all with more tokens than cells", () => {
    expect(totalAsPrinted(code, [1, 2, 3, 4, 5], 1)).toMatchObject({ readings: [], other: 1 });
  });
});

describe("settling", () => {
  const rows = [sure([6, 1, 2, 3]), sure([60, 10, 20, 30])];

  test("a doubtful cell takes the rows' sum where its arithmetic then holds", () => {
    const { readings, probabilities } = settled([66, 11, 22, 88], rows);
    expect(readings[0]?.values).toEqual([66, 11, 22, 33]);
    expect(readings[0]?.origins).toEqual(["read", "read", "read", "misread"]);
    expect(readings[0]?.broken).toEqual([]);
    expect(probabilities[0]).toBeGreaterThan(0.9);
  });

  test("a cell that is gone takes it too", () => {
    const { readings } = settled([66, 11, null, 88], rows);
    expect(readings[0]?.values).toEqual([66, 11, 22, 33]);
    expect(readings[0]?.origins[2]).toBe("lost-in-place");
  });

  test("a total that is sound in itself stays as printed, whatever the rows say", () => {
    expect(settled([69, 11, 22, 36], rows).readings[0]?.values).toEqual([69, 11, 22, 36]);
  });

  test("a total that a search read already is left alone", () => {
    const total = sure([66, 11, 22, 33]);
    const before = structuredClone(total);
    expect(settled([66, 11, 22, 88], rows, total)).toEqual(before);
  });

  test("nothing is taken from rows that are not sure of the cell", () => {
    const unsure: Belief = {
      readings: [readingOf([60, 10, 20, 30]), readingOf([60, 10, 30, 20])],
      prior: [0.5, 0.5],
      probabilities: [0.5, 0.5],
      other: 0,
    };
    expect(settled([66, 11, 22, 88], [rows[0]!, unsure]).readings[0]?.values).toEqual([66, 11, 22, 88]);
  });

  test("readings that agree in a cell make it sure together", () => {
    const agreed: Belief = {
      readings: [readingOf([60, 10, 20, 30]), readingOf([60, 10, 20, 30], { cost: 1 })],
      prior: [0.5, 0.5],
      probabilities: [0.5, 0.5],
      other: 0,
    };
    expect(settled([66, 11, 22, 88], [rows[0]!, agreed]).readings[0]?.values).toEqual([66, 11, 22, 33]);
  });

  test("nothing is taken where the arithmetic would not hold even so", () => {
    // The target names months that no row prints: it stays broken whatever the quarter becomes.
    const both = compileRowCode(
      ["target", ...quarter],
      planFamily({ equations: [targetRule, "programmed.q1 = programmed.jan..mar"] }),
    );
    expect(both.equations).toHaveLength(1);
    const odd = [sure([7, 1, 2, 3])];
    expect(settled([9, 1, 2, 3], odd).readings[0]?.values).toEqual([9, 1, 2, 3]);
  });
});
