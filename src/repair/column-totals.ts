import type { Reading } from "./reading.ts";

/** A row's readings with their probabilities, which column totals change. */
export interface Belief {
  readings: readonly Reading[];
  /** For a total that breaks its own arithmetic: how far each cell can be relied on. Other rows have none. */
  readonly reliance?: readonly number[];
  /** Before any total has spoken: with `other` they add up to 1. */
  prior: readonly number[];
  probabilities: number[];
  other: number;
  /** The cost at which `other` was counted, on the scale of the readings' costs; totals that are not read have none. */
  readonly beyond?: number;
  /** Whether its readings break equations and serve the columns only. */
  readonly isRough?: boolean;
  /** Whether one of the readings is what the totals leave for this row: anything else disagrees with them. */
  fitted?: boolean;
}

/** The reading that is most probable by now, of those that count; null where the row has none. */
export function mostProbable(
  { readings, probabilities }: Belief,
  counts: (reading: Reading) => boolean = () => true,
): Reading | null {
  let best: Reading | null = null;
  let top = -1;
  for (const [k, reading] of readings.entries()) {
    if ((probabilities[k] as number) <= top || !counts(reading)) continue;
    top = probabilities[k] as number;
    best = reading;
  }
  return best;
}

/** Whether one reading, however it writes nothing, is at least as probable as `share`, whole and sound. */
export function isRead({ readings, probabilities }: Belief, share: number): boolean {
  const best = probabilities.indexOf(Math.max(...probabilities));
  const reading = readings[best];
  if (reading === undefined || reading.broken.length > 0 || reading.values.includes(undefined)) return false;
  let mass = 0;
  for (const [k, { values }] of readings.entries())
    if (
      k === best ||
      values.every((value, cell) => (value ?? 0) === (reading.values[cell] ?? 0) && value !== undefined)
    )
      mass += probabilities[k] as number;
  return mass >= share;
}

/** A total and the rows it adds up. */
export interface TotalGroup {
  readonly total: Belief;
  readonly rows: readonly Belief[];
}

/** A published total that does not match the rows: 1 in 30, and then it may be any of this many others. */
const TOTAL_WRONG = 1 / 30;
const TOTAL_WRONG_SPREAD = 60;
/** What it costs, in nats, that a published total is any other number than the rows' sum. */
export const TOTAL_WRONG_COST = -Math.log(TOTAL_WRONG / TOTAL_WRONG_SPREAD);
/** The most, in nats, that a total may say between two readings: it may have been copied wrongly unseen. */
const SOUND_TOTAL = 8.5;
/** A row is open in a column when values other than the most probable one have this share there. */
const OPEN = 0.0002;
/** What readings are not likely by is open all the same. */
const LIKELY = 0.5;
/** A row's only reading is not added up for sure while this much was not searched for. */
const UNREAD = 0.02;
/** A column with more open rows, or more possible sums, says nothing that could be trusted. */
const MOST_OPEN = 40;
const MOST_SUMS = 20_000;
/** With more doubtful rows than this a total hardly has an open column that says anything. */
const MOST_DOUBTFUL = 400;
/** Of a document with more totals than this, the last are heard: a plan has an organ's total a page, not one a row. */
const MOST_TOTALS = 200;
/** Sums less likely than this are not followed. */
const LEAST = 1e-5;
/** The most, in nats, that a total may say between two readings when it breaks its own arithmetic. */
const UNSOUND_TOTAL = 2;
/** Where no reading of a row comes near its totals, what was not searched for agrees with them this well, in nats. */
const LEAST_HEARD = -10;
/** Rounds of passing what totals say to rows and back. */
const ROUNDS = 8;

type Distribution = Map<number, number>;

