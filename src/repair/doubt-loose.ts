import { type Belief, mostProbable } from "./column-totals.ts";
import type { Likeness } from "./likeness.ts";
import type { Leftover, Origin, Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";

/** Origins of cells for which more or fewer tokens were printed than there are cells. */
const SHIFTING: ReadonlySet<Origin> = new Set(["lost", "repeat", "tail", "merged", "split"]);
const SHIFTED: ReadonlySet<Leftover["kind"]> = new Set(["doubled", "spurious"]);
/** As many cells that say other than printed were moved, too: no more are misread in one row. */
const MOST_MISREAD = 2;
/** The probability that is left to such a row. */
const LEFT = 0.5;

/** A column is blank in so many rows that a number in it is odd, as in those of quarters to come. */
const MOSTLY_BLANK = 0.8;

/**
 * Doubts rows whose numbers were moved along to make their sums hold, and that have a number which nothing says to stand
 * in the right place: one that stands in no sum and in no total, such as a percentage, or in a column that other rows
 * leave blank.
 */
export function doubtLoose(code: RowCode, likeness: Likeness, beliefs: readonly Belief[]): void {
  const cells = [...code.memberships.keys()];
  const loose = cells.filter((cell) => code.memberships[cell]?.length === 0 && !code.isAdded[cell]);
  const blank = cells.filter((cell) => (likeness.blankShare[cell] as number) > MOSTLY_BLANK);
  if (loose.length === 0 && blank.length === 0) return;
  for (const belief of beliefs) {
    const best = mostProbable(belief);
    if (best === null || !isMoved(best)) continue;
    const isOdd = loose.some((cell) => best.tokens[cell] !== -1) || blank.some((cell) => best.values[cell]);
    if (!isOdd) continue;
    belief.probabilities = belief.probabilities.map((p) => p * LEFT);
    belief.other = 1 - belief.probabilities.reduce((sum, p) => sum + p, 0);
  }
}

function isMoved({ origins, leftovers }: Reading): boolean {
  const misread = origins.filter((origin) => origin === "misread").length;
  return (
    misread > MOST_MISREAD ||
    origins.some((origin) => SHIFTING.has(origin)) ||
    leftovers.some(({ kind }) => SHIFTED.has(kind))
  );
}
