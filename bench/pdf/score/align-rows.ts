/** Which rows belong together; positions in the two lists. */
export interface Alignment {
  readonly pairs: readonly (readonly [number, number])[];
  readonly lost: readonly number[];
  readonly invented: readonly number[];
}

/** A row that is lost or invented costs this much; a pair costs from 0 to 1. */
const ALONE = 0.7;
/** Pairs are sought no further apart than this beyond the difference in length: a plan of 300 pages has 10,000 rows. */
const BAND = 40;

/**
 * Pairs printed rows with those that were read, in order, at the least cost (edit distance): so that one lost row
 * does not make all rows after it wrong. `cost` is asked for positions in the two lists.
 */
export function alignRows(printed: number, read: number, cost: (i: number, j: number) => number): Alignment {
  const best = Array.from({ length: printed + 1 }, () => new Float64Array(read + 1).fill(Infinity));
  const band = Math.abs(printed - read) + BAND;
  const at = (i: number, j: number) => (best[i] as Float64Array)[j] as number;
  const steps = (i: number, j: number) => [
    { i: i - 1, j: j - 1, cost: i > 0 && j > 0 ? at(i - 1, j - 1) + cost(i - 1, j - 1) : Infinity },
    { i: i - 1, j, cost: i > 0 ? at(i - 1, j) + ALONE : Infinity },
    { i, j: j - 1, cost: j > 0 ? at(i, j - 1) + ALONE : Infinity },
  ];
  for (let i = 0; i <= printed; i++) {
    for (let j = Math.max(0, i - band); j <= Math.min(read, i + band); j++) {
      (best[i] as Float64Array)[j] = i + j === 0 ? 0 : Math.min(...steps(i, j).map((step) => step.cost));
    }
  }
  const pairs: [number, number][] = [];
  const lost: number[] = [];
  const invented: number[] = [];
  for (let i = printed, j = read; i + j > 0; ) {
    const step = steps(i, j).reduce((a, b) => (b.cost < a.cost ? b : a));
    if (step.i < i && step.j < j) pairs.unshift([step.i, step.j]);
    else if (step.i < i) lost.unshift(step.i);
    else invented.unshift(step.j);
    ({ i, j } = step);
  }
  return { pairs, lost, invented };
}
