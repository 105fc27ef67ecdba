import { expect, it } from "vitest";
import { factColumns, factsOf } from "../../src/export/fact-columns.ts";
import { makeLines } from "../../src/export/make-lines.ts";
import { rowColumns } from "../../src/export/row-columns.ts";
import { makeExtraction, makeRow } from "../support/results.ts";

const row = makeRow({ year: 2025 });
const { document } = makeExtraction([row]);

it("a row of another year than its document's is of its own", () => {
  const { of } = rowColumns({ labels: new Set(), cells: new Set() }).find(({ name }) => name === "year")!;
  expect([of({ document, row }), of({ document, row: makeRow() })]).toEqual([2025, 2023]);
});

it("and so are its numbers", () => {
  const period = factColumns.findIndex(({ name }) => name === "period");
  const lines = [...makeLines(factColumns, factsOf([{ document, row }]))];
  expect(lines.map((line) => line[period]).slice(0, 3)).toEqual(["2025", "2025-01", "2025-02"]);
});
