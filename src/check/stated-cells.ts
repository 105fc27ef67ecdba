import { type Cell, listCells } from "../results/list-cells.ts";
import type { Extraction, Row } from "../schema.ts";

/** Series of what was done, in the words of the families: executed, ejecutado, physicalExecuted. All others are plan. */
const EXECUTION = /exec|ejec/i;

/** Whether a cell says what was done; one of the plan is the same in every report of the year. */
export function isExecution(cell: string): boolean {
  return EXECUTION.test(cell.split(".")[0]!);
}

/**
 * Returns a function that tells whether a report speaks of a cell at all, so that what it has there can be held
 * against another report: the plan always, what was executed up to the report's quarter. A column that is blank in
 * every row is one that the report does not have, and columns outside the series, such as a percentage of progress,
 * mean something else in every quarter.
 */
export function createStates({ document, rows, totals }: Extraction): (cell: Cell) => boolean {
  const used = new Set<string>();
  for (const row of [...rows, ...totals]) {
    for (const { name, value } of listCells(row)) if (value !== null) used.add(name);
    // A reading that is possible is one of a column that is there.
    for (const { cells } of row.candidates) for (const name of Object.keys(cells)) used.add(name);
  }
  return ({ name, series, period }) => {
    if (!used.has(name) || series.startsWith("extra.")) return false;
    if (!isExecution(name)) return true;
    if (document.throughQuarter === null) return false;
    const quarter = period.quarter ?? (period.month === undefined ? 4 : Math.ceil(period.month / 3));
    // A year's sum so far grows from report to report.
    return (period.month ?? period.quarter) !== undefined && quarter <= document.throughQuarter;
  };
}

/** Whether the numbers of a row are sure: an organ that matches no known name says nothing against them. */
export function isSure(row: Row): boolean {
  if (!row.needsReview) return true;
  if (row.status === "ambiguous" || row.status === "inconsistent") return false;
  return !row.flags.some(({ code, severity }) => severity === "error" || code === "low-confidence");
}

/** A blank means that there is nothing: in a comparison it is the same as a printed 0. */
export function isSameAmount(a: number | null, b: number | null): boolean {
  return (a ?? 0) === (b ?? 0);
}
