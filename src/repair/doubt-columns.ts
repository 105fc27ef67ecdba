import type { Belief } from "./column-totals.ts";

/** A column of which so many rows change a clear number was not misread but misplaced. */
const MOST_ROWS = 0.1;
const FEW_ROWS = 2;
/** The probability that is left to what such a column made of a row. */
const LEFT = 0.4;

/**
 * Takes back the trust in rows whose repair changes a cell that many rows change: OCR misreads here and there, while
 * a header that was misread puts the numbers of all rows into wrong columns, and equations would bend them to fit.
 */
export function doubtColumns(beliefs: readonly Belief[]): void {
  const changed = beliefs.map((belief) => changedCells(belief));
  const counts = new Map<number, number>();
  for (const cells of changed) for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const limit = Math.max(FEW_ROWS, MOST_ROWS * beliefs.length);
  for (const [k, belief] of beliefs.entries()) {
    if (changed[k]!.some((cell) => counts.get(cell)! > limit)) distrust(belief);
  }
}

/** Leaves the readings of a row no more than a part of their probability. */
export function distrust(belief: Belief): void {
  belief.probabilities = belief.probabilities.map((probability) => probability * LEFT);
  belief.prior = belief.probabilities;
  belief.other = 1 - (1 - belief.other) * LEFT;
}

function changedCells({ readings, probabilities }: Belief): number[] {
  const best = readings[probabilities.indexOf(Math.max(...probabilities))];
  return (best?.origins ?? []).flatMap((origin, cell) => (origin === "read" ? [] : [cell]));
}
