import { median } from "../rules/median.ts";
import type { Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";

/** The most that the shape of a year says for or against an order of its months, in nats. */
const MOST = 4;
/**
 * As much of what a shape says is believed: months now and then stand out more than a Laplace distribution has them.
 * On the sound rows of the seed and on the years of real CEPLAN reports (their months swapped in pairs), 0.7 is right
 * 50 times of 51 where it says 3 nats or more, and with all of it 71 times of 72, but 29 of 36 where it says 1.5 to 3.
 */
const BELIEVED = 0.7;
/** A year of fewer numbers has no shape. */
const FEWEST = 6;
/** Where more of the periods are equal in both series, likeness says it all. */
const MOST_EQUAL = 0.5;

/** Work that is planned by the quarter comes again after as many months. */
const PERIOD = 3;
/** Years of no shape, their months anywhere around their level, are as frequent as those of all shapes together. */
const SHAPELESS = 3;
const YEAR = 12;
/** A wave of one year: what each month has of it, at its height in January, and in April. */
const WAVES = [Math.cos, Math.sin].map((wave) =>
  Float64Array.from({ length: YEAR }, (_, month) => wave((2 * Math.PI * month) / YEAR)),
);

/**
 * What the order of the months of one series costs, up to a constant: months may lie anywhere around their level, each
 * near the one before it, each near the same month of the quarter before (work planned by the quarter), on a wave that
 * is high in one season and low in the other, or in proportion to the other series (a plan that is executed in part).
 * What is left of them is Laplace distributed, with an unknown width.
 */
export function shapeCost(months: readonly number[], others: readonly number[] | null): number {
  const n = months.length;
  if (n < FEWEST) return 0;
  const level = median(months);
  const around = meanOf(
    months.map((month) => month - level),
    n - 1,
  );
  // What a shape leaves free lies as the months lie around their level.
  const cost = (left: readonly number[], free: number) =>
    costOf(left.length - free, meanOf(left, left.length - free)) + costOf(n - 1 - left.length + free, around);
  const shapes = [cost(stepsOf(months, 1), 0), cost(stepsOf(months, PERIOD), 0)];
  if (n === YEAR) shapes.push(cost(besideWave(months), 3));
  if (others !== null) {
    const share = sum(months) / sum(others);
    const left = months.map((month, k) => month - share * (others[k] as number));
    shapes.push(cost(left, 1));
  }
  const none = costOf(n - 1, around);
  const least = Math.min(none, ...shapes);
  const weight = shapes.reduce(
    (all, shape) => all + Math.exp(least - shape),
    SHAPELESS * Math.exp(least - none),
  );
  return least - Math.log(weight / (SHAPELESS + shapes.length));
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

const knownSeries = new WeakMap<RowCode, readonly (readonly number[])[]>();

/** The months of the series that a cell belongs to: asked for every row that may be behind a gap. */
export function seriesOf(code: RowCode, cell: number): readonly number[] {
  const known = knownSeries.get(code) ?? code.cells.map((name) => monthsLike(code, name));
  knownSeries.set(code, known);
  return known[cell] as readonly number[];
}

function monthsLike(code: RowCode, name: string): number[] {
  const series = name.split(".")[0];
  return [...code.cells.keys()].filter(
    (cell) => (code.cells[cell] as string).split(".")[0] === series && !code.isSum[cell],
  );
}

/**
 * What it costs that so many numbers lie so far from where they are looked for, on average: whole numbers, each
 * Laplace distributed. At its own width that density is 1 / (2e · mean); a number that lies nowhere else costs nothing.
 */
export function costOf(count: number, mean: number): number {
  return count * Math.log(1 + 2 * Math.E * mean);
}

/** The values of some cells; null where one of them is blank, open or no cell. */
function numbersIn(cells: readonly number[], values: Reading["values"]): number[] | null {
  const numbers = cells.map((cell) => values[cell]);
  return numbers.every((number) => typeof number === "number") ? (numbers as number[]) : null;
}

function equalShare(a: readonly number[], b: readonly number[]): number {
  return a.filter((number, k) => number === b[k]).length / a.length;
}

/** What months differ by from those some places before them. */
function stepsOf(months: readonly number[], places: number): number[] {
  return months.slice(places).map((month, k) => month - (months[k] as number));
}

/** What is left of twelve months beside their mean and the wave that is nearest to them. */
function besideWave(months: readonly number[]): number[] {
  const heights = WAVES.map((wave) => months.reduce((all, month, k) => all + month * (wave[k] as number), 0));
  const level = sum(months) / YEAR;
  return months.map((month, k) =>
    WAVES.reduce(
      (left, wave, w) => left - ((heights[w] as number) * (wave[k] as number)) / (YEAR / 2),
      month - level,
    ),
  );
}

function meanOf(left: readonly number[], count: number): number {
  return left.reduce((all, x) => all + Math.abs(x), 0) / count;
}

function sum(list: readonly number[]): number {
  return list.reduce((a, b) => a + b, 0);
}
