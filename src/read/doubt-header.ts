import type { Flag, Table } from "../document.ts";
import { monthKeys, quarterKeys, seriesIn } from "../rules/cell-names.ts";
import { withDoubts } from "./reading.ts";

/**
 * Doubts all rows under a header that names two periods of a series and not those between them: its other words were
 * not read, as those of a header that stands on its side, and numbers may stand under the wrong ones.
 */
export function doubtHeader(table: Table): Table {
  const missing = periodsSkipped(new Set(table.cells));
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
