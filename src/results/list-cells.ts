import { monthKeys, quarterKeys } from "../rules/cell-names.ts";
import type { Row } from "../schema.ts";

/** The part of the year a cell speaks of: `{ month: 1 }` to 12, `{ quarter: 1 }` to 4, or the whole of it. */
export interface Period {
  readonly month?: number;
  readonly quarter?: number;
}

/** One cell of a row. */
export interface Cell {
  /** `target`, `programmed.jan`, `physical.total`, `extra.progress`. */
  readonly name: string;
  /** `target`, `programmed`, `physical`; a number outside the series is one of its own: `extra.progress`. */
  readonly series: string;
  readonly period: Period;
  readonly value: number | null;
}

const WHOLE_YEAR: Period = {};
const MONTHS: readonly Period[] = monthKeys.map((_, i) => ({ month: i + 1 }));
const QUARTERS: readonly Period[] = quarterKeys.map((_, i) => ({ quarter: i + 1 }));

/**
 * Every cell of a row, blank ones too, in the order of the result: the target, then each series with its months,
 * its quarters and whatever single numbers it has, then the columns outside the series.
 */
export function* listCells(row: Pick<Row, "target" | "series" | "extra">): Generator<Cell> {
  yield { name: "target", series: "target", period: WHOLE_YEAR, value: row.target };
  for (const [series, parts] of Object.entries(row.series)) {
    for (const [part, values] of Object.entries<number | null | readonly (number | null)[] | undefined>(
      parts,
    )) {
      if (part === "monthly" || part === "quarterly") {
        const [keys, periods] = part === "monthly" ? [monthKeys, MONTHS] : [quarterKeys, QUARTERS];
        for (const [i, value] of (values as readonly (number | null)[]).entries()) {
          yield { name: `${series}.${keys[i]}`, series, period: periods[i]!, value };
        }
      } else if (values !== undefined && !Array.isArray(values)) {
        yield { name: `${series}.${part}`, series, period: WHOLE_YEAR, value: values as number | null };
      }
    }
  }
  for (const [key, value] of Object.entries(row.extra ?? {})) {
    yield { name: `extra.${key}`, series: `extra.${key}`, period: WHOLE_YEAR, value };
  }
}
