import type { PrintedRow } from "../document.ts";
import { type ErrorModel, modelFor } from "./error-model.ts";
import { type Likeness, likenessCost, priorCost } from "./likeness.ts";
import { keyOf, type Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import { createRowState } from "./row-state.ts";
import { prepareTokens, type RowTokens, type TokenValue } from "./row-tokens.ts";
import { searchReadings } from "./search.ts";
import { createSeenStates } from "./seen-states.ts";
import { reorderedReadings, silentBlocks } from "./swap-readings.ts";
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
    { bound: 17, follows: true },
    { bound: 14, follows: false },
    { bound: 20, follows: true },
  ],
  unlike: [
    { bound: 11, follows: false },
    { bound: 14, follows: false },
    { bound: 17, follows: false },
    { bound: 20, follows: false },
  ],
};
/** A total that takes more than an edit or two is believed cell by cell instead: see settle-totals.ts. */
const BOUND_OF_TOTALS = 17;
/** A row that no search could read is read once more, with equations that may fail. */
const ROUGH = { bound: 11, follows: false, steps: 20_000 };
const ROUGH_CONTRADICTION = 3;
const ROUGH_SHARE = 0.5;
/** A row follows its plan when this share of its periods finds an equal number within so many tokens of its place. */
const LIKE_SHARE = 0.7;
const LIKE_REACH = 2;
/** Steps of all the searches of a row: about 20 ms. */
const STEPS = 40_000;
/** A rival this much dearer than the best reading is left out: 1 in 400. */
const MARGIN = 6;
/** More readings of one row than this say only that it cannot be read. */
const MOST_READINGS = 200;
/** What was not searched for weighs as much as one reading this far beyond the bound. */
const BEYOND = 1.5;
/** A misread cell that no equation settles may have been misread in this many nats' worth of ways. */
const OPEN_MISREAD = 2.2;
/** What could be wrong with a row that is sound as printed, beyond the rivals that are looked for. */
const SOUND_OTHER = 9;
const SOUND = 1 / (1 + Math.exp(-SOUND_OTHER));
/** As many blanks beside zeros are asked whether they were zeros. */
const MOST_EMPTIED = 4;
/** A tail of zeros that is gone without a trace has at most this many. */
const MOST_LOST_ZEROS = 12;
/** What it costs on top that nothing else in the row shows it. */
const UNSEEN_TAIL = 0.7;
/** Sound rows with blanks where most rows have none are searched for slips of blanks: so far beyond their likeness. */
const BLANK_MARGIN = 8.5;
const BLANK_BOUND = 13.5;

