/** Halvings of [0, 1]: more than a double can tell apart. */
const STEPS = 60;

/**
 * The exact 95 % confidence interval of a share (Clopper and Pearson, Biometrika 26, 1934): which shares of wrong
 * rows would, with a chance of at least one in forty on either side, show `wrong` among `looked` rows.
 *
 * @returns shares from 0 to 1; null where nothing was looked at
 */
export function confidenceInterval(wrong: number, looked: number): readonly [number, number] | null {
  if (looked === 0) return null;
  const tail = 0.025;
  const low = wrong === 0 ? 0 : bisect((share) => 1 - atMost(wrong - 1, looked, share) < tail);
  const high = wrong === looked ? 1 : bisect((share) => atMost(wrong, looked, share) > tail);
  return [low, high];
}

/** The share up to which a condition holds. */
function bisect(isBelow: (share: number) => boolean): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Probability of at most `most` successes among `count` tries. In logarithms: factors of large samples underflow. */
function atMost(most: number, count: number, share: number): number {
  if (share <= 0) return 1;
  if (share >= 1) return most >= count ? 1 : 0;
  let term = count * Math.log1p(-share);
  let sum = Math.exp(term);
  for (let k = 1; k <= most; k++) {
    term += Math.log((count - k + 1) / k) + Math.log(share) - Math.log1p(-share);
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}
