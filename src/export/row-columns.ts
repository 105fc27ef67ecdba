import { listCells } from "../results/list-cells.ts";
import type { Extraction, Row } from "../schema.ts";
import { toColumnName } from "./column-name.ts";
import type { Shape } from "./observe-shape.ts";
import type { SourcedColumn } from "./table.ts";

/** A row and the document it stands in. */
export interface RowItem {
  readonly document: Extraction["document"];
  readonly row: Row;
}

const before: readonly SourcedColumn<RowItem>[] = [
  { name: "document_id", type: "string", description: "The document.", of: ({ document }) => document.id },
  {
    name: "row_id",
    type: "string",
    description: "Names the row within its document, the same in every conversion.",
    of: ({ row }) => row.id,
  },
  {
    name: "entity",
    type: "string",
    description: "The public entity.",
    of: ({ document }) => document.entity,
  },
  { name: "year", type: "integer", description: "Year of the plan.", of: ({ document }) => document.year },
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
  {
    name: "organ",
    type: "string",
    description: "The organ's name; as printed where it matches none that is known.",
    of: ({ row }) => row.organ?.name ?? row.organ?.raw ?? null,
  },
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
  {
    name: "unit",
    type: "string",
    description: "Unit of measure; as printed where it matches none that is known.",
    of: ({ row }) => row.unit?.name ?? row.unit?.raw ?? null,
  },
  {
    name: "unit_id",
    type: "string",
    description: "The unit's id in its family; empty where it matches none.",
    of: ({ row }) => row.unit?.id ?? null,
  },
];

const after: readonly SourcedColumn<RowItem>[] = [
  {
    name: "status",
    type: "string",
    description: "verified, repaired, ambiguous, inconsistent or unverified.",
    of: ({ row }) => row.status,
  },
  {
    name: "needs_review",
    type: "boolean",
    description: "Whether a person should look at the row.",
    of: ({ row }) => row.needsReview,
  },
  {
    name: "confidence",
    type: "number",
    description: "Probability that every number of the row is right, from 0 to 1.",
    of: ({ row }) => row.confidence,
  },
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
function labelColumn(key: string, taken: ReadonlySet<string>): SourcedColumn<RowItem> {
  const plain = toColumnName(key);
  return {
    name: taken.has(plain) ? `${plain}_printed` : plain,
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
