import type { Bitmap } from "./binarise.ts";

/** Pages are fed in askew by a degree or two; a table at a larger angle is not to be read as one. */
const MOST_DEGREES = 4;
/** From coarse to fine: the last step is less than a pixel over the width of a page. */
const STEPS = [0.25, 0.05, 0.01];
/** Enough points for sharp profiles of any page. */
const MOST_POINTS = 400_000;

/**
 * By how many degrees the lines of a page fall to the right: the angle at which ink gathers in the fewest rows.
 * Both lines of text and ruling lines speak for it.
 */
export function findSkew({ width, height, data }: Bitmap): number {
  const points = inkPoints(width, height, data);
  const profile = new Float64Array(height * 2 + 2);
  let best = 0;
  let range = MOST_DEGREES;
  for (const step of STEPS) {
    const middle = best;
    // Level unless another angle is better: a page without print has none.
    let most = sharpness(points, middle, profile, width, height);
    for (let k = -Math.round(range / step); k <= Math.round(range / step); k++) {
      const degrees = middle + k * step;
      const score = sharpness(points, degrees, profile, width, height);
      if (score > most) {
        most = score;
        best = degrees;
      }
    }
    range = step;
  }
  return Math.round(best * 1000) / 1000;
}

/** Pixels where ink begins below paper: edges tell more than what they enclose. */
function inkPoints(width: number, height: number, data: Uint8Array): Float32Array {
  const points: number[] = [];
  for (let y = 1; y < height; y++) {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if (data[at] === 1 && data[at - width] === 0) points.push(x, y);
    }
  }
  const every = Math.ceil(points.length / 2 / MOST_POINTS);
  if (every <= 1) return Float32Array.from(points);
  return Float32Array.from(points.filter((_, index) => (index >> 1) % every === 0));
}

/** How much the ink of one row differs from the next's, the picture turned level by so many degrees. */
function sharpness(
  points: Float32Array,
  degrees: number,
  profile: Float64Array,
  width: number,
  height: number,
): number {
  profile.fill(0);
  const slope = Math.tan((degrees * Math.PI) / 180);
  const shift = height / 2 + (slope * width) / 2;
  for (let k = 0; k < points.length; k += 2) {
    const row = points[k + 1]! - points[k]! * slope + shift;
    const whole = Math.floor(row);
    if (whole < 0 || whole >= profile.length - 1) continue;
    profile[whole]! += whole + 1 - row;
    profile[whole + 1]! += row - whole;
  }
  let score = 0;
  for (let row = 0; row < profile.length; row++) score += profile[row]! * profile[row]!;
  return score;
}