/**
 * Lets column totals speak for or against the readings of rows, and rows for the readings of totals: belief
 * propagation over the columns, with the sum of the open rows by convolution. A total that no sum can reach
 * says nothing; none rewrites a row alone.
 *
 * @param stretches cells whose columns say the same of a row, such as the months of a quarter and their sum: what
 * moves within them is heard once, from the column that says most. Every cell that totals add up is in one of them.
 */
export function weighByTotals(
  groups: readonly TotalGroup[],
  size: number,
  stretches: readonly (readonly number[])[] = Array.from({ length: size }, (_, cell) => [cell]),
): void {
  const columns = groups
    .slice(-MOST_TOTALS)
    .map((group) => prepareColumns(group, size))
    .filter(({ doubtful }) => doubtful.length <= MOST_DOUBTFUL);
  /** What each total said last, stretch by stretch. */
  const said = columns.map(() => stretches.map(() => new Map<Belief, Float64Array>()));
  for (let round = 0; round < ROUNDS; round++) {
    const heard = new Map<Belief, Float64Array>();
    for (const [t, { total, doubtful, sums }] of columns.entries()) {
      // Each cell of a total that breaks its own arithmetic may be wrong by itself: they are so many witnesses.
      const both = total.reliance === undefined ? Math.min : (a: number, b: number) => a + b;
      for (const [s, cells] of stretches.entries()) {
        const before = said[t]?.[s] as Map<Belief, Float64Array>;
        // Nobody hears an echo of what he said himself.
        const values = createValues((belief) => without(belief, before.get(belief)));
        const messages = new Map<Belief, Float64Array>();
        for (const cell of cells) {
          const alone = new Map<Belief, Float64Array>();
          weighColumn(total, doubtful, sums[cell] as number, cell, values, alone);
          for (const [belief, logs] of alone) {
            const least = messages.get(belief);
            messages.set(belief, least?.map((log, k) => both(log, logs[k] as number)) ?? logs);
          }
        }
        // Half of what was said before stays, lest two rows that explain one gap change places for ever.
        for (const [belief, logs] of messages) {
          const old = before.get(belief);
          if (old !== undefined)
            for (const [k, log] of logs.entries()) logs[k] = (log + (old[k] as number)) / 2;
          before.set(belief, logs);
        }
      }
      for (const [belief, logs] of sumOf(said[t] as Map<Belief, Float64Array>[])) {
        if (total.reliance !== undefined) soften(logs);
        else limit(logs);
        heard.set(belief, heard.get(belief)?.map((log, k) => log + (logs[k] as number)) ?? logs);
      }
    }
    for (const [belief, logs] of heard) update(belief, logs);
    // Also where a row has one reading only, the totals speak against all that it was not read as.
    for (const { doubtful } of columns)
      for (const belief of doubtful)
        if (belief.fitted && !heard.has(belief)) update(belief, new Float64Array(belief.readings.length));
  }
}

function sumOf(said: readonly Map<Belief, Float64Array>[]): Map<Belief, Float64Array> {
  const sums = new Map<Belief, Float64Array>();
  for (const messages of said)
    for (const [belief, logs] of messages)
      sums.set(belief, sums.get(belief)?.map((log, k) => log + (logs[k] as number)) ?? logs.slice());
  return sums;
}

/** A row's probabilities but for what one stretch of one total said of it. */
function without({ probabilities, other }: Belief, logs: Float64Array | undefined): readonly number[] {
  if (logs === undefined) return probabilities;
  const top = Math.max(...logs);
  const weights = probabilities.map((p, k) => p * Math.exp(Math.min(top - (logs[k] as number), SOUND_TOTAL)));
  const sum = weights.reduce((a, b) => a + b, other);
  return weights.map((weight) => weight / sum);
}

/** Rows that can be read in one way only are added up once. */
function prepareColumns({ total, rows }: TotalGroup, size: number) {
  const sums = new Float64Array(size);
  const doubtful: Belief[] = [];
  for (const belief of rows) {
    const [only, ...rivals] = belief.readings;
    const isSure = only !== undefined && rivals.length === 0 && belief.other < UNREAD;
    if (!isSure || only.values.includes(undefined)) doubtful.push(belief);
    else
      for (let cell = 0; cell < size; cell++) sums[cell] = (sums[cell] as number) + (only.values[cell] ?? 0);
  }
  return { total, doubtful, sums };
}

