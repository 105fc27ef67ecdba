import { keyOf, type Reading } from "./reading.ts";

/** The ways a row can be read, most probable first. */
export interface RowReadings {
  readonly readings: readonly Reading[];
  /** By reading; with `other` they add up to 1. */
  readonly probabilities: readonly number[];
  /** Probability of all that was not searched for. */
  readonly other: number;
  /** The cost at which that was counted, in nats: on the scale of the readings' costs. */
  readonly beyond: number;
  /** Whether the row was read only by letting equations fail. */
  readonly isRough?: boolean;
}

/** More readings of one row than this say only that it cannot be read. */
const MOST_READINGS = 200;
/** A row that was read only by letting equations fail is believed half. */
const ROUGH_SHARE = 0.5;

/** Turns costs into probabilities; what was not searched for has its share, at the cost of `beyond`. */
export function weighReadings(readings: readonly Reading[], beyond: number): RowReadings {
  const sorted = cheapestOfEach(readings).slice(0, MOST_READINGS);
  const best = sorted[0]?.cost ?? beyond;
  const weights = sorted.map((reading) => Math.exp(best - reading.cost));
  const other = Math.exp(best - beyond);
  const sum = weights.reduce((a, b) => a + b, other);
  return { readings: sorted, probabilities: weights.map((w) => w / sum), other: other / sum, beyond };
}

/** A row that was read only by letting equations fail: its readings serve column totals, and none is sure. */
export function weighRoughly(readings: readonly Reading[], beyond: number): RowReadings {
  const { readings: sorted, probabilities } = weighReadings(readings, Number.POSITIVE_INFINITY);
  return {
    readings: sorted,
    probabilities: probabilities.map((p) => p * ROUGH_SHARE),
    other: 1 - ROUGH_SHARE,
    beyond,
    isRough: true,
  };
}

/** Readings by cost, and of those with equal values only the cheapest. */
export function cheapestOfEach(readings: readonly Reading[]): Reading[] {
  const sorted = [...readings].sort((a, b) => a.cost - b.cost);
  const seen = new Set<string>();
  return sorted.filter((reading) => {
    const key = keyOf(reading.values);
    return !seen.has(key) && seen.add(key);
  });
}
