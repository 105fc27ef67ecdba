import type { PrintedRow } from "../document.ts";
import { type ErrorModel, modelFor } from "./error-model.ts";
import { type Likeness, likenessCost, likenessOfEqual } from "./likeness.ts";
import { priorCost } from "./prior-cost.ts";
import type { Reading } from "./reading.ts";
import { rivalsAsPrinted } from "./rivals-as-printed.ts";
import type { RowCode } from "./row-code.ts";
import { createRowState } from "./row-state.ts";
import { prepareTokens, type RowTokens, type TokenValue } from "./row-tokens.ts";
import { searchReadings } from "./search.ts";
import { createSeenStates } from "./seen-states.ts";
import { createRivalFinder } from "./sound-rivals.ts";
import { cheapestOfEach, type RowReadings, weighReadings, weighRoughly } from "./weigh-readings.ts";
import { zeroStyleCost } from "./zero-style.ts";

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
const BOUND_OF_TOTALS = 14;
/** A row that no search could read is read once more, with equations that may fail. */
const ROUGH = { bound: 11, follows: false, steps: 13_000 };
const ROUGH_CONTRADICTION = 3;
/** What a row's numbers are is known, and only how they became its tokens is searched: up to three edits or four. */
const FIT = { bound: 27, follows: false, steps: 8_000 };
/** A row follows its plan when this share of its periods finds an equal number within so many tokens of its place. */
const LIKE_SHARE = 0.7;
const LIKE_REACH = 2;
/** A row that ends so many cells early has lost its tail, or has few numbers. */
const LEAST_TAIL = 3;
/** Steps of all the searches of a row: some 15 ms. */
const STEPS = 26_000;
/** What a row that is sound as printed may have been instead is not likelier than by so much, in nats: 20 to 1. */
const MOST_LIKELIER = 3;
/** A rival this much dearer than the best reading is left out: 1 in 150, and what totals say may find it yet. */
const MARGIN = 5;
/** Two readings this near to each other leave a row to its totals or to a person, whatever else may be found. */
const TIE = 2;
/**
 * A reading this much less alike than a row executed as planned, in nats, was found by its edits alone: one with more
 * of them that is alike may be as likely, and is searched for as well.
 */
