import { type Likeness, showsZero } from "./likeness.ts";
import type { RowCode } from "./row-code.ts";

/** Rows that print every nothing as 0, as a blank, or mix both. */
const ALL_ZERO = 0.4;
const ALL_BLANK = 0.4;
const MIXED = 0.2;
/** A row that shows its typed zeros hardly hides those of its sums. */
const SUMS_BLANK_BESIDE_ZEROS = 0.03;
/** Some rows follow no way at all: what they cost, whatever they print. */
const MOST = 10;
/** A document or a column that is this sure of its way is followed by every row. */
const DECIDES = 0.08;
/** A column that nearly all rows leave blank, such as a quarter to come: no row has a way of its own there. */
const LEFT_BLANK = 0.95;

/**
 * What it costs, in nats, how a row writes its nothings: cells that add nothing are printed as 0 or left blank. A
 * column where nearly all rows do the same decides for its cells; of the others, most rows have one way for the
 * cells that are typed, and one for those that are sums.
 */
export function zeroStyleCost(
  code: RowCode,
  likeness: Likeness,
  values: readonly (number | null | undefined)[],
): number {
  const typed = { zeros: 0, blanks: 0, cost: 0 };
  const sums = { zeros: 0, blanks: 0, cost: 0 };
  let unused = 0;
  for (const [cell, value] of values.entries()) {
    if (value !== 0 && value !== null) continue;
    const share = zeroShareOf(code, likeness, cell, values);
    const counts = code.isSum[cell] ? sums : typed;
    if (isDecided(share)) {
      const cost = -Math.log(value === 0 ? share : 1 - share);
      if (isLeftBlank(likeness, cell)) unused += cost;
      else counts.cost += cost;
    } else if (value === 0) counts.zeros++;
    else counts.blanks++;
  }
  const showsZeros = typed.zeros > 0 && typed.blanks === 0;
  const sumsBlank = showsZeros ? SUMS_BLANK_BESIDE_ZEROS : ALL_BLANK;
  // A row that follows no way in what is typed may follow the document's in its sums.
  return (
    unused +
    Math.min(MOST, typed.cost + wayCost(typed.zeros, typed.blanks, ALL_BLANK)) +
    Math.min(MOST, sums.cost + wayCost(sums.zeros, sums.blanks, sumsBlank))
  );
}

/**
 * The share of printed zeros where a cell adds nothing. Most documents print a sum of blanks in one way, and a sum of
 * zeros in one way; what they do in the column says less.
 */
export function zeroShareOf(
  code: RowCode,
  likeness: Likeness,
  cell: number,
  values: readonly (number | null | undefined)[],
): number {
  const terms = code.terms[cell] as readonly number[];
  const bySum = likeness.zeroSums[showsZero(terms, values) ? 1 : 0] as number;
  const isBySum = terms.length > 0 && isDecided(bySum) && !isLeftBlank(likeness, cell);
  return isBySum ? bySum : (likeness.zeroShare[cell] as number);
}

/** Whether hardly any row prints anything in the column of a cell, such as one of a quarter to come. */
export function isLeftBlank({ blankShare }: Likeness, cell: number): boolean {
  return (blankShare[cell] as number) > LEFT_BLANK;
}

function isDecided(share: number): boolean {
  return share < DECIDES || share > 1 - DECIDES;
}

function wayCost(zeros: number, blanks: number, allBlank: number): number {
  const n = zeros + blanks;
  if (n === 0) return 0;
  let mixtures = 0;
  for (let k = 1; k <= Math.min(zeros, blanks); k++) mixtures += Math.log((n - k + 1) / k);
  const mixed = (MIXED / (n + 1)) * Math.exp(-mixtures);
  return -Math.log(mixed + (blanks === 0 ? ALL_ZERO : 0) + (zeros === 0 ? allBlank : 0));
}
