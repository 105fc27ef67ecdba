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
  // worth[c]: the least cost of all rows above the gap, if the gap is cut by choice c.
  let worth = choices[0]!.map(() => 0);
  const from: number[][] = [];
  for (let row = 0; row < rows; row++) {
    const below = choices[row]!;
    const above = choices[row + 1]!;
    const best = above.map(() => ({ cost: Number.POSITIVE_INFINITY, choice: 0 }));
    for (const [i, { below: before }] of below.entries()) {
      for (const [j, { above: after }] of above.entries()) {
        const total = worth[i]! + cost(row, before, after);
        if (total < best[j]!.cost) best[j] = { cost: total, choice: i };
      }
    }
    worth = best.map((entry) => entry.cost);
    from.push(best.map((entry) => entry.choice));
  }
  let choice = worth.indexOf(Math.min(...worth));
  const least = worth[choice]!;
  const cuts: Cut[] = [];
  for (let gap = rows; gap >= 0; gap--) {
    cuts[gap] = choices[gap]![choice]!;
    if (gap > 0) choice = from[gap - 1]![choice]!;
  }
  return { cost: least, gaps: cuts };
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
