import { describe, expect, test } from "vitest";
import { type Belief, isRead, mostProbable, weighByTotals } from "../../src/repair/column-totals.ts";
import { readingOf } from "./support.ts";

type Values = readonly (number | null | undefined)[];

/** A belief in some values, each with its probability. */
function belief(list: readonly (readonly [Values, number])[], reliance?: readonly number[]): Belief {
  const prior = list.map(([, probability]) => probability);
  return {
    readings: list.map(([values]) => readingOf(values)),
    ...(reliance === undefined ? {} : { reliance }),
    prior,
    probabilities: [...prior],
    other: 1 - prior.reduce((a, b) => a + b, 0),
  };
}

const sure = (...values: Values) => belief([[values, 0.9999]]);
/** A quarter of 13 of which nobody knows the month. */
const anyMonth = () =>
  belief([
    [[13, null, null], 0.33],
    [[null, 13, null], 0.33],
    [[null, null, 13], 0.33],
  ]);

describe("a total settles which month it was", () => {
  test("the one in which the column lacks that much", () => {
    const row = anyMonth();
    weighByTotals([{ total: sure(5, 18, 5), rows: [sure(5, 5, 5), row] }], 3);
    expect(row.probabilities[1]).toBeGreaterThan(0.98);
    expect(mostProbable(row)?.values).toEqual([null, 13, null]);
  });

  test("for two rows at once", () => {
    const [first, second] = [anyMonth(), anyMonth()];
    weighByTotals([{ total: sure(31, 5, 5), rows: [sure(5, 5, 5), first, second] }], 3);
    expect(first.probabilities[0]).toBeGreaterThan(0.98);
    expect(second.probabilities[0]).toBeGreaterThan(0.98);
  });

  test("but not which of two like rows has the one month, which the other", () => {
    const [first, second] = [anyMonth(), anyMonth()];
    weighByTotals([{ total: sure(18, 18, 5), rows: [sure(5, 5, 5), first, second] }], 3);
    for (const row of [first, second]) {
      expect(row.probabilities[0]).toBeCloseTo(row.probabilities[1]!, 2);
      expect(row.probabilities[0]).toBeLessThan(0.6);
      expect(row.probabilities[2]).toBeLessThan(0.05);
    }
  });
});

describe("a total that cannot be right says nothing", () => {
  test("where no reading of the rows comes to it", () => {
    const row = anyMonth();
    weighByTotals([{ total: sure(99, 98, 97), rows: [sure(5, 5, 5), row] }], 3);
    for (const probability of row.probabilities) expect(probability).toBeCloseTo(0.33, 1);
  });

  test("a row that is sure is not rewritten by a total", () => {
    const row = belief([
      [[7, null, null], 0.999],
      [[8, null, null], 0.0005],
    ]);
    weighByTotals([{ total: sure(8, 0, 0), rows: [row] }], 3);
    expect(mostProbable(row)?.values[0]).toBe(7);
  });

  test("no total at all changes nothing", () => {
    const row = anyMonth();
    weighByTotals([], 3);
    expect(row.probabilities).toEqual([0.33, 0.33, 0.33]);
  });
});

describe("two rows that could make good each other's swap", () => {
  // Each is as printed, or its two months changed places; the total fits if both did, or neither.
  const doubtedRows = () => [
    belief([
      [[13, 14, 27], 0.75],
      [[14, 13, 27], 0.25],
    ]),
    belief([
      [[1, 0, 1], 0.75],
      [[0, 1, 1], 0.25],
    ]),
  ];

  test("keep the doubt of both: the two months say it once, and nobody hears his own echo", () => {
    const rows = doubtedRows();
    weighByTotals([{ total: sure(14, 14, 28), rows }], 3, [[0, 1, 2]]);
    // As printed both 0.75², swapped both 0.25²: one in ten.
    for (const { probabilities } of rows) expect(probabilities[1]).toBeCloseTo(0.1, 2);
  });

  test("are told apart where the total fits one of them swapped only", () => {
    const [first, second] = doubtedRows() as [Belief, Belief];
    const other = belief([[[5, 5, 10], 0.999]]);
    weighByTotals([{ total: sure(20, 18, 38), rows: [first, second, other] }], 3, [[0, 1, 2]]);
    expect(first.probabilities[0]! + second.probabilities[0]!).toBeLessThan(1.6);
  });
});

describe("where no reading of a row comes near its totals", () => {
  test("what was not searched for weighs as much as before", () => {
    const row = belief([
      [[4, 2, 5], 0.65],
      [[2, 4, 6], 0.21],
    ]);
    weighByTotals([{ total: sure(6, 6, 10), rows: [sure(5, 5, 5), row] }], 3);
    expect(row.other).toBeGreaterThan(0.1);
  });
});

