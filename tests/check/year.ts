import { join } from "node:path";
import { checkYear, type YearCheck } from "../../src/check/check-year.ts";
import type { Finding } from "../../src/check/finding.ts";
import type { Extraction, Row } from "../../src/schema.ts";
import { makeExtraction, makeRow, matched, withResults } from "../support/results.ts";

/** What a row of a report prints; all else is that of a sound row. */
export interface Printed {
  readonly id?: string;
  readonly organ?: string;
  readonly activity?: string;
  readonly unit?: string;
  readonly programmed: readonly (number | null)[];
  readonly executed?: readonly (number | null)[];
  readonly changes?: Partial<Row>;
}

const sums = (values: readonly (number | null)[], quarters: number) =>
  [0, 1, 2, 3].map((quarter) => {
    const of = values.slice(quarter * 3, quarter * 3 + 3).filter((value) => value !== null);
    return quarter >= quarters || of.length === 0 ? null : of.reduce((sum, value) => sum + value, 0);
  });

/** A row of the report of a quarter: months executed later are blank, quarters and target are sums. */
export function printRow(quarter: number, printed: Printed, index = 0): Row {
  const {
    programmed,
    executed = programmed,
    organ = "FINANZAS",
    activity = "CIERRE",
    unit = "ACCIONES",
  } = printed;
  const done = executed.map((value, month) => (month < quarter * 3 ? value : null));
  return makeRow({
    id: printed.id ?? `1-${7 + index}`,
    line: 7 + index,
    organ: matched(organ),
    unit: matched(unit),
    labels: { category: "GESTIÓN", activity, unit },
    target: programmed.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    series: {
      programmed: { monthly: [...programmed], quarterly: sums(programmed, 4) },
      executed: { monthly: done, quarterly: sums(done, quarter) },
    },
    ...printed.changes,
  });
}

/** The report of a quarter. */
export function report(quarter: number, rows: readonly Printed[], name = `q${quarter}.pdf`): Extraction {
  return makeExtraction(
    rows.map((row, index) => printRow(quarter, row, index)),
    { name, throughQuarter: quarter },
  );
}

/** Checks reports of one year with each other, in the order in which they are given. */
export function checkReports(...reports: Extraction[]): Promise<YearCheck> {
  const results = Object.fromEntries(reports.map((one, i) => [`r${i}`, one]));
  return withResults(results, (folder) =>
    checkYear({
      entity: "Municipalidad de Prueba",
      year: 2023,
      paths: Object.keys(results).map((name) => join(folder, `${name}.poi.json`)),
    }),
  );
}

/** Findings as one line each: `plan-changed CIERRE: programmed.feb 2 → 3`. */
export function inShort(findings: readonly Finding[]): string[] {
  return findings.map(
    ({ kind, activity, differences, isDoubtful }) =>
      `${kind}${isDoubtful ? "?" : ""} ${activity}${differences.length === 0 ? "" : ": "}${differences
        .map(({ cell, statements }) => `${cell} ${statements.map(({ value }) => value ?? "–").join(" → ")}`)
        .join(", ")}`,
  );
}

/** A plan of the same number every month. */
export const flat = (value: number) => Array<number>(12).fill(value);
/** A plan with some months changed; January is 1. */
export function withMonths(
  plan: readonly (number | null)[],
  months: Readonly<Record<number, number | null>>,
): (number | null)[] {
  return plan.map((value, i) => (Object.hasOwn(months, i + 1) ? months[i + 1]! : value));
}
