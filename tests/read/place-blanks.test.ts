import { describe, expect, it } from "vitest";
import type { PrintedRow } from "../../src/document.ts";
import { placeBlanks } from "../../src/read/place-blanks.ts";
import { monthKeys, quarterKeys } from "../../src/rules/cell-names.ts";
import { compileEquation } from "../../src/rules/equation.ts";

const CELLS = [
  "target",
  ...["programmed", "executed"].flatMap((series) => monthKeys.map((month) => `${series}.${month}`)),
  ...quarterKeys.flatMap((quarter) => [`programmed.${quarter}`, `executed.${quarter}`]),
];
const QUARTERS = ["jan..mar", "apr..jun", "jul..sep", "oct..dec"];
const equations = [
  "target = programmed.jan..dec",
  ...["programmed", "executed"].flatMap((series) =>
    QUARTERS.map((months, i) => `${series}.q${i + 1} = ${series}.${months}`),
  ),
].map((text) => compileEquation(text, 0, CELLS));

/** The numbers of a row through the second quarter: its plan rises month by month. */
function printed(first: number): string[] {
  const plan = monthKeys.map((_, i) => first + i);
  const sum = (from: number) => plan.slice(from, from + 3).reduce((a, b) => a + b);
  const quarters = [0, 3, 6, 9].flatMap((from) => (from < 6 ? [sum(from), sum(from)] : [sum(from)]));
  return [plan.reduce((a, b) => a + b), ...plan, ...plan.slice(0, 6), ...quarters].map(String);
}
const row = (texts: readonly string[], kind: PrintedRow["kind"] = "activity"): PrintedRow => ({
  kind,
  page: 1,
  line: 1,
  text: "",
  labels: {},
  tokens: texts.map((text) => ({ text, page: 1, box: null })),
});
const place = (rows: readonly PrintedRow[]) =>
  placeBlanks(CELLS, rows, equations, { decimal: ".", thousands: null });
const rows = [1, 5, 9].map((first) => row(printed(first)));
const COMING = ["jul", "aug", "sep", "oct", "nov", "dec", "q3", "q4"].map((period) => `executed.${period}`);

describe("placeBlanks", () => {
  it("leaves out the columns of quarters to come", () => {
    const placed = place(rows);
    expect(placed.cells).toEqual(CELLS.filter((name) => !COMING.includes(name)));
    expect(placed.rows).toEqual(rows);
  });

  it("keeps them where a total prints something there, and gives all rows their blanks", () => {
    const total = row(
      CELLS.map(() => "0"),
      "total",
    );
    const damaged = row(printed(7).toSpliced(3, 1));
    const placed = place([...rows, damaged, total]);
    expect(placed.cells).toEqual(CELLS);
    for (const { tokens } of placed.rows.slice(0, 3))
      expect(CELLS.filter((_, i) => tokens[i]?.text === "")).toEqual(COMING);
    // One number is missing before them.
    expect(placed.rows[3]!.tokens.map(({ text }) => text).indexOf("")).toBe(
      CELLS.indexOf("executed.jul") - 1,
    );
    expect(placed.rows[4]).toEqual(total);
  });

  it("does nothing where rows do not add up, are few, or have all their numbers", () => {
    const wrong = rows.map(({ tokens }) => row(tokens.map(({ text }, i) => (i === 0 ? "1" : text))));
    expect(place(wrong).cells).toEqual(CELLS);
    expect(place(wrong).rows).toEqual(wrong);
    expect(place(rows.slice(0, 2)).cells).toEqual(CELLS);
    expect(place([row(CELLS.map(() => "0"))]).cells).toEqual(CELLS);
  });
});
