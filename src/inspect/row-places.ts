import type { Box } from "../document.ts";
import { monthKeys, quarterKeys } from "../rules/cell-names.ts";
import type { Extraction, Row } from "../schema.ts";
import type { RowState } from "./page-facts.ts";

const MONTHS: readonly string[] = monthKeys;
const QUARTERS: readonly string[] = quarterKeys;

/** A row of the output, and the cell that a number on the page went to. */
export interface RowPlace {
  readonly row: Row;
  readonly isTotal: boolean;
  readonly cell: string;
}

/** Finds the row and cell of the output for a box on a page: what was printed keeps its place through all stages. */
export function rowPlaces(
  extraction: Extraction | null,
  page: number,
): (box: Box | null) => RowPlace | undefined {
  const places = new Map<string, RowPlace>();
  const add = (row: Row, isTotal: boolean) => {
    for (const [cell, { page: at, box }] of Object.entries(row.source.cells)) {
      if (at === page && box !== null) places.set(box.join(), { row, isTotal, cell });
    }
  };
  for (const row of extraction?.rows ?? []) add(row, false);
  for (const row of extraction?.totals ?? []) add(row, true);
  return (box) => (box === null ? undefined : places.get(box.join()));
}

export function stateOf({ status, needsReview }: Row): RowState {
  if (needsReview || status === "ambiguous" || status === "inconsistent") return "review";
  return status;
}

/** The number that a row of the output gives for a cell; null for a blank, and for a cell that it does not have. */
export function valueIn(row: Row, cell: string): number | null {
  if (cell === "target") return row.target;
  const [key = "", period = ""] = cell.split(".");
  if (key === "extra") return row.extra?.[cell.slice("extra.".length)] ?? null;
  const month = MONTHS.indexOf(period);
  const quarter = QUARTERS.indexOf(period);
  const series = row.series[key];
  if (period === "total") return series?.total ?? null;
  return (month === -1 ? series?.quarterly[quarter] : series?.monthly[month]) ?? null;
}
