import type { ErrorModel } from "./error-model.ts";
import { type Likeness, likenessCost } from "./likeness.ts";
import type { Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import { createRowState } from "./row-state.ts";
import { searchReadings, type TokenValue } from "./search.ts";
import { crossedPairs, silentPairs, swapReading } from "./swap-readings.ts";

/** The ways a row can be read, most probable first. */
export interface RowReadings {
  readonly readings: readonly Reading[];
  /** By reading; with `other` they add up to 1. */
  readonly probabilities: readonly number[];
  /** Probability of all that was not searched for. */
  readonly other: number;
}

/**
 * Bounds of the search, in nats, one after the other until the best reading leaves a margin: a slip, one edit and
 * its rivals, two, three. Each takes about three times the steps of the one before.
 */
const BOUNDS = [11, 14, 17, 20, 23, 26];
/** Steps of one search: about 20 ms. */
const STEPS = 30_000;
/** A rival this much dearer than the best reading is left out: 1 in 700. */
const MARGIN = 6.5;
/** What was not searched for weighs as much as one reading this far beyond the bound. */
const BEYOND = 1.5;
/** What could be wrong with a row that is sound as printed, beyond the rivals that are looked for. */
const SOUND_OTHER = 9;
/** Sound rows with blanks are searched for slips of blanks within this bound. */
const BLANK_BOUND = 11;

/** A reader of rows that share a code, an error model and a likeness. */
export function createRowReader(code: RowCode, model: ErrorModel, likeness: Likeness, scale: number) {
  const state = createRowState(code, model, likeness, scale);
  const pairs = silentPairs(code);

  return (tokens: readonly TokenValue[], texts: readonly string[]): RowReadings => {
    const search = (bound: number) =>
      searchReadings(code, tokens, texts, model, state, scale, { bound, steps: STEPS });
    const printed = readAsPrinted(code, tokens, scale);
    if (printed !== null && printed.broken.length === 0) {
      const sound = { ...printed, cost: likenessCost(code, likeness, printed.values) };
      const rivals = crossedPairs(code, pairs, sound.values).map((pair) =>
        swapReading(code, model, likeness, sound, pair),
      );
      if (sound.values.includes(null) && sound.cost + 1 < BLANK_BOUND)
        rivals.push(...search(BLANK_BOUND).readings.filter((reading) => !isSame(reading, sound)));
      return weigh([sound, ...rivals], sound.cost + SOUND_OTHER);
    }
    let readings: readonly Reading[] = [];
    let reached = 0;
    for (const bound of BOUNDS) {
      const result = search(bound);
      if (result.readings.length > 0 || readings.length === 0) readings = result.readings;
      reached = bound;
      const best = Math.min(...readings.map((reading) => reading.cost));
      if (!result.complete || best + MARGIN <= bound) break;
    }
    return weigh(readings, reached + BEYOND);
  };
}

function isSame(a: Reading, b: Reading): boolean {
  return a.values.every((value, cell) => value === b.values[cell]);
}

/** The row with every token in its place and trimmed blanks put back; null where there are too many tokens. */
export function readAsPrinted(code: RowCode, tokens: readonly TokenValue[], scale: number): Reading | null {
  const size = code.cells.length;
  if (tokens.length > size || tokens.some((token) => Number.isNaN(token))) return null;
  const values = code.cells.map((_, cell) => tokens[cell] ?? null);
  return {
    values,
    tokens: values.map((_, cell) => (cell < tokens.length ? cell : -1)),
    origins: values.map((_, cell) => (cell < tokens.length ? "read" : "blank")),
    leftovers: [],
    broken: brokenEquations(code, values, scale),
    cost: 0,
  };
}

/** Indices of the equations that do not hold. Values are scaled integers, blanks count as 0. */
export function brokenEquations(
  code: RowCode,
  values: readonly (number | null | undefined)[],
  scale: number,
): number[] {
  const sums = new Float64Array(code.equations.length);
  for (const [cell, memberships] of code.memberships.entries()) {
    const value = values[cell] ?? 0;
    if (value === 0) continue;
    for (const { equation, sign } of memberships) sums[equation] = (sums[equation] as number) + sign * value;
  }
  const broken: number[] = [];
  for (const [e, equation] of code.equations.entries())
    if (Math.abs(sums[e] as number) > Math.round(equation.tolerance * scale)) broken.push(e);
  return broken;
}

/** Turns costs into probabilities; what was not searched for has its share, at the cost of `beyond`. */
function weigh(readings: readonly Reading[], beyond: number): RowReadings {
  const sorted = [...readings].sort((a, b) => a.cost - b.cost);
  const best = sorted[0]?.cost ?? beyond;
  const weights = sorted.map((reading) => Math.exp(best - reading.cost));
  const other = Math.exp(best - beyond);
  const sum = weights.reduce((a, b) => a + b, other);
  return { readings: sorted, probabilities: weights.map((w) => w / sum), other: other / sum };
}
