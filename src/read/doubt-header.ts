import type { Flag, Table } from "../document.ts";
import type { Family } from "../family.ts";
import { monthKeys, quarterKeys, seriesIn } from "../rules/cell-names.ts";
import { withDoubts } from "./reading.ts";

/**
 * Doubts all rows under a header that names two periods of a series and not those between them, or not all quarters of its
 * months and columns beside that nobody knows: its other words were not read, as those of a header that stands on its side,
 * and numbers may stand under the wrong ones.
 */
export function doubtHeader(table: Table, { extra }: Pick<Family, "extra">): Table {
  const cells = new Set(table.cells);
  const missing = [...new Set([...periodsSkipped(cells), ...quartersUnread(cells, extra)])];
  if (missing.length === 0) return table;
  const doubt: Flag = {
    code: "column-unknown",
    severity: "error",
    cells: [],
    message: `The header could not be read whole: it names no ${missing.join(", ")}, and numbers may stand under the wrong columns`,
  };
  return { ...table, rows: table.rows.map((row) => withDoubts(row, [doubt])) };
}

function periodsSkipped(cells: ReadonlySet<string>): string[] {
  return seriesIn(cells).flatMap((key) =>
    [monthKeys, quarterKeys].flatMap((periods) => {
      const names = periods.map((period) => `${key}.${period}`);
      const named = names.map((name) => cells.has(name));
      return names.slice(named.indexOf(true), named.lastIndexOf(true)).filter((name) => !cells.has(name));
    }),
  );
}

/** The quarters of printed months that a header may name by the words of an unknown column, as it names others. */
function quartersUnread(cells: ReadonlySet<string>, extra: Family["extra"]): string[] {
  const known = new Set(extra.map(({ key }) => `extra.${key}`));
  if (![...cells].some((cell) => cell.startsWith("extra.") && !known.has(cell))) return [];
  return seriesIn(cells).flatMap((key) => {
    const quarters = quarterKeys.map((quarter) => `${key}.${quarter}`);
    const unread = quarters.filter((quarter) => !cells.has(quarter));
    const hasAllMonths = monthKeys.every((month) => cells.has(`${key}.${month}`));
    return hasAllMonths && unread.length < quarters.length ? unread : [];
  });
}
