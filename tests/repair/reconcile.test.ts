import { describe, expect, test } from "vitest";
import type { Belief } from "../../src/repair/column-totals.ts";
import { reconcile } from "../../src/repair/reconcile.ts";
import { readingOf } from "./support.ts";

type Values = readonly (number | null | undefined)[];

function belief(...list: readonly (readonly [Values, number])[]): Belief {
  const probabilities = list.map(([, probability]) => probability);
  return {
    readings: list.map(([values]) => readingOf(values)),
    prior: probabilities,
    probabilities,
    other: 1 - probabilities.reduce((a, b) => a + b, 0),
  };
}

function line(total: Values, rows: readonly Belief[], scale = 1) {
  const [entry] = reconcile(["target"], [{ label: "TOTAL", total: belief([total, 0.999]), rows }], scale);
  return entry;
}

const sure = (...values: Values) => belief([values, 0.999]);

test("a total that its rows add up to", () => {
  expect(line([9], [sure(4), sure(5)])).toEqual({
    label: "TOTAL",
    cell: "target",
    published: 9,
    computed: 9,
    difference: 0,
    verdict: "match",
  });
});

test("one that they do not: the difference is published minus computed", () => {
  expect(line([6805], [sure(6409)])).toMatchObject({ difference: 396, verdict: "mismatch" });
  expect(line([5], [sure(4), sure(5)])).toMatchObject({ difference: -4, verdict: "mismatch" });
});

describe("blanks", () => {
  test("a blank total over rows without numbers agrees", () => {
    expect(line([null], [sure(null), sure(0)])).toEqual({
      label: "TOTAL",
      cell: "target",
      published: null,
      computed: 0,
      difference: null,
      verdict: "match",
    });
  });

  test("a blank total over numbers does not", () => {
    expect(line([null], [sure(3)])).toMatchObject({ published: null, difference: null, verdict: "mismatch" });
  });

  test("a blank in a row adds nothing", () => {
    expect(line([4], [sure(4), sure(null)])).toMatchObject({ computed: 4, verdict: "match" });
  });
});

describe("rows that are open", () => {
  test("in this cell: the verdict waits, the sum takes the most probable value", () => {
    const open = belief([[5], 0.6], [[7], 0.39]);
    expect(line([9], [sure(4), open])).toMatchObject({ computed: 9, difference: 0, verdict: "unsettled" });
  });

  test("in other cells only: the verdict stands", () => {
    const elsewhere = belief([[5, 1], 0.6], [[5, 2], 0.39]);
    const [entry] = reconcile(
      ["target", "programmed.jan"],
      [{ label: "TOTAL", total: sure(9, 3), rows: [sure(4, 1), elsewhere] }],
      1,
    );
    expect(entry).toMatchObject({ cell: "target", verdict: "match" });
  });

  test("a reading that is hardly probable does not open a row", () => {
    expect(line([9], [sure(4), belief([[5], 0.995], [[7], 0.004])])).toMatchObject({ verdict: "match" });
  });

  test("a cell that the best reading leaves open, and a row that could not be read", () => {
    expect(line([9], [sure(4), sure(undefined)])).toMatchObject({ verdict: "unsettled" });
    expect(line([9], [sure(4), belief()])).toMatchObject({ computed: 4, verdict: "unsettled" });
  });
});

test("decimals come back in the printed unit, free of the dust of binary fractions", () => {
  expect(line([30], [sure(10), sure(20)], 100)).toMatchObject({
    published: 0.3,
    computed: 0.3,
    difference: 0,
    verdict: "match",
  });
  expect(line([33], [sure(10), sure(20)], 100)).toMatchObject({ difference: 0.03, verdict: "mismatch" });
});

test("every cell of every total, in their order", () => {
  const cells = ["target", "programmed.jan"];
  const group = { total: sure(1, 2), rows: [sure(1, 2)] };
  const lines = reconcile(
    cells,
    [
      { label: "A", ...group },
      { label: "B", ...group },
    ],
    1,
  );
  expect(lines.map(({ label, cell }) => `${label} ${cell}`)).toEqual([
    "A target",
    "A programmed.jan",
    "B target",
    "B programmed.jan",
  ]);
});

test("percentages are not added up", () => {
  const group = { label: "TOTAL", total: sure(9, 100), rows: [sure(4, 100), sure(5, 100)] };
  const lines = reconcile(["target", "extra.progress"], [group], 1, (cell) => cell === 0);
  expect(lines.map(({ cell, verdict }) => [cell, verdict])).toEqual([["target", "match"]]);
});
