import type { Channel, NumberFormat, PrintedRow, SettledDocument, Table } from "../../src/document.ts";
import type { Family } from "../../src/family.ts";
import { readAsPrinted } from "../../src/repair/as-printed.ts";
import { errorModels } from "../../src/repair/error-model.ts";
import { learnLikeness } from "../../src/repair/likeness.ts";
import { createRowReader } from "../../src/repair/read-row.ts";
import type { Reading } from "../../src/repair/reading.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { settleDocument } from "../../src/repair/settle-document.ts";
import { familyCells, monthKeys, quarterKeys } from "../../src/rules/cell-names.ts";
import { compileEquation } from "../../src/rules/equation.ts";
import { smallFamily } from "../support/settled-rows.ts";

export type Value = number | null;

const months = (series: string) => monthKeys.map((month) => `${series}.${month}`);
const quarters = quarterKeys.flatMap((quarter) => [`programmed.${quarter}`, `executed.${quarter}`]);

/** META, two series of months, then the quarters: it is read from its end. */
export const quartersLast = ["target", ...months("programmed"), ...months("executed"), ...quarters];
/** Quarters before months: read from its beginning. */
export const quartersFirst = ["target", ...quarters, ...months("programmed"), ...months("executed")];
/** A target and its months. */
export const monthsOnly = ["target", ...months("programmed")];

const series = [
  { key: "programmed", header: ["PROGRAMADO"] },
  { key: "executed", header: ["EJECUTADO"] },
];
const quarterMonths = ["jan..mar", "apr..jun", "jul..sep", "oct..dec"];
export const targetRule = "target = programmed.jan..dec";
const rules = [
  targetRule,
  ...["programmed", "executed"].flatMap((key) =>
    quarterMonths.map((range, q) => `${key}.q${q + 1} = ${key}.${range}`),
  ),
];

interface Rules {
  readonly equations?: readonly string[];
  readonly tolerance?: number;
  readonly totals?: Family["totals"];
}

/** A family of a plan and its execution, with all nine equations unless others are given. */
export function planFamily({ equations = rules, tolerance = 0, totals = [] }: Rules = {}): Family {
  const cells = familyCells(series);
  return {
    ...smallFamily,
    series,
    equations: equations.map((text) => compileEquation(text, tolerance, cells)),
    totals,
    reviewBelow: 0.98,
  };
}

/** The same with a total of all rows above it, as `TOTAL`. */
export const totalledFamily = planFamily({ totals: [{ label: "TOTAL", rows: "all" }] });

/** Every number of a row by its cell: the months, and the quarters and the target that they add up to. */
export function rowOf(
  programmed: readonly Value[],
  executed: readonly Value[] = programmed,
): Record<string, Value> {
  const sum = (list: readonly Value[]) => list.reduce<number>((a, b) => a + (b ?? 0), 0);
  const row: Record<string, Value> = { target: sum(programmed) };
  for (const [key, list] of Object.entries({ programmed, executed })) {
    for (const [m, month] of monthKeys.entries()) row[`${key}.${month}`] = list[m] as Value;
    for (const [q, quarter] of quarterKeys.entries())
      row[`${key}.${quarter}`] = sum(list.slice(3 * q, 3 * q + 3));
  }
  return row;
}

/** The sum of rows, cell by cell. */
export function totalOf(rows: readonly Readonly<Record<string, Value>>[]): Record<string, Value> {
  const cells = Object.keys(rows[0] ?? {});
  return Object.fromEntries(
    cells.map((cell) => [cell, rows.reduce((sum, row) => sum + (row[cell] ?? 0), 0)]),
  );
}

/** A row's texts in the order of its columns, as a sound document prints them. */
export function print(
  row: Readonly<Record<string, Value>>,
  cells: readonly string[] = quartersLast,
): string[] {
  return cells.map((cell) => String(row[cell] ?? ""));
}

/** What a settled or expected row says in the order of its columns. */
export function valuesIn(
  row: Readonly<Record<string, Value>>,
  cells: readonly string[] = quartersLast,
): Value[] {
  return cells.map((cell) => row[cell] ?? null);
}