const MOST_UNLIKE = 2;
/** The least that a reading costs whose execution goes its own way: see likeness.ts. */
const OWN_WAY_LEAST = 14;
/** What was not searched for weighs as much as one reading this far beyond the bound. */
const BEYOND = 1.5;
/** A misread cell that no equation settles may have been misread in this many nats' worth of ways. */
const OPEN_MISREAD = 2.2;
/** A reading that is less probable than this is doubted enough. */
const DOUBTED = 0.9;
/** What could be wrong with a row that is sound as printed, beyond the rivals that are looked for. */
const SOUND_OTHER = 9;
const SOUND = 1 / (1 + Math.exp(-SOUND_OTHER));
const SOUND_ALONE: readonly number[] = [SOUND];

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
  const findRivals = createRivalFinder(code, model, likeness, withLikeness);

  const alike = likenessOfEqual(code, likeness);
  const known = new Map<string, RowReadings>();
  const searched = new Map<string, readonly Reading[]>();
  const rewritten = new Map<string, readonly Reading[]>();

  return { read, readAs, costOf };

  /** The most probable readings of a row as it is printed, found in so many steps. */
  function read(
    row: PrintedRow,
    tokens: readonly TokenValue[],
    printed: Reading | null,
    steps = STEPS,
  ): RowReadings {
    let prepared: RowTokens | undefined;
    const prepare = () => {
      const texts = row.tokens.map((token) => token.text);
      prepared ??= prepareTokens(tokens, texts, code.backwards, parse);
      return prepared;
    };
    let stepsLeft = steps;
    const missing = code.cells.length - tokens.length;
    const search = (bound: number, follows: boolean) => {
      const limits = { bound, follows, steps: stepsLeft };
      const result = searchReadings(code, prepare(), modelFor(strict, missing), state, seen, limits);
      stepsLeft -= result.steps;
      return { ...result, readings: result.readings.map(withLikeness) };
    };
    if (printed !== null && printed.broken.length === 0) {
      const rivals = findRivals(printed, tokens.length === code.cells.length, {
        anything: (bound) => once(searched, () => search(bound, true).readings),
        sameAmounts: (bound) => once(rewritten, () => readAs(row, tokens, amountsOf(printed), bound)),
      });
      if (rivals.length === 0)
        return { readings: [printed], probabilities: SOUND_ALONE, other: 1 - SOUND, beyond: SOUND_OTHER };
      const sound = withLikeness(printed);
      // It satisfies everything: that it was something else is for a person to say, or for a total.
      const likeliest = Math.min(...rivals.map(({ cost }) => cost));
      const held = Math.max(0, sound.cost - MOST_LIKELIER - likeliest);
      const others = rivals.map((rival) => ({ ...rival, cost: rival.cost + held }));
      return weighReadings([sound, ...others], sound.cost + SOUND_OTHER);
    }
    return once(known, readDamaged);

    // Plans repeat themselves, and so does what copying does to them: equal rows are searched once.
    function once<T>(results: Map<string, T>, make: () => T): T {
      const key = `${row.kind}\t${row.tokens.map(({ text }) => text).join("\t")}`;
      const result = results.get(key) ?? make();
      results.set(key, result);
      return result;
    }

    function readDamaged(): RowReadings {
      let found: Reading[] = printed === null ? [] : [withContradictions(printed)];
      let reached = 0;
      const isTotal = row.kind === "total";
      const searches = isLike(tokens) ? SEARCHES.like : SEARCHES.unlike;
      for (const { bound, follows } of searches) {
        if (isTotal && bound > BOUND_OF_TOTALS) break;
        const isLikely = found[0] !== undefined && found[0].cost < OWN_WAY_LEAST;
        if (searches === SEARCHES.like && !follows && isLikely) continue;
        // No farther than the margin of what was found already.
        const enough = Math.min(bound, boundFor(found[0], follows));
        const result = search(enough, follows);
        found = cheapestOfEach([...found, ...result.readings]);
        const best = found[0];
        if (best === undefined) continue;
        const within = enough + beside(best, follows);
        if (!result.complete) break;
        reached = Math.max(reached, within + zeroStyleCost(code, likeness, best.values));
        const isBest =
          best.cost + MARGIN <= within &&
          (follows || searches === SEARCHES.unlike || beside(best, follows) < alike + MOST_UNLIKE);
        if (isBest || isOpenAnyway(found, within)) break;
      }
      if (!isTotal && found.every(({ broken }) => broken.length > 1)) {
        const rough = searchReadings(code, prepare(), modelFor(lenient, missing), lenientState, seen, ROUGH);
        if (rough.readings.length > 0) return weighRoughly(rough.readings, reached + BEYOND);
      }
      return isTotal
        ? weighReadings(found, reached + BEYOND)
        : weighDamaged(row, found, reached + BEYOND, stepsLeft);
    }
  }

  /** Weighs the readings of a damaged row, with all that could be behind the likeliest were it printed as it is read. */
  function weighDamaged(
    row: PrintedRow,
    found: readonly Reading[],
    beyond: number,
    stepsLeft: number,
  ): RowReadings {
    const weighed = weighReadings(found, beyond);
    const [best] = weighed.readings;
    if (best === undefined || best.broken.length > 0 || (weighed.probabilities[0] as number) < DOUBTED)
      return weighed;
    const rivals = rivalsAsPrinted(row, best, {
      code,
      scale,
      parse,
      read: (clean, tokens, printed) => read(clean, tokens, printed, stepsLeft),
    });
    return rivals.length === 0 ? weighed : weighReadings([...found, ...rivals], beyond);
  }

  /** The readings of a row in which every cell adds what `amounts` says (NaN: anything), cheapest first; none comes near where there are none. */
  function readAs(
    row: PrintedRow,
    tokens: readonly TokenValue[],
    amounts: readonly number[],
    bound = FIT.bound,
  ): Reading[] {
    const texts = row.tokens.map((token) => token.text);
    const missing = code.cells.length - tokens.length;
    state.pin(amounts);
    const { readings } = searchReadings(
      code,
      prepareTokens(tokens, texts, code.backwards, parse),
      modelFor(strict, missing),
      state,
      seen,
      { ...FIT, bound },
    );
    state.pin(null);
    const whole = readings.filter(({ values }) => !values.includes(undefined));
    return cheapestOfEach(whole.map(withLikeness));
  }

  /** What a reading costs with its likeness; a sound row that was asked no further has none of its own yet. */
  function costOf(reading: Reading): number {
    return reading.cost === 0 ? withLikeness(reading).cost : reading.cost;
  }

  /**
   * Whether the tokens of the second series repeat those of the first, give or take what has shifted. Of a row whose
   * tail is gone only what is left counts.
   */
  function isLike(tokens: readonly TokenValue[]): boolean {
    let pairs = 0;
    let equal = 0;
    const end = 1 + tokens.findLastIndex((token) => token !== null);
    const isCut = end < code.cells.length - LEAST_TAIL;
    for (const [plan, partner] of code.partner.entries()) {
      if (partner < 0 || !code.isPlan[plan] || plan >= tokens.length) continue;
      if (isCut && (partner >= end || (tokens[partner] === null && tokens[plan] !== null))) continue;
      pairs++;
      for (let shift = -LIKE_REACH; shift <= LIKE_REACH; shift++) {
        if (tokens[partner + shift] !== tokens[plan]) continue;
        equal++;
        break;
      }
    }
    return equal >= pairs * LIKE_SHARE;
  }

  /** What a reading costs that no search counts against its bound: without likeness that is on the edits alone. */
  function beside({ values }: Reading, follows: boolean): number {
    return follows ? 0 : likenessCost(code, likeness, values);
  }

  /** The bound that leaves a reading its margin, also beside those that write nothing in a likelier way. */
  function boundFor(best: Reading | undefined, follows: boolean): number {
    return best === undefined ? Number.POSITIVE_INFINITY : best.cost + MARGIN - beside(best, follows);
  }

  /** Whether the row stays open however much farther is searched. */
  function isOpenAnyway([best, next]: readonly Reading[], within: number): boolean {
    if (best === undefined || best.cost + TIE > within) return false;
    return best.values.includes(undefined) || (next !== undefined && next.cost - best.cost < TIE);
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

function amountsOf({ values }: Reading): number[] {
  return values.map((value) => value ?? 0);
}

export type RowReader = ReturnType<typeof createRowReader>;
