import type { RowScore } from "./score-row.ts";

/** Counts over rows of one kind. */
export interface Tally {
  rows: number;
  /** Wrong numbers in rows that do not need review, missing rows included. */
  silent: number;
  /** Of the silent ones, those in which only blanks and zeros are confused. */
  silentBlankZero: number;
  missing: number;
  /** Right and without review. */
  settled: number;
  review: number;
  /** In review although every number was right. */
  reviewRight: number;
  /** In review, with the truth as the row itself or one of its candidates. */
  reviewOffered: number;
  /** Rows whose truth is the most probable reading, for an oracle; see oracle.ts. */
  oracle: number;
  /** Rows that the oracle judged. */
  oracleJudged: number;
}

export function emptyTally(): Tally {
  return {
    rows: 0,
    silent: 0,
    silentBlankZero: 0,
    missing: 0,
    settled: 0,
    review: 0,
    reviewRight: 0,
    reviewOffered: 0,
    oracle: 0,
    oracleJudged: 0,
  };
}

/** True where a wrong row is passed off as right. */
export function isSilent(score: RowScore): boolean {
  return !score.review && !score.right;
}

/** Adds one row; `oracle` is the probability that an oracle gets it, undefined where it was not asked. */
export function addToTally(tally: Tally, score: RowScore, oracle?: number): void {
  tally.rows++;
  if (score.missing) tally.missing++;
  if (isSilent(score)) tally.silent++;
  if (isSilent(score) && score.blankZeroOnly) tally.silentBlankZero++;
  if (score.review) tally.review++;
  if (score.review && score.right) tally.reviewRight++;
  if (score.review && score.truthOffered) tally.reviewOffered++;
  if (!score.review && score.right) tally.settled++;
  if (oracle === undefined) return;
  tally.oracle += oracle;
  tally.oracleJudged++;
}

/** The sum of several tallies. */
export function sumTallies(tallies: Iterable<Tally>): Tally {
  const sum = emptyTally();
  for (const tally of tallies) {
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
  }
  return sum;
}
