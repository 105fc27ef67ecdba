import { writeCells } from "../rules/row-cells.ts";
import type { Row } from "../schema.ts";

/** The row as the program read it, whatever a person has settled since. */
export function withoutDecision(row: Row): Row {
  const { correction, ...rest } = row;
  if (correction === undefined) return row;
  const { cells, ...before } = correction.before;
  return { ...writeCells(rest, cells), ...before };
}
