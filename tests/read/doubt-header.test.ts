import { expect, test } from "vitest";
import { readText, rowsOf } from "./read.ts";

const MONTHS = "ENE FEB MAR ABR MAY JUN JUL AGO SET OCT NOV DIC".split(" ");
const text = (months: readonly string[]) =>
  [
    ["ACTIVIDAD POI", "U.M.", "META", ...months].join("\t"),
    ["CONTROL", "ACCIONES", String(months.length), ...months.map(() => "1")].join("\t"),
  ].join("\n");
const doubtsOf = (months: readonly string[]) =>
  rowsOf(readText(text(months))).flatMap(({ doubts = [] }) => doubts.map(({ code }) => code));

test.each([
  ["all months", MONTHS, []],
  ["half a year", MONTHS.slice(6), []],
  ["all months, two quarters and what is known", [...MONTHS, "I TRIMESTRE", "II TRIMESTRE", "% AVANCE"], []],
  [
    "all months, two quarters and a column that nobody knows",
    [...MONTHS, "I TRIMESTRE", "II TRIMESTRE", "XYZ"],
    ["column-unknown"],
  ],
  ["two months that do not follow each other", ["MAR", "ABR", "AGO"], ["column-unknown"]],
])("%s in the header", (_, months, codes) => {
  expect(doubtsOf(months)).toEqual(codes);
});
