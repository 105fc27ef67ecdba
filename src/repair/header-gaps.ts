import type { CellName } from "../document.ts";
import type { Family } from "../family.ts";

/**
 * Periods that the header of a scan should name and does not: one series has the quarter or the month and the other
 * has not, or a series has some of its quarters. Then OCR misread the header, and numbers stand under wrong names.
 */
export function headerGaps(cells: readonly CellName[], family: Family): CellName[] {
  const known = new Set(family.equations.flatMap(({ total, terms }) => [total, ...terms]));
  const kinds = new Set(cells.map(kindOf));
  const periods = new Set(cells.filter((cell) => cell.includes(".")).map(periodOf));
  const series = new Set(cells.map(seriesOf));
  return [...known].filter(
    (cell) =>
      cell.includes(".") &&
      !cells.includes(cell) &&
      series.has(seriesOf(cell)) &&
      (periods.has(periodOf(cell)) || kinds.has(kindOf(cell))),
  );
}

function seriesOf(cell: CellName): string {
  return cell.split(".")[0]!;
}

function periodOf(cell: CellName): string {
  return cell.slice(cell.indexOf(".") + 1);
}

/** The series, and whether the cell is a quarter. */
function kindOf(cell: CellName): string {
  const [series, period = ""] = cell.split(".");
  return `${series} ${/^q\d$/.test(period) ? "quarter" : "month"}`;
}
