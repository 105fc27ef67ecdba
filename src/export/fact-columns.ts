import { type Cell, listCells } from "../results/list-cells.ts";
import { openCells } from "../results/open-cells.ts";
import { commonColumns, type RowItem } from "./common-columns.ts";
import { periodName } from "./period-name.ts";
import type { SourcedColumn } from "./table.ts";

/** One number of a row. */
interface FactItem extends RowItem {
  readonly cell: Cell;
}

/**
 * The numbers of some rows, one by one. A blank is no number and gives none; a number that is printed but could
 * not be settled gives one without a value.
 */
export function* factsOf(rows: Iterable<RowItem>): Generator<FactItem> {
  for (const item of rows) {
    const open = openCells(item.row);
    for (const cell of listCells(item.row)) {
      if (cell.value !== null || open.has(cell.name)) yield { ...item, cell };
    }
  }
}

/** Left, top, right and bottom, in PDF points from the page's top left corner. */
const boxColumns = ["left", "top", "right", "bottom"].map((side, index) => ({
  name: `box_${side}`,
  type: "number" as const,
  description: `Where the number is printed: its ${side} edge, in points from the top left of the page as seen.`,
  of: ({ row, cell }: FactItem) => row.source.cells[cell.name]?.box?.[index] ?? null,
}));

/** The columns of the long table. */
export const factColumns: readonly SourcedColumn<FactItem>[] = [
  commonColumns.documentId,
  commonColumns.rowId,
  {
    name: "cell",
    type: "string",
    description: "The cell, as in programmed.jan.",
    of: ({ cell }) => cell.name,
  },
  commonColumns.entity,
  commonColumns.organ,
  {
    name: "activity",
    type: "string",
    description: "The activity as printed.",
    of: ({ row }) => row.labels.activity ?? null,
  },
  commonColumns.unit,
  {
    name: "series",
    type: "string",
    description: "target, programmed, executed, or another series of the family.",
    of: ({ cell }) => cell.series,
  },
  {
    name: "period",
    type: "string",
    description: "2023-01 a month, 2023-Q1 a quarter, 2023 the whole year; XXXX where the year is unknown.",
    of: ({ document, row, cell }) => periodName(row.year ?? document.year, cell.period),
  },
  {
    name: "value",
    type: "number",
    description: "The number; empty where one is printed and several readings are possible.",
    of: ({ cell }) => cell.value,
  },
  commonColumns.status,
  commonColumns.needsReview,
  commonColumns.confidence,
  {
    name: "page",
    type: "integer",
    description: "The page the number is printed on.",
    of: ({ row, cell }) => row.source.cells[cell.name]?.page ?? row.page,
  },
  ...boxColumns,
];
