import { amountsOf } from "./choose-readings.ts";
import type { Belief } from "./column-totals.ts";
import type { Reading } from "./reading.ts";

/** Shares a probability among readings that differ in how nothing is written. */
export function spread(
  readings: readonly [Reading, ...Reading[]],
  p: number,
): { reading: Reading; p: number }[] {
  const weights = readings.map(({ cost }) => Math.exp(readings[0].cost - cost));
  const sum = weights.reduce((a, b) => a + b);
  return readings.map((reading, k) => ({ reading, p: (p * (weights[k] as number)) / sum }));
}

/** Gives a row the readings that explain gaps, at the expense of its others. */
export function share(belief: Belief, reread: readonly { reading: Reading; p: number }[]): void {
  const isOneOf = (reading: Reading) =>
    reread.some(({ reading: other }) => other.values.every((value, cell) => value === reading.values[cell]));
  const taken = reread.reduce((sum, { p }) => sum + p, 0);
  // What was believed of the same readings before is what is being settled here.
  const kept = belief.readings.map((reading, k) =>
    isOneOf(reading) ? 0 : (belief.probabilities[k] as number),
  );
  const mass = kept.reduce((a, b) => a + b, belief.other);
  const scale = mass > 0 ? (1 - taken) / mass : 0;
  belief.readings = [...belief.readings, ...reread.map(({ reading }) => reading)];
  belief.probabilities = [...kept.map((p) => p * scale), ...reread.map(({ p }) => p)];
  belief.prior = belief.probabilities;
  belief.other *= scale;
}

/**
 * Gives up a row's swaps that would be behind a gap for its other readings, as far as something else is behind it: as
 * far as nothing is, they are believed as before any total had spoken.
 *
 * @param unexplained the probability that nothing else is behind the gap of a cell; null for cells without a gap
 */
export function takeBack(belief: Belief, unexplained: (cell: number) => number | null): void {
  const { readings, probabilities, prior } = belief;
  const left = readings.map(({ origins }) => {
    const swapped = [...origins.keys()].filter((cell) => origins[cell] === "swapped").map(unexplained);
    return swapped.length === 0 || swapped.includes(null) ? null : Math.min(...(swapped as number[]));
  });
  const isKept = (k: number) => left[k] === null;
  const kept = probabilities.reduce((sum, p, k) => (isKept(k) ? sum + p : sum), 0);
  const given = probabilities.map((p, k) =>
    isKept(k) ? p : Math.min(p, (prior[k] as number) * (left[k] as number)),
  );
  const surplus = probabilities.reduce((sum, p, k) => sum + p - (given[k] as number), 0);
  if (kept === 0 || surplus === 0) return;
  belief.probabilities = given.map((p, k) => (isKept(k) ? (p * (kept + surplus)) / kept : p));
}

/**
 * Gives a row's other readings the probability that they have among the choices, where that is more than they had:
 * what totals said to each row alone they said to several rows at once.
 */
export function doubtChosen(belief: Belief, origin: Reading, chosen: ReadonlyMap<Reading, number>): void {
  const key = amountsOf(origin).join();
  const keys = belief.readings.map((reading) => amountsOf(reading).join());
  const massOf = (wanted: string) =>
    keys.reduce((sum, other, k) => (other === wanted ? sum + (belief.probabilities[k] as number) : sum), 0);
  const others = [...chosen].map(([reading, p]) => ({ key: amountsOf(reading).join(), p }));
  const before = others.reduce((sum, other) => sum + massOf(other.key), 0);
  const share = others.reduce((sum, { p }) => sum + p, 0);
  const mass = before + massOf(key);
  if (share * mass <= before) return;
  const wanted = new Map([...others, { key, p: 1 - share }].map((other) => [other.key, other.p * mass]));
  const masses = new Map([...wanted.keys()].map((one) => [one, massOf(one)]));
  belief.probabilities = belief.probabilities.map((p, k) => {
    const one = keys[k] as string;
    const [want, had] = [wanted.get(one), masses.get(one)];
    if (want === undefined || had === undefined) return p;
    if (had > 0) return (p * want) / had;
    return keys.indexOf(one) === k ? want : 0;
  });
}
