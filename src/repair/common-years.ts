import { median } from "../rules/median.ts";
import type { Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import { costOf, seriesOf } from "./shape.ts";

/** The most that other rows with the same year say for or against an order of its months, in nats. */
const MOST = 5;
/** A year that costs less, in nats, is one that two rows may well have by chance. */
const RICH = 8;
/** What is known before a document speaks counts as so many rows, and as so many among them with a year of others. */
const PRIOR_ROWS = 20;
const PRIOR_COPIES = 0.2;

/** The years of one series: how many rows have each, of how many in all. */
interface Years {
  readonly counts: ReadonlyMap<string, number>;
  readonly rows: number;
  /** The share of rows that have the year of another one because they are planned like it. */
  readonly copied: number;
}

/**
 * Plans repeat themselves: the same activity stands under several organs with the same twelve months. In the plans of
 * real CEPLAN reports half of the years with two different numbers and more are those of another row, in the seed none;
 * so how often that is so is learnt from the document. A row whose months are those of another row has hardly had two
 * of them swapped, and one whose months would be has.
 *
 * @param rows what the rows of the document are read as
 */
export function createCommonYears<Row>(code: RowCode, rows: ReadonlyMap<Row, Reading | null>) {
  const known = new Map<string, Years>();

  /**
   * What it costs, by the years of the other rows, that a row has these months of a series instead of those.
   *
   * @param cell one of the months
   */
  return function commonGain(
    row: Row,
    cell: number,
    values: Reading["values"],
    before: Reading["values"],
  ): number {
    const series = seriesOf(code, cell);
    const years = yearsOf(series);
    const [year, was] = [monthsIn(series, values), monthsIn(series, before)];
    if (year === null || was === null) return 0;
    const own = keyOf(monthsIn(series, rows.get(row)?.values ?? []));
    const gain = costOfYear(years, year, own) - costOfYear(years, was, own);
    return Math.max(-MOST, Math.min(MOST, gain));
  };

  function yearsOf(series: readonly number[]): Years {
    const name = series.join();
    const found = known.get(name) ?? countYears(series);
    known.set(name, found);
    return found;
  }

  function countYears(series: readonly number[]): Years {
    const counts = new Map<string, number>();
    let [all, rich, different] = [0, 0, 0];
    for (const reading of rows.values()) {
      const year = reading === null ? null : monthsIn(series, reading.values);
      if (year === null) continue;
      const key = keyOf(year);
      const before = counts.get(key) ?? 0;
      counts.set(key, before + 1);
      all++;
      if (costAlone(year) < RICH) continue;
      rich++;
      if (before === 0) different++;
    }
    const copied = (rich - different + PRIOR_COPIES) / (rich + PRIOR_ROWS);
    return { counts, rows: all, copied };
  }
}

/** What a year costs that other rows may have as well; `own` is the year that the row itself is counted with. */
function costOfYear({ counts, rows, copied }: Years, year: Months, own: string): number {
  const key = keyOf(year);
  const others = (counts.get(key) ?? 0) - (key === own ? 1 : 0);
  return -Math.log((copied * others) / Math.max(1, rows - 1) + (1 - copied) * Math.exp(-costAlone(year)));
}

type Months = readonly (number | null)[];

/** What a year costs that has nothing to do with those of other rows: its level, and its months around it. */
function costAlone(year: Months): number {
  const amounts = year.map((month) => month ?? 0);
  const level = median(amounts);
  const around = amounts.reduce((all, amount) => all + Math.abs(amount - level), 0) / (amounts.length - 1);
  return Math.log(2 + level) + costOf(amounts.length - 1, around);
}

/** The months of a series; null where one of them is open. */
function monthsIn(series: readonly number[], values: Reading["values"]): Months | null {
  const months = series.map((cell) => values[cell]);
  return months.includes(undefined) ? null : (months as Months);
}

function keyOf(year: Months | null): string {
  return (year ?? []).map((month) => month ?? "").join();
}