function limit(logs: Float64Array): void {
  const least = Math.max(...logs) - SOUND_TOTAL;
  for (const [k, log] of logs.entries()) logs[k] = Math.max(log, least);
}

/** A total that breaks its own arithmetic ranks readings, and settles nothing. */
function soften(logs: Float64Array): void {
  const top = Math.max(...logs);
  const spread = top - Math.min(...logs);
  if (spread > UNSOUND_TOTAL)
    for (const [k, log] of logs.entries()) logs[k] = top + ((log - top) * UNSOUND_TOTAL) / spread;
}

function weighColumn(
  total: Belief,
  doubtful: readonly Belief[],
  sum: number,
  cell: number,
  { valuesOf, oneOf }: Values,
  messages: Map<Belief, Float64Array>,
): void {
  let settledSum = sum;
  const open: { belief: Belief; values: Distribution }[] = [];
  for (const belief of doubtful) {
    const one = oneOf(belief, cell);
    if (one !== null) {
      settledSum += one;
      continue;
    }
    const values = valuesOf(belief, cell);
    const settled = settledValue(values);
    if (settled === null) open.push({ belief, values });
    else settledSum += settled;
    if (open.length > MOST_OPEN) return;
  }
  if (open.length === 0 && total.readings.length < 2) return;
  const published = valuesOf(total, cell);
  if (published.size === 0) return;
  const reliance = total.reliance?.[cell];
  if (reliance !== undefined) for (const value of published.keys()) published.set(value, reliance);

  // Sums of the rows before and after each open one, so that each hears the others only.
  const before: (Distribution | null)[] = [new Map([[settledSum, 1]])];
  for (const row of open) before.push(convolve(before[before.length - 1] as Distribution | null, row.values));
  const after: (Distribution | null)[] = [new Map([[0, 1]])];
  for (const row of [...open].reverse()) after.unshift(convolve(after[0] as Distribution | null, row.values));

  for (const [k, row] of open.entries()) {
    const others = convolve(before[k] ?? null, after[k + 1] ?? null);
    tell(messages, row.belief, cell, (value) => agreement(published, others, value));
  }
  const all = before[open.length] ?? null;
  if (total.readings.length > 1)
    tell(messages, total, cell, (value) => agreement(new Map([[value, 1]]), all, 0));
}

/** The one value that counts in a column, or null where there are several or none. */
function settledValue(values: Distribution): number | null {
  let sum = 0;
  let top: readonly [number, number] = [0, 0];
  for (const entry of values) {
    sum += entry[1];
    if (entry[1] > top[1]) top = entry;
  }
  return top[1] > sum * (1 - OPEN) && sum > LIKELY ? top[0] : null;
}

/**
 * How well `value` added to the others' sum fits the published total, as a likelihood. As far as the others or the
 * total are not known, it fits by chance.
 */
function agreement(published: Distribution, others: Distribution | null, value: number): number {
  const known = others === null ? 0 : Math.min(1, massOf(others));
  let fit = 0;
  let mass = 0;
  for (const [total, p] of published) {
    mass += p;
    fit += p * (others?.get(total - value) ?? 0);
  }
  const chance = (1 - TOTAL_WRONG) * mass * (1 - known) + 1 - (1 - TOTAL_WRONG) * mass;
  return (1 - TOTAL_WRONG) * fit + chance / TOTAL_WRONG_SPREAD;
}

function massOf(distribution: Distribution): number {
  let mass = 0;
  for (const p of distribution.values()) mass += p;
  return mass;
}

