import type { CellName, SettledRow, Table, Token } from "../document.ts";
import { parseNumber } from "../rules/number.ts";

/** Where fewer rows carry a per cent sign, it may be part of a text. */
const MIN_SHARE = 0.5;

/** A table without its column of percentages, and how to put it back into a row. */
export interface PercentApart<T extends Table> {
  readonly table: T;
  readonly putBack: (row: SettledRow, index: number) => SettledRow;
}

/**
 * Sets the one column of percentages apart, such as % AVANCE: its per cent sign says where a number belongs, however
 * many blanks were lost before it, and no equation holds it. Where several numbers of a row carry a sign, or none
 * does, the row stays as it is; where that is so in many rows, so does the table.
 */
export function setPercentApart<T extends Table>(table: T): PercentApart<T> {
  const unchanged: PercentApart<T> = { table, putBack: (row) => row };
  const [extra, ...others] = table.cells.filter((name) => name.startsWith("extra."));
  if (extra === undefined || others.length > 0) return unchanged;
  const percents = table.rows.map(({ tokens }) => tokens.filter(({ text }) => text.includes("%")));
  if (percents.some((signs) => signs.length > 1)) return unchanged;
  const activities = table.rows.flatMap(({ kind }, i) => (kind === "activity" ? [percents[i]!] : []));
  const signed = activities.filter((signs) => signs.length === 1).length;
  if (signed < MIN_SHARE * activities.length) return unchanged;
  const isLost = (tokens: readonly Token[], i: number) =>
    tokens.length === table.cells.length && percents[i]!.length === 0;
  // A full row without a sign may have lost it.
  if (table.rows.some(({ tokens }, i) => isLost(tokens, i))) return unchanged;
  return {
    table: {
      ...table,
      cells: table.cells.filter((name) => name !== extra),
      rows: table.rows.map((row, i) =>
        percents[i]!.length === 0
          ? row
          : { ...row, tokens: row.tokens.filter((token) => token !== percents[i]![0]) },
      ),
    },
    putBack: (row, i) => withCell(row, table.rows[i]!, extra, percents[i]![0], table),
  };
}

function withCell(
  row: SettledRow,
  printed: SettledRow["printed"],
  name: CellName,
  token: Token | undefined,
  { numberFormat }: Table,
): SettledRow {
  const value = token === undefined ? null : (parseNumber(token.text, numberFormat) ?? null);
  return {
    ...row,
    printed,
    values: { ...row.values, [name]: value },
    tokens: token === undefined ? row.tokens : { ...row.tokens, [name]: token },
  };
}