describe("an unsound total only ranks", () => {
  test("its favourite comes first, and is not sure", () => {
    const row = anyMonth();
    const total = belief([[[5, 18, 5], 0.5]], [0.9, 0.9, 0.9]);
    weighByTotals([{ total, rows: [sure(5, 5, 5), row] }], 3);
    expect(mostProbable(row)?.values).toEqual([null, 13, null]);
    expect(row.probabilities[1]).toBeLessThan(0.98);
  });
});

describe("an unknown row silences the column", () => {
  test("nothing is concluded from what it may hold", () => {
    const row = anyMonth();
    const unread = belief([]);
    weighByTotals([{ total: sure(5, 18, 5), rows: [sure(5, 5, 5), row, unread] }], 3);
    for (const probability of row.probabilities) expect(probability).toBeCloseTo(0.33, 1);
  });

  test("a row that is open in one column speaks in the others", () => {
    const row = anyMonth();
    const open = belief([[[undefined, 2, 2], 0.999]]);
    weighByTotals([{ total: sure(5, 20, 7), rows: [sure(5, 5, 5), row, open] }], 3);
    expect(mostProbable(row)?.values).toEqual([null, 13, null]);
    expect(row.probabilities[1]).toBeGreaterThan(0.9);
  });

  test("so do more open rows than can be followed", () => {
    const rows = Array.from({ length: 60 }, anyMonth);
    weighByTotals([{ total: sure(60 * 13, 0, 0), rows }], 3);
    for (const row of rows) expect(row.probabilities[0]).toBeCloseTo(0.33, 1);
  });
});

describe("rows speak for the readings of a total", () => {
  test("the one that they add up to", () => {
    const total = belief([
      [[516, 3], 0.5],
      [[561, 3], 0.499],
    ]);
    weighByTotals([{ total, rows: [sure(500, 1), sure(61, 2)] }], 2);
    expect(mostProbable(total)?.values).toEqual([561, 3]);
    expect(total.probabilities[1]).toBeGreaterThan(0.9);
  });
});

describe("what is left of doubt", () => {
  test("probabilities and what was not searched for add up to 1", () => {
    const rows = [anyMonth(), belief([[[4, 4, null], 0.6]]), sure(1, 2, 3)];
    const total = belief([
      [[18, 6, 3], 0.7],
      [[18, 9, 3], 0.2],
    ]);
    weighByTotals([{ total, rows }], 3);
    for (const { probabilities, other } of [...rows, total]) {
      expect(probabilities.reduce((a, b) => a + b, other)).toBeCloseTo(1, 9);
      for (const p of probabilities) expect(p).toBeGreaterThanOrEqual(0);
    }
  });

  test("blanks and zeros add nothing alike: a total does not tell them apart", () => {
    const row = belief([
      [[null, 4], 0.6],
      [[0, 4], 0.39],
    ]);
    weighByTotals([{ total: sure(5, 9), rows: [sure(5, 5), row] }], 2);
    expect(row.probabilities[0]! / row.probabilities[1]!).toBeCloseTo(0.6 / 0.39, 6);
  });

  test("the most probable reading can be asked among some only", () => {
    const row = anyMonth();
    row.probabilities = [0.1, 0.2, 0.7];
    expect(mostProbable(row)?.values[2]).toBe(13);
    expect(mostProbable(row, ({ values }) => values[2] !== 13)?.values[1]).toBe(13);
    expect(mostProbable(row, () => false)).toBe(null);
    expect(mostProbable(belief([]))).toBe(null);
  });
});

describe("a row that is what its totals leave", () => {
  const doubted = (fitted: boolean): Belief => ({ ...belief([[[1, 2, 3], 0.8]]), fitted });

  test("is doubted no more for what was not searched for", () => {
    const row = doubted(true);
    weighByTotals([{ total: sure(6, 7, 8), rows: [sure(5, 5, 5), row] }], 3);
    expect(row.probabilities[0]).toBeGreaterThan(0.99);
    expect(row.probabilities[0]! + row.other).toBeCloseTo(1, 9);
  });

  test("stays in doubt where that was not found", () => {
    const row = doubted(false);
    weighByTotals([{ total: sure(6, 7, 8), rows: [sure(5, 5, 5), row] }], 3);
    expect(row.probabilities[0]).toBeCloseTo(0.8, 2);
  });
});

describe("a row is read", () => {
  test("when readings that differ in how nothing is written make up the share together", () => {
    const row = belief([
      [[1, null], 0.6],
      [[1, 0], 0.39],
    ]);
    expect(isRead(row, 0.9)).toBe(true);
    expect(isRead(row, 0.995)).toBe(false);
  });

  test("but not when it is open, or when other numbers weigh as much, or when nothing was found", () => {
    expect(isRead(belief([[[1, undefined], 0.99]]), 0.9)).toBe(false);
    const two = belief([
      [[1, 5], 0.5],
      [[1, 6], 0.49],
    ]);
    expect(isRead(two, 0.9)).toBe(false);
    expect(isRead(belief([]), 0)).toBe(false);
  });
});
