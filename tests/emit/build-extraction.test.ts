import { expect, test } from "vitest";
import type { Flag, SettledRow } from "../../src/document.ts";
import { buildExtraction } from "../../src/emit/build-extraction.ts";
import { extraction as extractionSchema } from "../../src/schema.ts";
import { matchExactly, settledRow, smallFamily } from "../support/settled-rows.ts";

const info = {
  title: "PLAN 2023",
  entity: "An entity",
  year: 2023,
  throughQuarter: 4,
  source: null,
  preparedBy: null,
};

function build(rows: readonly SettledRow[], flags: readonly Flag[] = []) {
  return buildExtraction({
    source: { name: "plan.txt", bytes: new Uint8Array(), mediaType: "text/plain", id: "sha256:00" },
    read: { info, pages: 2, flags },
    settled: { rows, reconciliation: [], flags: [{ ...flag, code: "of-repair" }] },
    family: smallFamily,
    matchOrgan: matchExactly("Finance", "finance"),
    matchUnit: matchExactly("Reports", "reports"),
  });
}
const flag: Flag = { code: "of-reading", severity: "info", cells: [], message: "A remark." };

test("the output is what the published schema says", () => {
  const built = build([settledRow(), settledRow({ status: "ambiguous" }, { line: 8 })]);
  expect(extractionSchema.parse(built)).toEqual(built);
});

test("the document carries what is known of it and of the family it was read with", () => {
  expect(build([]).document).toEqual({
    id: "sha256:00",
    name: "plan.txt",
    mediaType: "text/plain",
    pages: 2,
    family: "small",
    familyVersion: "2.1.0",
    ...info,
  });
});

test("totals stand apart from rows, both in the order of print", () => {
  const total = settledRow({}, { kind: "total", line: 8, labels: { label: "TOTAL" } });
  const built = build([settledRow({}, { line: 7 }), total, settledRow({}, { line: 9 })]);
  expect(built.rows.map((row) => row.line)).toEqual([7, 9]);
  expect(built.totals.map((row) => row.line)).toEqual([8]);
});

test("rows are named after their place, and rows on one line are counted", () => {
  const rows = [
    [1, 7],
    [1, 7],
    [2, 7],
    [1, 7],
    [1, 8],
  ].map(([page, line]) => settledRow({}, { page: page!, line: line! }));
  expect(build(rows).rows.map((row) => row.id)).toEqual(["1-7", "1-7-2", "2-7", "1-7-3", "1-8"]);
});

test("the summary counts rows and leaves totals out", () => {
  const rows = [
    settledRow({ status: "verified" }),
    settledRow({ status: "repaired" }, { line: 8 }),
    settledRow({ status: "repaired", confidence: 0.5 }, { line: 9 }),
    settledRow({ status: "ambiguous" }, { line: 10 }),
    settledRow({ status: "inconsistent" }, { line: 11, kind: "total" }),
  ];
  expect(build(rows).summary).toEqual({ rows: 4, verified: 1, repaired: 2, review: 2 });
});

test("remarks of all stages are kept, in the order of the stages", () => {
  expect(build([], [flag]).flags.map(({ code }) => code)).toEqual(["of-reading", "of-repair"]);
});
