import type { Row } from "../schema.ts";
import { monthKeys, quarterKeys } from "./cell-names.ts";

export type Cells = Record<string, number | null>;
type Amounts = Row["series"][string];

/** Every number of a row by the name of its cell: `target`, the series, `extra.<key>`. */
export function readCells(row: Pick<Row, "target" | "series" | "extra">): Cells {
  const cells: Cells = { target: row.target };
  for (const [key, { monthly, quarterly, total }] of Object.entries(row.series)) {
    for (const [k, month] of monthKeys.entries()) cells[`${key}.${month}`] = monthly[k] ?? null;
    for (const [k, quarter] of quarterKeys.entries()) cells[`${key}.${quarter}`] = quarterly[k] ?? null;
    if (total !== undefined) cells[`${key}.total`] = total;
  }
  for (const [key, value] of Object.entries(row.extra ?? {})) cells[`extra.${key}`] = value;
  return cells;
}

/** The row with other numbers in some of its cells. Cells that it does not have are passed over. */
export function writeCells(row: Row, changes: Readonly<Cells>): Row {
  const of = (cell: string, value: number | null) => (Object.hasOwn(changes, cell) ? changes[cell]! : value);
  const write = (key: string, { monthly, quarterly, total }: Amounts): Amounts => ({
    monthly: monthKeys.map((month, k) => of(`${key}.${month}`, monthly[k] ?? null)),
    quarterly: quarterKeys.map((quarter, k) => of(`${key}.${quarter}`, quarterly[k] ?? null)),
    ...(total !== undefined && { total: of(`${key}.total`, total) }),
  });
  return {
    ...row,
    target: of("target", row.target),
    series: Object.fromEntries(
      Object.entries(row.series).map(([key, amounts]) => [key, write(key, amounts)]),
    ),
    ...(row.extra !== undefined && {
      extra: Object.fromEntries(
        Object.entries(row.extra).map(([key, value]) => [key, of(`extra.${key}`, value)]),
      ),
    }),
  };
}

/** The cells that have another value in `after`. */
export function changedCells(before: Readonly<Cells>, after: Readonly<Cells>): string[] {
  return Object.keys(after).filter((cell) => before[cell] !== after[cell]);
}
