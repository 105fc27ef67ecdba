import type { Likeness } from "./likeness.ts";

/** Rows that print every nothing as 0, as a blank, or mix both. */
const ALL_ZERO = 0.4;
const ALL_BLANK = 0.4;
const MIXED = 0.2;
/** Some rows follow no way at all: what they cost, whatever they print. */
const MOST = 10;
/** A column that is this sure of its way is followed by every row. */
const COLUMN_DECIDES = 0.08;

/**
 * What it costs, in nats, how a row writes its nothings: cells that add nothing are printed as 0 or left blank. A
 * column where nearly all rows do the same decides for its cells; of the others, most rows have one way.
 */
export function zeroStyleCost(likeness: Likeness, values: readonly (number | null | undefined)[]): number {
  let cost = 0;
  let zeros = 0;
  let blanks = 0;
  for (const [cell, value] of values.entries()) {
    if (value !== 0 && value !== null) continue;
    const share = likeness.zeroShare[cell] as number;
    if (share < COLUMN_DECIDES || share > 1 - COLUMN_DECIDES) {
      cost -= Math.log(value === 0 ? share : 1 - share);
    } else if (value === 0) zeros++;
    else blanks++;
  }
  const n = zeros + blanks;
  if (n === 0) return Math.min(cost, MOST);
  let mixtures = 0;
  for (let k = 1; k <= Math.min(zeros, blanks); k++) mixtures += Math.log((n - k + 1) / k);
  const mixed = (MIXED / (n + 1)) * Math.exp(-mixtures);
  const pure = (blanks === 0 ? ALL_ZERO : 0) + (zeros === 0 ? ALL_BLANK : 0);
  return Math.min(cost - Math.log(mixed + pure), MOST);
}
