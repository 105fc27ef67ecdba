import type { Flag, Table } from "../document.ts";
import type { Family } from "../family.ts";
import { withDoubts } from "../read/reading.ts";

const HALF_ROW: Flag = {
  code: "half-row",
  severity: "error",
  cells: [],
  message:
    "Pages of the document are lost, and numbers of this row that its table does not print may stand on them",
};

/** Doubts the rows of tables that lack a whole series, in a document that lost pages: where tables are spread over facing pages, these may be the other halves. */
export function doubtHalves(tables: readonly Table[], { series }: Pick<Family, "series">): Table[] {
  const isHalf = ({ cells }: Table) =>
    series.some(({ key }) => !cells.some((name) => name.startsWith(`${key}.`)));
  return tables.map((table) =>
    isHalf(table) ? { ...table, rows: table.rows.map((row) => withDoubts(row, [HALF_ROW])) } : table,
  );
}