/** A reader of rows that share a code, an error model and a likeness. */
export function createRowReader(
  code: RowCode,
  model: ErrorModel,
  likeness: Likeness,
  scale: number,
  parse: (text: string) => TokenValue,
) {
  // Damage and an error of the document in one row are not told apart: a search keeps to the equations.
  const strict = { ...model, contradiction: Number.POSITIVE_INFINITY };
  const state = createRowState(code, strict, likeness, scale);
  const seen = createSeenStates();
  const lenient = { ...model, contradiction: ROUGH_CONTRADICTION };
  const lenientState = createRowState(code, lenient, likeness, scale);
  const blocks = silentBlocks(code);

  return (row: PrintedRow, tokens: readonly TokenValue[], printed: Reading | null): RowReadings => {
    let prepared: RowTokens | undefined;
    const prepare = () => {
      const texts = row.tokens.map((token) => token.text);
      prepared ??= prepareTokens(tokens, texts, code.backwards, parse);
      return prepared;
    };
    let stepsLeft = STEPS;
    const missing = code.cells.length - tokens.length;
    const search = (bound: number, follows: boolean) => {
      const limits = { bound, follows, steps: stepsLeft };
      const result = searchReadings(code, prepare(), modelFor(strict, missing), state, seen, limits);
      stepsLeft -= result.steps;
      return { ...result, readings: result.readings.map(withLikeness) };
    };
    if (printed !== null && printed.broken.length === 0) {
      const rivals = rivalsOf(printed, tokens, search);
      if (rivals.length === 0) return { readings: [printed], probabilities: [SOUND], other: 1 - SOUND };
      const sound = withLikeness(printed);
      return weigh([sound, ...rivals], sound.cost + SOUND_OTHER);
    }
    let found: Reading[] = printed === null ? [] : [withContradictions(printed)];
    let reached = 0;
    const isTotal = row.kind === "total";
    for (const { bound, follows } of SEARCHES[isLike(tokens) ? "like" : "unlike"]) {
      if (isTotal && bound > BOUND_OF_TOTALS) break;
      const result = search(bound, follows);
      found = cheapestOfEach([...found, ...result.readings]);
      const best = found[0];
      if (best === undefined) continue;
      // Without likeness the bound was on the edits alone.
      const style = zeroStyleCost(code, likeness, best.values);
      const within = style + bound + (follows ? 0 : likenessCost(code, likeness, best.values));
      if (!result.complete) break;
      reached = Math.max(reached, within);
      if (best.cost + MARGIN <= within) break;
    }
    if (!isTotal && found.every(({ broken }) => broken.length > 1)) {
      const rough = searchReadings(code, prepare(), modelFor(lenient, missing), lenientState, seen, ROUGH);
      if (rough.readings.length > 0) return roughly(rough.readings);
    }
    return weigh(found, reached + BEYOND);
  };

  /** What else a row that is sound as printed may have been; most rows leave nothing to look for. */
  function rivalsOf(
    printed: Reading,
    tokens: readonly TokenValue[],
    search: (bound: number, follows: boolean) => { readings: Reading[] },
  ): Reading[] {
    const { values } = printed;
    const isTwice = code.partner.every((partner, cell) => partner < 0 || values[partner] === values[cell]);
    const isFull = tokens.length === code.cells.length;
    if (isTwice && isFull) return [];
    const sound = withLikeness(printed);
    const rivals = isTwice ? [] : reorderedReadings(code, model, likeness, blocks, sound);
    if (!isFull) rivals.push(...lostZeros(sound));
    rivals.push(...emptiedZeros(sound));
    // Blanks that both series have in the same places, or that all rows have, were not moved by one slip.
    if (!isTwice && hasUnusualBlank(values)) {
      const bound = Math.min(BLANK_BOUND, likenessCost(code, likeness, values) + BLANK_MARGIN);
      rivals.push(...search(bound, true).readings);
    }
    return rivals;
  }

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

  /** A blank sum where the other series, and most rows, print something: a 0 may be gone from its field. */
  function emptiedZeros(sound: Reading): Reading[] {
    const emptied = [...sound.values.keys()].filter(
      (cell) =>
        code.isSum[cell] &&
        sound.values[cell] === null &&
        sound.values[code.partner[cell] as number] === 0 &&
        (likeness.blankShare[cell] as number) < 0.5,
    );
    return emptied.slice(0, MOST_EMPTIED).map((lost) => {
      const values = sound.values.map((value, cell) => (cell === lost ? 0 : value));
      const origins = sound.origins.map((origin, cell) =>
        cell === lost ? ("lost-in-place" as const) : origin,
      );
      return withLikeness({ ...sound, values, origins, cost: model.lostInPlace });
    });
  }

  /** The cells after the last token: blanks that were trimmed, or zeros that are gone. */
  function lostZeros(sound: Reading): Reading[] {
    const lost = sound.tokens.filter((token) => token === -1).length;
    if (lost > MOST_LOST_ZEROS) return [];
    const isLost = (cell: number) => sound.tokens[cell] === -1;
    const values = sound.values.map((value, cell) => (isLost(cell) ? 0 : value));
    const origins = sound.origins.map((origin, cell) => (isLost(cell) ? ("tail" as const) : origin));
    return [
      withLikeness({ ...sound, values, origins, cost: model.tail + model.tailMore * lost + UNSEEN_TAIL }),
    ];
  }

  /** Whether a blank stands where most rows have none. */
  function hasUnusualBlank(values: Reading["values"]): boolean {
    return values.some((value, cell) => value === null && (likeness.blankShare[cell] as number) < 0.5);
  }

  /** The row as printed, taken for what the document says, against its own arithmetic. */
  function withContradictions(printed: Reading): Reading {
    return withLikeness({ ...printed, cost: model.contradiction * printed.broken.length });
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

/** Readings by cost, and of those with equal values only the cheapest. */
function cheapestOfEach(readings: readonly Reading[]): Reading[] {
  const sorted = [...readings].sort((a, b) => a.cost - b.cost);
  const seen = new Set<string>();
  return sorted.filter((reading) => {
    const key = keyOf(reading.values);
    return !seen.has(key) && seen.add(key);
  });
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

/** A row that was read only by letting equations fail: its readings serve column totals, and none is sure. */
function roughly(readings: readonly Reading[]): RowReadings {
  const { readings: sorted, probabilities } = weigh(readings, Number.POSITIVE_INFINITY);
  return {
    readings: sorted,
    probabilities: probabilities.map((p) => p * ROUGH_SHARE),
    other: 1 - ROUGH_SHARE,
  };
}

/** Turns costs into probabilities; what was not searched for has its share, at the cost of `beyond`. */
function weigh(readings: readonly Reading[], beyond: number): RowReadings {
  const sorted = cheapestOfEach(readings).slice(0, MOST_READINGS);
  const best = sorted[0]?.cost ?? beyond;
  const weights = sorted.map((reading) => Math.exp(best - reading.cost));
  const other = Math.exp(best - beyond);
  const sum = weights.reduce((a, b) => a + b, other);
  return { readings: sorted, probabilities: weights.map((w) => w / sum), other: other / sum };
}
