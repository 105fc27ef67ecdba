import type { ErrorModel } from "./error-model.ts";
import { blankBesideZeroCost, type Likeness, likenessCost } from "./likeness.ts";
import type { Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import { reorderedReadings, silentBlocks } from "./swap-readings.ts";
import { zeroShareOf, zeroStyleCost } from "./zero-style.ts";

/** As many blanks beside zeros are asked whether they were zeros. */
const MOST_EMPTIED = 4;
/** A tail of zeros that is gone without a trace has at most this many. */
const MOST_LOST_ZEROS = 12;
/** What it costs on top that nothing else in the row shows it. */
const UNSEEN_TAIL = 0.7;
/** Sound rows with blanks where most rows have none are searched for slips of blanks: so far beyond their likeness. */
const BLANK_MARGIN = 8.5;
const BLANK_BOUND = 13.5;

/** At this cost a row writes its nothings in no usual way: blanks and zeros may have changed places, or a 0 is gone. */
const UNUSUAL = 10;
/** As many edits may have done that: two that concern blanks. */
const BOUND_OF_NOTHING = 12;

/** The searches of a row that is sound as printed, within a bound in nats. */
interface RivalSearch {
  readonly anything: (bound: number) => readonly Reading[];
  /** Readings in which every cell adds what is printed: only blanks and zeros differ. */
  readonly sameAmounts: (bound: number) => readonly Reading[];
}

/**
 * Finds what else a row that is sound as printed may have been: the few damages that leave all its sums as they were.
 *
 * @param price adds to a reading's cost what its values cost
 */
export function createRivalFinder(
  code: RowCode,
  model: ErrorModel,
  likeness: Likeness,
  price: (reading: Reading) => Reading,
) {
  const blocks = silentBlocks(code);
  const hasPartners = code.partner.some((partner) => partner >= 0);
  return findRivals;

  /** What else a row that is sound as printed may have been; most rows leave nothing to look for. */
  function findRivals(printed: Reading, isFull: boolean, search: RivalSearch): Reading[] {
    const { values } = printed;
    const isTwice =
      hasPartners && code.partner.every((partner, cell) => partner < 0 || values[partner] === values[cell]);
    if (isTwice && isFull) return [];
    const sound = price(printed);
    const rivals = isTwice ? [] : reorderedReadings(code, model, likeness, blocks, sound);
    rivals.push(...(isFull ? doubledZero(sound) : lostZeros(sound)));
    rivals.push(...emptiedZeros(sound));
    // A slip of blanks does not move those of both series alike, and leaves a row too short or too long: unless a
    // blank gave way to a 0, which no sum shows.
    const mayHaveSlipped = !isTwice && (!isFull || values.includes(0));
    if (values.includes(0) && nothingCost(values) >= UNUSUAL)
      rivals.push(
        ...search
          .sameAmounts(BOUND_OF_NOTHING)
          .filter(
            ({ cost, origins }) => cost < sound.cost + BLANK_MARGIN && !origins.includes("lost-stretch"),
          ),
      );
    if (mayHaveSlipped && hasUnusualBlank(values)) {
      const bound = Math.min(BLANK_BOUND, likenessCost(code, likeness, values) + BLANK_MARGIN);
      rivals.push(...search.anything(bound));
    }
    return rivals;
  }

  /** What it costs how the row writes its nothings, beside what its numbers cost. */
  function nothingCost(values: Reading["values"]): number {
    return zeroStyleCost(code, likeness, values) + blankBesideZeroCost(code, likeness, values);
  }

  /**
   * A blank sum where a 0 is mostly printed, or where the other series prints one and most rows something: a 0 may be
   * gone from its field.
   */
  function emptiedZeros(sound: Reading): Reading[] {
    const emptied = [...sound.values.keys()].filter(
      (cell) =>
        code.isSum[cell] &&
        sound.values[cell] === null &&
        sound.tokens[cell] !== -1 &&
        (isMostlyZero(cell, sound.values) ||
          (sound.values[code.partner[cell] as number] === 0 && (likeness.blankShare[cell] as number) < 0.5)),
    );
    return emptied.slice(0, MOST_EMPTIED).map((lost) => {
      const values = sound.values.map((value, cell) => (cell === lost ? 0 : value));
      const origins = sound.origins.map((origin, cell) =>
        cell === lost ? ("lost-in-place" as const) : origin,
      );
      return price({ ...sound, values, origins, cost: model.lostInPlace });
    });
  }

  /** The last 0 of a row that fills all its cells: its last cell was a blank, and the 0 before it was doubled. */
  function doubledZero(sound: Reading): Reading[] {
    const last = sound.values.length - 1;
    if (sound.values[last] !== 0 || sound.values[last - 1] !== 0) return [];
    const token = sound.tokens[last] as number;
    return [
      price({
        ...sound,
        values: sound.values.with(last, null),
        tokens: sound.tokens.with(last, -1),
        origins: sound.origins.with(last, "blank"),
        leftovers: [{ token, kind: "doubled", beside: last - 1 }],
        cost: model.doubled,
      }),
    ];
  }

  /**
   * The cells after the last token: blanks that were trimmed, or zeros that are gone. They may all have been zeros, or
   * months as in the other series and sums as the document mostly writes them.
   */
  function lostZeros(sound: Reading): Reading[] {
    const lost = [...sound.tokens.keys()].filter((cell) => sound.tokens[cell] === -1);
    if (lost.length === 0 || lost.length > MOST_LOST_ZEROS) return [];
    const zeros = [...sound.values];
    const usual = [...sound.values];
    for (const cell of lost) {
      zeros[cell] = 0;
      const isZero = code.isSum[cell]
        ? isMostlyZero(cell, usual)
        : sound.values[code.partner[cell] as number] === 0;
      if (isZero) usual[cell] = 0;
    }
    const origins = sound.origins.map((origin, cell) => (lost.includes(cell) ? ("tail" as const) : origin));
    return [zeros, usual].flatMap((values) => {
      const count = 1 + lost.findLastIndex((cell) => values[cell] === 0);
      if (count === 0) return [];
      return [price({ ...sound, values, origins, cost: model.tail + model.tailMore * count + UNSEEN_TAIL })];
    });
  }

  /** Whether a sum that adds nothing is mostly a printed 0, as the document writes such sums. */
  function isMostlyZero(cell: number, values: Reading["values"]): boolean {
    return zeroShareOf(code, likeness, cell, values) > 0.5;
  }

  /** Whether a blank stands where most rows have none. */
  function hasUnusualBlank(values: Reading["values"]): boolean {
    return values.some((value, cell) => value === null && (likeness.blankShare[cell] as number) < 0.5);
  }
}
