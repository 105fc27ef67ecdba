/**
 * Text lines between two rows belong to the one above or the one below: each gap is cut once. The cost of a
 * row depends on how many lines it takes from the gap before it and from the gap after it.
 */
export type RowCost = (row: number, before: number, after: number) => number;

/** How cells are aligned in their rows: where the numbers stand beside a text of several lines. */
export type Alignment = "top" | "middle" | "bottom";

/** No text reaches further into a gap than this many lines; what lies deeper belongs to no row. */
export const MAX_REACH = 30;

/** How many of a gap's first lines go to the row above, and how many of its last to the row below. */
export interface Cut {
  readonly above: number;
  readonly below: number;
}

export interface Cuts {
  readonly cost: number;
  readonly gaps: readonly Cut[];
  /** For each gap, the ways to cut it, and the least cost of the whole with each of them. */
  readonly ways: readonly (readonly Way[])[];
}

export interface Way extends Cut {
  readonly cost: number;
}

/** Lines in a gap; `cut` is where it must be cut, where that is known. */
export interface Gap {
  readonly size: number;
  readonly cut: number | null;
}

/**
 * Cuts all gaps at the least cost together, by dynamic programming from gap to gap.
 *
 * @param gaps the first lies before the first row, the last after the last one, so there is one more than
 *   there are rows
 */
export function cutGaps(gaps: readonly Gap[], cost: RowCost): Cuts {
  const rows = gaps.length - 1;
  const choices = gaps.map(choicesOf);
  const costs = Array.from({ length: rows }, (_, row) =>
    choices[row]!.map(({ below }) => choices[row + 1]!.map(({ above }) => cost(row, below, above))),
  );
  // down[gap][c]: the least cost of all rows above the gap, if the gap is cut by choice c; up: of all below it.
  const down = [choices[0]!.map(() => 0)];
  for (let row = 0; row < rows; row++) {
    down.push(choices[row + 1]!.map((_, j) => least(down[row]!.map((sum, i) => sum + costs[row]![i]![j]!))));
  }
  const up = [choices[rows]!.map(() => 0)];
  for (let row = rows - 1; row >= 0; row--) {
    const below = up[0]!;
    up.unshift(costs[row]!.map((ahead) => least(ahead.map((sum, j) => sum + below[j]!))));
  }
  const ways = choices.map((cuts, gap) =>
    cuts.map((cut, c) => ({ ...cut, cost: down[gap]![c]! + up[gap]![c]! })),
  );
  const path: number[] = [];
  for (let gap = rows; gap >= 0; gap--) {
    const chosen = path[0];
    const sums = down[gap]!.map((sum, i) => (chosen === undefined ? sum : sum + costs[gap]![i]![chosen]!));
    path.unshift(sums.indexOf(least(sums)));
  }
  return { cost: least(down[rows]!), gaps: path.map((choice, gap) => choices[gap]![choice]!), ways };
}

function least(sums: readonly number[]): number {
  return sums.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function choicesOf({ size, cut }: Gap): Cut[] {
  const at = (above: number) => ({
    above: Math.min(above, MAX_REACH),
    below: Math.min(size - above, MAX_REACH),
  });
  if (cut !== null) return [at(cut)];
  // A gap too long to be wrapped texts is prose; none of it is a row's.
  if (size > 2 * MAX_REACH) return [{ above: 0, below: 0 }];
  return Array.from({ length: size + 1 }, (_, above) => at(above));
}