/** The texts without those from `at` on: `count` are taken out, and `others` put in their place. */
export function splice(
  texts: readonly string[],
  at: number,
  count: number,
  ...others: readonly string[]
): string[] {
  return [...texts.slice(0, at), ...others, ...texts.slice(at + count)];
}

export function printedRow(texts: readonly string[], line = 1, label: string | null = null): PrintedRow {
  return {
    kind: label === null ? "activity" : "total",
    page: 1,
    line,
    text: texts.join("\t"),
    labels: label === null ? { organ: "Finance", unit: "ACTS" } : { label },
    tokens: texts.map((text) => ({ text, page: 1, box: null })),
  };
}

interface Document {
  readonly rows: readonly (readonly string[])[];
  /** Texts of a row `TOTAL` under the others. */
  readonly total?: readonly string[];
  readonly family?: Family;
  readonly cells?: readonly string[];
  readonly channel?: Channel;
  readonly numberFormat?: NumberFormat;
}

/** Settles a document of one table. */
export function settle({
  rows,
  total,
  family = total === undefined ? planFamily() : totalledFamily,
  cells = quartersLast,
  channel = "tabular",
  numberFormat = { decimal: ".", thousands: null },
}: Document): SettledDocument {
  const printed = rows.map((texts, k) => printedRow(texts, k + 1));
  if (total !== undefined) printed.push(printedRow(total, rows.length + 1, "TOTAL"));
  const table: Table = { cells, rows: printed, channel, numberFormat };
  return settleDocument([table], family);
}

/** Sound rows of several shapes in which the execution follows the plan: what a document teaches. */
export const soundRows = [
  [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2],
  [10, 12, 9, 14, 11, 10, 13, 12, 10, 9, 15, 11],
  [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6],
  [80, 75, 90, 85, 82, 88, 79, 91, 84, 86, 83, 87],
  [1, 1, 2, 1, 1, 2, 1, 1, 2, 1, 1, 2],
  [300, 310, 295, 305, 320, 315, 290, 300, 310, 325, 330, 340],
  [null, 4, null, null, 4, null, null, 4, null, null, 4, null],
  [7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7],
].map((list) => rowOf(list));

/** A settled document of the sound rows, the given texts last; what became of them is returned. */
export function settleAmong(texts: readonly string[], rest: Omit<Document, "rows"> = {}) {
  const { rows } = settle({ ...rest, rows: [...soundRows.map((row) => print(row, rest.cells)), texts] });
  return rows[soundRows.length] as SettledDocument["rows"][number];
}

export const toNumber = (text: string): number | null => (text === "" ? null : Number(text));

/** The texts' numbers as the stages use them: integers of the smallest unit, NaN for what is no number. */
export function scaledNumbers(texts: readonly string[], scale: number): (number | null)[] {
  return texts.map((text) => (text === "" ? null : Math.round(Number(text) * scale)));
}

/** Reads one row's texts, with the likeness of some rows. */
export function readTexts(
  texts: readonly string[],
  {
    cells = quartersLast,
    family = planFamily(),
    channel = "tabular",
    like = soundRows,
  }: {
    cells?: readonly string[];
    family?: Family;
    channel?: "tabular" | "collapsed";
    like?: readonly Readonly<Record<string, Value>>[];
  } = {},
) {
  const code = compileRowCode(cells, family);
  const likeness = learnLikeness(
    code,
    like.map((row) => valuesIn(row, cells)),
  );
  const { read } = createRowReader(code, errorModels[channel], likeness, 1, toNumber);
  const tokens = texts.map(toNumber);
  return read(printedRow(texts), tokens, readAsPrinted(code, tokens, 1));
}

/** A reading for tests of what comes after the search: every cell read from the token in its place. */
export function readingOf(values: Reading["values"], changes: Partial<Reading> = {}): Reading {
  return {
    values,
    tokens: values.map((_, cell) => cell),
    origins: values.map(() => "read"),
    leftovers: [],
    broken: [],
    cost: 0,
    ...changes,
  };
}
