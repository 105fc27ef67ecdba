import { listCells } from "../results/list-cells.ts";
import type { Row } from "../schema.ts";
import { toColumnName } from "./column-name.ts";
import { commonColumns, type RowItem } from "./common-columns.ts";
import type { Shape } from "./observe-shape.ts";
import type { SourcedColumn } from "./table.ts";

const before: readonly SourcedColumn<RowItem>[] = [
  commonColumns.documentId,
  commonColumns.rowId,
  commonColumns.entity,
  {
    name: "year",
    type: "integer",
    description: "Year of the plan; a plan for several years has a row for each.",
    of: ({ document, row }) => row.year ?? document.year,
  },
  {
    name: "through_quarter",
    type: "integer",
    description: "The last quarter, 1 to 4, whose execution the document reports.",
    of: ({ document }) => document.throughQuarter,
  },
  { name: "page", type: "integer", description: "The page it is printed on.", of: ({ row }) => row.page },
  {
    name: "line",
    type: "integer",
    description: "Where it is printed; for text, the line of the file.",
    of: ({ row }) => row.line,
  },
  commonColumns.organ,
  {
    name: "organ_id",
    type: "string",
    description: "The organ's id in its family; empty where it matches none.",
    of: ({ row }) => row.organ?.id ?? null,
  },
  {
    name: "organ_printed",
    type: "string",
    description: "The organ as printed.",
    of: ({ row }) => row.organ?.raw ?? null,
  },
  commonColumns.unit,
  {
    name: "unit_id",
    type: "string",
    description: "The unit's id in its family; empty where it matches none.",
    of: ({ row }) => row.unit?.id ?? null,
  },
];

const after: readonly SourcedColumn<RowItem>[] = [
  commonColumns.status,
  commonColumns.needsReview,
  commonColumns.confidence,
  {
    name: "flags",
    type: "string",
    description: "Codes of the remarks on the row, parted by spaces.",
    of: ({ row }) => [...new Set(row.flags.map(({ code }) => code))].join(" ") || null,
  },
];

/** The columns of the wide table: what every row has, the labels and numbers of the families at hand, how sure it is. */
export function rowColumns({ labels, cells }: Shape): SourcedColumn<RowItem>[] {
  const numbers = cellColumns(cells);
  const taken = new Set([...before, ...numbers, ...after].map(({ name }) => name));
  return [...before, ...[...labels].map((key) => labelColumn(key, taken)), ...numbers, ...after];
}

/** A label that is called like another column is told apart as `…_printed`, which is what labels are. */
function labelColumn(key: string, taken: Set<string>): SourcedColumn<RowItem> {
  let name = toColumnName(key);
  while (taken.has(name)) name += "_printed";
  taken.add(name);
  return {
    name,
    type: "string",
    description: `The column "${key}" as printed.`,
    of: ({ row }) => row.labels[key] ?? null,
  };
}

function cellColumns(cells: ReadonlySet<string>): SourcedColumn<RowItem>[] {
  // The columns of one row are asked one after the other: its cells are gathered once.
  let current: { readonly row: Row; readonly values: ReadonlyMap<string, number | null> } | undefined;
  const valuesOf = (row: Row) => {
    if (current?.row !== row) {
      current = { row, values: new Map([...listCells(row)].map(({ name, value }) => [name, value])) };
    }
    return current.values;
  };
  return [...cells].map((name) => ({
    name: toColumnName(name),
    type: "number",
    description: `The number in ${name}; empty where a blank is printed or several numbers are possible.`,
    of: ({ row }) => valuesOf(row).get(name) ?? null,
  }));
}
