import type { PrintedRow, SettledRow } from "../../src/document.ts";
import type { Family } from "../../src/family.ts";
import type { MatchedName } from "../../src/schema.ts";

/** A family with one series, two organs' worth of names to miss, and no equations: enough for what follows repair. */
export const smallFamily: Family = {
  id: "small",
  version: "2.1.0",
  name: "Small",
  description: "A family for tests",
  entity: null,
  recognise: { title: ["PLAN"], words: [] },
  labels: [{ key: "organ", header: ["ORGANO"], values: [] }],
  target: { header: ["META"] },
  series: [{ key: "programmed", header: ["PROGRAMADO"] }],
  months: [],
  quarters: [],
  extra: [],
  columns: ["organ", "target"],
  equations: [],
  totals: [],
  footer: { source: ["FUENTE"], preparedBy: ["ELABORACION"] },
  reviewBelow: 0.99,
  organs: [{ id: "finance", name: "Finance", aliases: [] }],
  units: [{ id: "reports", name: "Reports", aliases: [] }],
};

/** A verified row; what a test is about is given as `changes`. */
export function settledRow(changes: Partial<SettledRow> = {}, printed: Partial<PrintedRow> = {}): SettledRow {
  return {
    printed: {
      kind: "activity",
      page: 1,
      line: 7,
      text: "Finance\tReports\t2\t2",
      labels: { organ: "Finance", unit: "Reports", activity: "Closing the books" },
      tokens: [],
      ...printed,
    },
    values: { target: 2, "programmed.jan": 2, "programmed.q1": 2 },
    status: "verified",
    confidence: 0.9999,
    flags: [],
    repairs: [],
    candidates: [],
    tokens: { target: { text: "2", page: 1, box: null } },
    ...changes,
  };
}

/** Matches a name letter by letter or not at all. */
export function matchExactly(name: string, id: string): (raw: string) => MatchedName {
  return (raw) =>
    raw === name
      ? { raw, name, id, score: 1, method: "exact" }
      : { raw, name: null, id: null, score: 0.4, method: "none", candidates: [{ name, id, score: 0.4 }] };
}