function tell(
  messages: Map<Belief, Float64Array>,
  belief: Belief,
  cell: number,
  likelihood: (value: number) => number,
): void {
  const logs = messages.get(belief) ?? new Float64Array(belief.readings.length);
  messages.set(belief, logs);
  const known = new Map<number, number>();
  for (const [k, reading] of belief.readings.entries()) {
    const value = reading.values[cell];
    // A cell that a reading leaves open could take any value: no better than a total that is wrong.
    if (value === undefined) {
      logs[k] = (logs[k] as number) + Math.log(1 / TOTAL_WRONG_SPREAD);
      continue;
    }
    const number = value ?? 0;
    const log = known.get(number) ?? Math.log(likelihood(number));
    known.set(number, log);
    logs[k] = (logs[k] as number) + log;
  }
}

function update(belief: Belief, logs: Float64Array): void {
  const top = Math.max(...logs);
  const weights = belief.prior.map((p, k) => p * Math.exp((logs[k] as number) - top));
  const priorOther = 1 - belief.prior.reduce((a, b) => a + b, 0);
  // What was not searched for would agree with the totals as badly as a wrong reading does on the whole.
  const heard = (belief.fitted ? -SOUND_TOTAL : Math.max(average(logs), LEAST_HEARD)) - top;
  const other = priorOther * Math.exp(Math.min(0, heard));
  const sum = weights.reduce((a, b) => a + b, other);
  belief.probabilities = weights.map((w) => w / sum);
  belief.other = other / sum;
}

function average(logs: Float64Array): number {
  return logs.reduce((a, b) => a + b, 0) / Math.max(1, logs.length);
}

/** What rows may have in a column. */
interface Values {
  readonly valuesOf: (belief: Belief, cell: number) => Distribution;
  /** The one value that all readings of a row have in a column; null where they differ, or are not likely together. */
  readonly oneOf: (belief: Belief, cell: number) => number | null;
}

/** The values each row may have in a column, with its probabilities worked out once. */
function createValues(probabilitiesOf: (belief: Belief) => readonly number[]): Values {
  const known = new Map<Belief, { probabilities: readonly number[]; mass: number }>();
  const weigh = (belief: Belief) => {
    const before = known.get(belief);
    if (before !== undefined) return before;
    const probabilities = probabilitiesOf(belief);
    const weighed = { probabilities, mass: probabilities.reduce((a, b) => a + b, 0) };
    known.set(belief, weighed);
    return weighed;
  };
  return {
    valuesOf: (belief, cell) => valuesIn(belief, weigh(belief).probabilities, cell),
    oneOf: (belief, cell) => {
      const { readings } = belief;
      const first = readings[0]?.values[cell];
      if (first === undefined) return null;
      for (let k = 1; k < readings.length; k++) {
        const value = (readings[k] as Reading).values[cell];
        if (value === undefined || (value ?? 0) !== (first ?? 0)) return null;
      }
      return weigh(belief).mass > LIKELY ? (first ?? 0) : null;
    },
  };
}

/** The values a row may have in a column; readings that leave the cell open and what was not searched for are missing. */
function valuesIn({ readings }: Belief, probabilities: readonly number[], cell: number): Distribution {
  const values: Distribution = new Map();
  for (const [k, reading] of readings.entries()) {
    const value = reading.values[cell];
    if (value === undefined) continue;
    values.set(value ?? 0, (values.get(value ?? 0) ?? 0) + (probabilities[k] as number));
  }
  return values;
}

/** The sums that two sets of rows can have together, the least likely ones left out; null where one is not known. */
function convolve(a: Distribution | null, b: Distribution | null): Distribution | null {
  if (a === null || b === null || a.size * b.size > MOST_SUMS) return null;
  const sums: Distribution = new Map();
  for (const [x, p] of a)
    for (const [y, q] of b) if (p * q > LEAST) sums.set(x + y, (sums.get(x + y) ?? 0) + p * q);
  return sums;
}
