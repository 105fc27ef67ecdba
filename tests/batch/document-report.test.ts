import { describe, expect, test } from "vitest";
import { addCounts, type Counts, countResults } from "../../src/batch/document-report.ts";
import type { Flag } from "../../src/document.ts";
import { buildExtraction } from "../../src/emit/build-extraction.ts";
import type { Reconciliation } from "../../src/schema.ts";
import { matchExactly, settledRow, smallFamily } from "../support/settled-rows.ts";

const flag = (code: string, severity: "info" | "warning" | "error") => ({
  code,
  severity,
  cells: [],
  message: ".",
});
const verdicts = (...all: Reconciliation["verdict"][]): Reconciliation[] =>
  all.map((verdict) => ({
    label: "TOTAL",
    cell: "target",
    published: 1,
    computed: 1,
    difference: 0,
    verdict,
  }));

function count(
  rows: readonly ReturnType<typeof settledRow>[],
  reconciliation: readonly Reconciliation[] = [],
  flags: readonly Flag[] = [],
) {
  const info = {
    title: null,
    entity: null,
    year: null,
    throughQuarter: null,
    source: null,
    preparedBy: null,
  };
  return countResults(
    buildExtraction({
      source: { name: "plan.txt", bytes: new Uint8Array(), mediaType: "text/plain", id: "sha256:00" },
      read: { info, pages: 1, flags },
      settled: { rows, reconciliation, flags: [] },
      family: smallFamily,
      matchOrgan: matchExactly("Finance", "finance"),
      matchUnit: matchExactly("Reports", "reports"),
    }),
  );
}

describe("one document", () => {
  test("counts a reason once per row, the most frequent first", () => {
    const twice = [flag("broken", "error"), flag("broken", "error"), flag("also", "warning")];
    const rows = [
      settledRow({ status: "inconsistent", flags: twice }),
      settledRow({ status: "ambiguous", flags: [flag("also", "warning"), flag("remark", "info")] }),
    ];
    expect(count(rows)).toMatchObject({ rows: 2, review: 2, reasons: { also: 2, broken: 1 } });
    expect(Object.keys(count(rows).reasons)).toEqual(["also", "broken"]);
  });

  test("gives the status as the reason where no stage said more", () => {
    expect(count([settledRow({ status: "ambiguous" })]).reasons).toEqual({ ambiguous: 1 });
  });

  test("has no reasons from rows that need no review, nor from totals", () => {
    const rows = [
      settledRow({ flags: [flag("remark", "warning")] }),
      settledRow({ status: "inconsistent", flags: [flag("broken", "error")] }, { kind: "total" }),
    ];
    expect(count(rows)).toMatchObject({ rows: 1, review: 0, reasons: {} });
  });

  test("counts remarks on the document, where they are doubts", () => {
    const flags = [flag("line-not-read", "warning"), flag("line-not-read", "warning"), flag("note", "info")];
    expect(count([], [], flags).remarks).toEqual({ "line-not-read": 2 });
  });

  test("counts what the published totals say", () => {
    const reconciliation = verdicts("match", "mismatch", "match", "unsettled");
    expect(count([], reconciliation).totals).toEqual({ match: 2, mismatch: 1, unsettled: 1 });
  });
});

test("documents are added up", () => {
  const one: Counts = {
    pages: 2,
    rows: 3,
    verified: 1,
    repaired: 1,
    review: 1,
    reasons: { rare: 1, common: 1 },
    remarks: { odd: 1 },
    totals: { match: 5, mismatch: 1, unsettled: 0 },
  };
  expect(addCounts([one, { ...one, reasons: { common: 2 } }])).toEqual({
    pages: 4,
    rows: 6,
    verified: 2,
    repaired: 2,
    review: 2,
    reasons: { common: 3, rare: 1 },
    remarks: { odd: 2 },
    totals: { match: 10, mismatch: 2, unsettled: 0 },
  });
  expect(addCounts([]).rows).toBe(0);
});
