import { describe, expect, test } from "vitest";
import { toColumnName } from "../../src/export/column-name.ts";
import { factColumns, factsOf } from "../../src/export/fact-columns.ts";
import { makeLines } from "../../src/export/make-lines.ts";
import { observeShape } from "../../src/export/observe-shape.ts";
import { periodName } from "../../src/export/period-name.ts";
import { planTables } from "../../src/export/plan-tables.ts";
import type { Line, Table } from "../../src/export/table.ts";
import type { Extraction, Row } from "../../src/schema.ts";
import { hostileExtraction, twoDocuments } from "../support/hostile-results.ts";
import { ambiguousRow, makeExtraction, makeRow, months, quarters } from "../support/results.ts";

async function* asResults(...extractions: Extraction[]) {
  for (const [i, extraction] of extractions.entries()) yield { path: `${i}.poi.json`, extraction };
}
const plan = async (extraction: Extraction, includeReview = false) =>
  planTables(await observeShape(asResults(extraction)), includeReview);

/** The lines of a table as objects. */
function objects(tables: readonly Table[], name: string, extraction: Extraction) {
  const table = tables.find((one) => one.name === name)!;
  return [...table.linesOf(extraction, "plan.poi.json")].map((line: Line) =>
    Object.fromEntries(table.columns.map((column, i) => [column.name, line[i]])),
  );
}

test.each([
  [2023, { month: 1 }, "2023-01"],
  [2023, { month: 12 }, "2023-12"],
  [2023, { quarter: 4 }, "2023-Q4"],
  [2023, {}, "2023"],
  [null, { month: 3 }, "XXXX-03"],
  [null, {}, "XXXX"],
  [987, {}, "0987"],
])("the period of %s and %o is %s", (year, period, name) => {
  expect(periodName(year, period)).toBe(name);
});

test.each([
  ["target", "target"],
  ["programmed.jan", "programmed_jan"],
  ["physicalExecuted.q1", "physical_executed_q1"],
  ["extra.progress", "extra_progress"],
])("the cell %s is the column %s", (cell, column) => {
  expect(toColumnName(cell)).toBe(column);
});

describe("facts", () => {
  const lines = (...rows: Row[]) => {
    const { document } = makeExtraction(rows);
    const items = factsOf(rows.map((row) => ({ document, row })));
    return [...makeLines(factColumns, items)].map((line) =>
      Object.fromEntries(factColumns.map(({ name }, i) => [name, line[i]])),
    );
  };

  test("there is one for each number: the target, twelve months and four quarters planned, one of each executed", () => {
    expect(lines(makeRow())).toHaveLength(1 + 12 + 4 + 1 + 1);
  });

  test("each says what, where, how sure and of which period it is", () => {
    expect(lines(makeRow())[0]).toEqual({
      document_id: "sha256:plan.txt",
      row_id: "1-7",
      cell: "target",
      entity: "Municipalidad de Prueba",
      organ: "Finanzas",
      activity: "CIERRE DEL MES",
      unit: "Acción",
      series: "target",
      period: "2023",
      value: 12,
      status: "verified",
      needs_review: false,
      confidence: 0.9999,
      page: 1,
      box_left: 10,
      box_top: 20.5,
      box_right: 30,
      box_bottom: 40,
    });
  });

  test("a number without a place of its own is on its row's page, and has no box", () => {
    expect(lines(makeRow({ page: 4 }))[1]).toMatchObject({ cell: "programmed.jan", page: 4, box_left: null });
  });

  test("a zero is a number, a blank is none", () => {
    const series = { executed: { monthly: months(0, null, 2), quarterly: quarters() } };
    const facts = lines(makeRow({ target: null, series }));
    expect(facts.map(({ cell, value }) => [cell, value])).toEqual([
      ["executed.jan", 0],
      ["executed.mar", 2],
    ]);
  });

  test("a number that could not be settled is there without a value", () => {
    const open = lines(ambiguousRow()).filter(({ value }) => value === null);
    expect(open.map(({ cell, period }) => [cell, period])).toEqual([
      ["programmed.jan", "2023-01"],
      ["programmed.feb", "2023-02"],
    ]);
  });

  test("an organ that matches nothing is called as printed", () => {
    const organ = { raw: "OFICINA X", name: null, id: null, score: 0, method: "none" as const };
    expect(lines(makeRow({ organ }))[0]).toMatchObject({ organ: "OFICINA X" });
    expect(lines(makeRow({ organ: null, unit: null, labels: {} }))[0]).toMatchObject({
      organ: null,
      unit: null,
      activity: null,
    });
  });
});

