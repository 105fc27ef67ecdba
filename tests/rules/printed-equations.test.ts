import { expect, test } from "vitest";
import { compileEquation, expandCells } from "../../src/rules/equation.ts";
import { printedEquations } from "../../src/rules/printed-equations.ts";

const MONTHS = expandCells("programmed.jan..dec");
const QUARTERS = expandCells("programmed.q1..q4");
const QUARTER_RULES = [
  "programmed.q1 = programmed.jan..mar",
  "programmed.q2 = programmed.apr..jun",
  "programmed.q3 = programmed.jul..sep",
  "programmed.q4 = programmed.oct..dec",
];
const BY_MONTHS = "target = programmed.jan..dec";
const BY_QUARTERS = "target = programmed.q1..q4";

const printed = (rules: readonly string[], cells: readonly string[]) =>
  printedEquations(
    rules.map((text) => compileEquation(text, 0, ["target", ...MONTHS, ...QUARTERS])),
    cells,
  ).map(({ text }) => text);

test.each([
  ["months and quarters", ["target", ...MONTHS, ...QUARTERS], [BY_MONTHS, ...QUARTER_RULES]],
  ["months", ["target", ...MONTHS], [BY_MONTHS]],
  ["quarters", ["target", ...QUARTERS], [BY_QUARTERS]],
  [
    "all but one month",
    ["target", ...MONTHS.slice(1), ...QUARTERS],
    [BY_QUARTERS, ...QUARTER_RULES.slice(1)],
  ],
  ["no target", [...MONTHS, ...QUARTERS], QUARTER_RULES],
])("a table that prints %s is held to what its columns say, each thing once", (_, cells, expected) => {
  expect(printed([BY_MONTHS, BY_QUARTERS, ...QUARTER_RULES], cells)).toEqual(expected);
});

test("a sum of quarters stays where nothing else says what the target is", () => {
  const cells = ["target", ...MONTHS, ...QUARTERS];
  expect(printed([BY_QUARTERS, ...QUARTER_RULES], cells)).toEqual([BY_QUARTERS, ...QUARTER_RULES]);
});
