import type { Extraction, Row } from "../../src/schema.ts";
import { ambiguousRow, makeExtraction, makeRow, matched, months, quarters } from "./results.ts";

/** Text that a spreadsheet would run, that a page would obey, and that CSV and SQL must quote. */
export const HOSTILE = '=HYPERLINK("http://x","<b>1\'; DROP TABLE poi_rows; --</b>"),\r\nnext';

/** A document with everything that a format can get wrong, and what of it needs review. */
export function hostileExtraction(): Extraction {
  const rows: Row[] = [
    makeRow(),
    makeRow({
      id: "1-8",
      line: 8,
      organ: { raw: "@SUM(A1)", name: null, id: null, score: 0, method: "none" },
      unit: null,
      labels: { category: "-2+3", activity: HOSTILE, unit: "", costCentre: "\u0000cut \ud800 half" },
      target: -5.25,
      series: {
        programmed: { monthly: months(0, null, -5.25), quarterly: quarters(-5.25) },
        executed: { monthly: months(1234567.89), quarterly: quarters(1234567.89) },
        financial: { monthly: months(1e-7), quarterly: quarters(9007199254740991) },
      },
      extra: { progress: 87.5 },
      status: "repaired",
      confidence: 0.991,
      flags: [
        { code: "b", severity: "info", cells: [], message: "" },
        { code: "a", severity: "info", cells: [], message: "" },
        { code: "b", severity: "info", cells: [], message: "" },
      ],
    }),
    ambiguousRow(),
  ];
  const reconciliation = [
    {
      label: "TOTAL",
      cell: "target",
      published: 9,
      computed: 8.75,
      difference: 0.25,
      verdict: "mismatch" as const,
    },
    {
      label: "TOTAL",
      cell: "executed.feb",
      published: null,
      computed: 0,
      difference: null,
      verdict: "unsettled" as const,
    },
  ];
  return makeExtraction(rows, { name: "hostile.txt", title: "+plan" }, { reconciliation });
}

/** Two documents of different families: the wide table has the columns of both. */
export function twoDocuments(): Record<string, Extraction> {
  const other = makeRow({
    organ: matched("TESORERÍA", "Tesorería"),
    labels: { activity: "PAGOS" },
    target: 3,
    series: { physical: { monthly: months(3), quarterly: quarters(3) } },
  });
  return {
    hostile: hostileExtraction(),
    other: makeExtraction([other], { name: "other.txt", entity: null, year: null, throughQuarter: null }),
  };
}