describe("rows", () => {
  test("have a column for each label and each cell; a label that is called like a column is the printed one", async () => {
    const extraction = makeExtraction([makeRow()]);
    const [row] = objects(await plan(extraction), "rows", extraction);
    expect(row).toMatchObject({
      organ: "Finanzas",
      organ_id: "finanzas",
      organ_printed: "FINANZAS",
      unit: "Acción",
      unit_printed: "ACCIONES",
      activity: "CIERRE DEL MES",
      target: 12,
      programmed_jan: 1,
      programmed_q4: 3,
      executed_jan: 1,
      executed_feb: null,
      executed_q2: null,
      needs_review: false,
      flags: null,
    });
  });

  test("keep nothing apart from zero, list each flag once, and hold no character that a database refuses", async () => {
    const extraction = hostileExtraction();
    const [sound, hostile] = objects(await plan(extraction), "rows", extraction);
    expect(hostile).toMatchObject({
      organ: "@SUM(A1)",
      organ_id: null,
      unit: null,
      unit_printed: "",
      cost_centre: "\ufffdcut \ufffd half",
      programmed_jan: 0,
      programmed_feb: null,
      target: -5.25,
      financial_jan: 1e-7,
      extra_progress: 87.5,
      flags: "b a",
    });
    expect(sound).toMatchObject({ cost_centre: null, financial_jan: null, extra_progress: null });
  });

  test("of families with other series stand in one table", async () => {
    const { hostile, other } = twoDocuments();
    const tables = planTables(await observeShape(asResults(hostile!, other!)), false);
    const [row] = objects(tables, "rows", other!);
    expect(row).toMatchObject({
      physical_jan: 3,
      programmed_jan: null,
      category: null,
      activity: "PAGOS",
      year: null,
    });
    const names = tables.find(({ name }) => name === "rows")!.columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("rows that need review", () => {
  const count = (tables: readonly Table[], extraction: Extraction) =>
    Object.fromEntries(tables.map(({ name, linesOf }) => [name, [...linesOf(extraction, "x")].length]));

  test("and their numbers are in tables of their own", async () => {
    const extraction = makeExtraction([makeRow(), ambiguousRow()]);
    expect(count(await plan(extraction), extraction)).toEqual({
      documents: 1,
      rows: 1,
      facts: 19,
      "rows-review": 1,
      // The target, four quarters, March, and two months that are open.
      "facts-review": 8,
      reconciliation: 0,
    });
  });

  test("are among the others where that is asked for, and the other tables are empty", async () => {
    const extraction = makeExtraction([makeRow(), ambiguousRow()]);
    expect(count(await plan(extraction, true), extraction)).toMatchObject({
      rows: 2,
      facts: 27,
      "rows-review": 0,
      "facts-review": 0,
    });
  });

  test("are those that say so, whatever their status", async () => {
    const unknownOrgan = makeRow({ needsReview: true });
    const extraction = makeExtraction([unknownOrgan]);
    expect(count(await plan(extraction), extraction)).toMatchObject({ rows: 0, "rows-review": 1 });
  });
});

test("totals are numbered as they stand in the document", async () => {
  const extraction = hostileExtraction();
  expect(objects(await plan(extraction), "reconciliation", extraction)).toEqual([
    {
      document_id: "sha256:hostile.txt",
      position: 1,
      label: "TOTAL",
      cell: "target",
      published: 9,
      computed: 8.75,
      difference: 0.25,
      verdict: "mismatch",
    },
    expect.objectContaining({ position: 2, published: null, computed: 0, difference: null }),
  ]);
});

test("documents name the result they come from", async () => {
  const extraction = makeExtraction([makeRow(), ambiguousRow()]);
  expect(objects(await plan(extraction), "documents", extraction)).toEqual([
    expect.objectContaining({
      file: "plan.poi.json",
      name: "plan.txt",
      year: 2023,
      row_count: 2,
      verified: 1,
      review: 1,
    }),
  ]);
});

describe("names that cannot be columns are refused, and the file is named", () => {
  test.each([
    ["a label", { labels: { "a; DROP TABLE x": "" } }],
    ["an empty label", { labels: { "": "" } }],
    ["a label with underscores", { labels: { cost_centre: "" } }],
    ["a label without end", { labels: { ["a".repeat(41)]: "" } }],
    ["a series", { series: { 'x"': { monthly: months(), quarterly: quarters() } } }],
    ["an extra column", { extra: { "%": 1 } }],
  ] satisfies [string, Partial<Row>][])("%s", async (_, changes) => {
    const results = asResults(makeExtraction([makeRow()]), makeExtraction([makeRow(changes)]));
    await expect(observeShape(results)).rejects.toMatchObject({
      code: "result-invalid",
      place: { file: "1.poi.json" },
      message: expect.stringContaining("a column must be named by"),
    });
  });

  test("and so are too many", async () => {
    const labels = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`label${i}`, ""]));
    await expect(observeShape(asResults(makeExtraction([makeRow({ labels })])))).rejects.toMatchObject({
      code: "result-invalid",
      message: expect.stringContaining("at most 500 columns"),
    });
  });
});
