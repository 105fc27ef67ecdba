import { median } from "../rules/median.ts";
import type { Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";

/** The most that the shape of a year says for or against an order of its months, in nats. */
const MOST = 3;
/**
 * As much of what a shape says is believed: months are no independent witnesses, and which shape a year has is guessed
 * from these same months. With all of it, swaps that it speaks against by 1.5 nats or more are twice as frequent as it
 * has them, and those it speaks for half as frequent.
 */
const BELIEVED = 0.5;
/** A year of fewer numbers has no shape. */
const FEWEST = 6;
/** However regular a year: numbers are rounded. */
const ROUNDING = 1;
/** Where more of the periods are equal in both series, likeness says it all. */
const MOST_EQUAL = 0.5;

/** Work that is planned by the quarter comes again after as many months. */
const PERIOD = 3;

/**
 * What the order of the months of one series costs, up to a constant: months may lie anywhere around their level, each
 * near the one before it (work with a season), each near the same month of the quarter before (work planned by the
 * quarter), or in proportion to the other series (a plan that is executed in part). Each is a Laplace distribution of
 * unknown width, and equally likely beforehand.
 */
export function shapeCost(months: readonly number[], others: readonly number[] | null): number {
  const n = months.length;
  if (n < FEWEST) return 0;
  const level = median(months);
  const spreads = [
    mean(months.map((month) => Math.abs(month - level))),
    meanStep(months, 1),
    meanStep(months, PERIOD),
  ];
  if (others !== null) {
    const share = sum(months) / sum(others);
    spreads.push(mean(months.map((month, k) => Math.abs(month - share * (others[k] as number)))));
  }
  const logs = spreads.map((spread) => -n * Math.log(spread + ROUNDING / n));
  const top = Math.max(...logs);
  return -top - Math.log(mean(logs.map((log) => Math.exp(log - top))));
}

/**
 * What it costs, by the shape of the year, that a row has these values instead of those: for two orders of the same
 * months of one series.
 *
 * @param cell one of the cells in another order
 */
export function shapeGain(
  code: RowCode,
  cell: number,
  values: Reading["values"],
  before: Reading["values"],
): number {
  const series = seriesOf(code, cell);
  const [months, were] = [numbersIn(series, values), numbersIn(series, before)];
  if (months === null || were === null) return 0;
  const others = numbersIn(
    series.map((month) => code.partner[month] as number),
    before,
  );
  const isOwn = others !== null && sum(others) > 0 && equalShare(were, others) < MOST_EQUAL;
  const gain = shapeCost(months, isOwn ? others : null) - shapeCost(were, isOwn ? others : null);
  return Math.max(-MOST, Math.min(MOST, BELIEVED * gain));
}

/** The months of the series that a cell belongs to. */
function seriesOf(code: RowCode, cell: number): number[] {
  const name = (code.cells[cell] as string).split(".")[0];
  return [...code.cells.keys()].filter(
    (other) => (code.cells[other] as string).split(".")[0] === name && !code.isSum[other],
  );
}

/** The values of some cells; null where one of them is blank, open or no cell. */
function numbersIn(cells: readonly number[], values: Reading["values"]): number[] | null {
  const numbers = cells.map((cell) => values[cell]);
  return numbers.every((number) => typeof number === "number") ? (numbers as number[]) : null;
}

function equalShare(a: readonly number[], b: readonly number[]): number {
  return a.filter((number, k) => number === b[k]).length / a.length;
}

/** How far months lie, on average, from those some places before them. */
function meanStep(months: readonly number[], places: number): number {
  return mean(months.slice(places).map((month, k) => Math.abs(month - (months[k] as number))));
}

function sum(list: readonly number[]): number {
  return list.reduce((a, b) => a + b, 0);
}

function mean(list: readonly number[]): number {
  return sum(list) / list.length;
}
