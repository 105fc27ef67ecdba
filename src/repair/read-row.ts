import type { ErrorModel } from "./error-model.ts";
import { type Likeness, likenessCost, priorCost } from "./likeness.ts";
import type { Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import { createRowState } from "./row-state.ts";
import { searchReadings, type TokenValue } from "./search.ts";
import { createSeenStates } from "./seen-states.ts";
import { crossedPairs, silentPairs, swapReading } from "./swap-readings.ts";
import { zeroStyleCost } from "./zero-style.ts";

/** The ways a row can be read, most probable first. */
export interface RowReadings {
  readonly readings: readonly Reading[];
  /** By reading; with `other` they add up to 1. */
  readonly probabilities: readonly number[];
  /** Probability of all that was not searched for. */
  readonly other: number;
}

/**
 * The searches of a damaged row, one after the other until the best reading leaves a margin. Bounds in nats: a
 * slip, one edit and its rivals, two, three. Rows whose execution follows the plan are found soonest when likeness
 * counts against the bound, all others when it does not.
 */
const SEARCHES = {
  like: [
    { bound: 11, follows: true },
    { bound: 14, follows: true },
    { bound: 14, follows: false },
    { bound: 17, follows: true },
    { bound: 20, follows: true },
    { bound: 17, follows: false },
  ],
  unlike: [
    { bound: 11, follows: false },
    { bound: 14, follows: false },
    { bound: 17, follows: false },
    { bound: 20, follows: false },
  ],
};
/** A row follows its plan when this share of its periods finds an equal number within so many tokens of its place. */
const LIKE_SHARE = 0.7;
const LIKE_REACH = 2;
/** Steps of all the searches of a row: about 20 ms. */
const STEPS = 40_000;
/** A rival this much dearer than the best reading is left out: 1 in 700. */
const MARGIN = 6.5;
/** What was not searched for weighs as much as one reading this far beyond the bound. */
const BEYOND = 1.5;
/** A misread cell that no equation settles may have been misread in this many nats' worth of ways. */
const OPEN_MISREAD = 2.2;
/** What could be wrong with a row that is sound as printed, beyond the rivals that are looked for. */
const SOUND_OTHER = 9;
/** Sound rows with blanks where most rows have none are searched for slips of blanks: so far beyond their likeness. */
const BLANK_MARGIN = 8;
const BLANK_BOUND = 13;

/** A reader of rows that share a code, an error model and a likeness. */
export function createRowReader(
  code: RowCode,
  model: ErrorModel,
  likeness: Likeness,
  scale: number,
  parse: (text: string) => TokenValue,
) {
  const state = createRowState(code, model, likeness, scale);
  const seen = createSeenStates();
  const pairs = silentPairs(code);

  return (tokens: readonly TokenValue[], texts: readonly string[]): RowReadings => {
    let stepsLeft = STEPS;
    const search = (bound: number, follows: boolean) => {
      const limits = { bound, follows, steps: stepsLeft };
      const result = searchReadings(code, tokens, texts, model, state, seen, parse, limits);
      stepsLeft -= result.steps;
      return { ...result, readings: result.readings.map(withLikeness) };
    };
    const printed = readAsPrinted(code, tokens, scale);
    if (printed !== null && printed.broken.length === 0) {
      const sound = withLikeness(printed);
      const rivals = crossedPairs(code, pairs, sound.values).map((pair) =>
        swapReading(code, model, likeness, sound, pair),
      );
      if (hasUnusualBlank(printed.values)) {
        const bound = Math.min(BLANK_BOUND, likenessCost(code, likeness, printed.values) + BLANK_MARGIN);
        rivals.push(...search(bound, true).readings.filter((reading) => !isSame(reading, sound)));
      }
      return weigh([sound, ...rivals], sound.cost + SOUND_OTHER);
    }
    const found = new Map<string, Reading>();
    let reached = 0;
    for (const { bound, follows } of SEARCHES[isLike(tokens) ? "like" : "unlike"]) {
      const result = search(bound, follows);
      for (const reading of result.readings) {
        const key = keyOf(reading);
        if (reading.cost < (found.get(key)?.cost ?? Number.POSITIVE_INFINITY)) found.set(key, reading);
      }
      const best = bestOf(found.values());
      if (best === null) continue;
      // Without likeness the bound was on the edits alone.
      const style = zeroStyleCost(likeness, best.values);
      const within = style + bound + (follows ? 0 : likenessCost(code, likeness, best.values));
      if (!result.complete) break;
      reached = Math.max(reached, within);
      if (best.cost + MARGIN <= within) break;
    }
    return weigh([...found.values()], reached + BEYOND);
  };

  /** Whether the tokens of the second series repeat those of the first, give or take what has shifted. */
  function isLike(tokens: readonly TokenValue[]): boolean {
    let pairs = 0;
    let equal = 0;
    for (const [plan, partner] of code.partner.entries()) {
      if (partner < 0 || !code.isPlan[plan] || plan >= tokens.length) continue;
      pairs++;
      for (let shift = -LIKE_REACH; shift <= LIKE_REACH; shift++) {
        if (tokens[partner + shift] !== tokens[plan]) continue;
        equal++;
        break;
      }
    }
    return equal >= pairs * LIKE_SHARE;
  }

  /** Whether a blank stands where most rows have none. */
  function hasUnusualBlank(values: Reading["values"]): boolean {
    return values.some((value, cell) => value === null && (likeness.blankShare[cell] as number) < 0.5);
  }

  function withLikeness(reading: Reading): Reading {
    const open = reading.values.filter(
      (value, cell) => value === undefined && reading.origins[cell] === "misread",
    ).length;
    return {
      ...reading,
      cost: reading.cost + priorCost(code, likeness, reading.values) + OPEN_MISREAD * open,
    };
  }
}

function bestOf(readings: Iterable<Reading>): Reading | null {
  let best: Reading | null = null;
  for (const reading of readings) if (best === null || reading.cost < best.cost) best = reading;
  return best;
}

/** Blanks and open cells are told apart. */
const keyOf = ({ values }: Reading) =>
  values.map((value) => (value === undefined ? "?" : (value ?? ""))).join();

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
