import { describe, expect, test } from "vitest";
import { CELLS, completeRow, type Values } from "../../../bench/cells.ts";
import { scoreRow, valuesOf } from "../../../bench/score/score-row.ts";
import type { Row } from "../../../src/schema.ts";

const truth = completeRow([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], Array(12).fill(1), () => true);
const blankTruth = completeRow([null, ...Array(11).fill(2)], Array(12).fill(1), () => true);

/** An output row with these values, in the shape of the contract. */
function outputOf(values: Values, changes: Partial<Row> = {}): Row {
  const series = (first: number, quarter: number) => ({
    monthly: values.slice(first, first + 12),
    quarterly: [0, 2, 4, 6].map((step) => values[quarter + step]!),
  });
  return {
    id: "x",
    page: 1,
    line: 7,
    organ: null,
    unit: null,
    labels: {},
    target: values[0]!,
    series: { programmed: series(1, 25), executed: series(13, 26) },
    status: "verified",
    needsReview: false,
    confidence: 0.9,
    flags: [],
    repairs: [],
    candidates: [],
    source: { text: "", cells: {} },
    ...changes,
  };
}

const changed = (values: Values, cell: string, value: number | null) =>
  values.map((old, index) => (CELLS[index] === cell ? value : old));

describe("valuesOf", () => {
  test("lines up META, months and quarters with the cells", () => {
    expect(valuesOf(outputOf(truth))).toEqual(truth);
  });
});

describe("scoreRow", () => {
  test("a row with every number right is right", () => {
    expect(scoreRow(truth, outputOf(truth))).toMatchObject({
      right: true,
      bestRight: true,
      truthOffered: true,
      review: false,
      missing: false,
    });
  });

  test.each(CELLS.map((cell) => [cell]))("a wrong number in %s makes the row wrong", (cell) => {
    const score = scoreRow(truth, outputOf(changed(truth, cell, 99)));
    expect(score).toMatchObject({
      right: false,
      blankZeroOnly: false,
      bestRight: false,
      truthOffered: false,
    });
  });

  test("a blank read as 0, or the reverse, is wrong, and known apart", () => {
    const zero = scoreRow(blankTruth, outputOf(changed(blankTruth, "programmed.jan", 0)));
    expect(zero).toMatchObject({ right: false, blankZeroOnly: true });
    const blank = scoreRow(
      changed(blankTruth, "programmed.jan", 0),
      outputOf(changed(blankTruth, "programmed.jan", null)),
    );
    expect(blank).toMatchObject({ right: false, blankZeroOnly: true });
    const lost = scoreRow(truth, outputOf(changed(truth, "programmed.feb", null)));
    expect(lost.blankZeroOnly).toBe(false);
  });

  test("a line for which nothing came out is a silent error", () => {
    expect(scoreRow(truth, undefined)).toMatchObject({ missing: true, right: false, review: false });
  });

  test("the most probable candidate counts as what an ambiguous row states", () => {
    const open = changed(changed(truth, "programmed.jan", null), "programmed.feb", null);
    const candidates = [
      { probability: 0.3, cells: { "programmed.jan": 2, "programmed.feb": 1 } },
      { probability: 0.6, cells: { "programmed.jan": 1, "programmed.feb": 2 } },
    ];
    const ambiguous = { status: "ambiguous", needsReview: true, candidates } as const;
    const score = scoreRow(truth, outputOf(open, { ...ambiguous, candidates: [...candidates] }));
    expect(score).toMatchObject({ right: false, bestRight: true, truthOffered: true, review: true });
    const reversed = candidates.map((candidate) => ({
      ...candidate,
      probability: 0.9 - candidate.probability,
    }));
    const other = scoreRow(truth, outputOf(open, { ...ambiguous, candidates: reversed }));
    expect(other).toMatchObject({ bestRight: false, truthOffered: true });
  });
});
