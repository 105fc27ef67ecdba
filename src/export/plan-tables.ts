import type { Extraction, Row } from "../schema.ts";
import { documentColumns } from "./document-columns.ts";
import { factColumns, factsOf } from "./fact-columns.ts";
import { makeLines } from "./make-lines.ts";
import type { Shape } from "./observe-shape.ts";
import { reconciliationColumns } from "./reconciliation-columns.ts";
import { rowColumns } from "./row-columns.ts";
import type { Table } from "./table.ts";

/**
 * The tables of an export. Rows that need review, and their numbers, go to the tables `rows-review` and
 * `facts-review`, unless they were asked for together with the others; those tables are then there, and empty.
 */
export function planTables(shape: Shape, includeReview: boolean): Table[] {
  const ofRows = rowColumns(shape);
  const quarantine = [
    { suffix: "", says: "that need no review", holds: (row: Row) => includeReview || !row.needsReview },
    { suffix: "-review", says: "that need review", holds: (row: Row) => !includeReview && row.needsReview },
  ];
  const kept = includeReview ? "of all rows" : undefined;
  return [
    {
      name: "documents",
      description: "One line per document: what it is, and how many of its rows are sure.",
      columns: documentColumns,
      key: ["document_id"],
      linesOf: (extraction, file) => makeLines(documentColumns, [{ extraction, file }]),
    },
    ...quarantine.flatMap(({ suffix, says, holds }): Table[] => [
      {
        name: `rows${suffix}`,
        description: `One line per row of a plan, ${suffix === "" && kept ? kept : `of rows ${says}`}.`,
        columns: ofRows,
        key: ["document_id", "row_id"],
        linesOf: (extraction) => makeLines(ofRows, chosen(extraction, holds)),
      },
      {
        name: `facts${suffix}`,
        description: `One line per number, ${suffix === "" && kept ? kept : `of rows ${says}`}.`,
        columns: factColumns,
        key: ["document_id", "row_id", "cell"],
        linesOf: (extraction) => makeLines(factColumns, factsOf(chosen(extraction, holds))),
      },
    ]),
    {
      name: "reconciliation",
      description: "One line per published total: what it says, and what the rows it adds up come to.",
      columns: reconciliationColumns,
      key: ["document_id", "position"],
      linesOf: (extraction) =>
        makeLines(
          reconciliationColumns,
          extraction.reconciliation.map((item, index) => ({ document: extraction.document, item, index })),
        ),
    },
  ];
}

function* chosen({ document, rows }: Extraction, holds: (row: Row) => boolean) {
  for (const row of rows) if (holds(row)) yield { document, row };
}
