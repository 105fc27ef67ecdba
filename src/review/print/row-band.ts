import type { Box } from "../../document.ts";

/** A stretch of the page from left to right, in points. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** In heights of a figure: what is shown above and below a row's numbers at least, and at most. */
const MARGIN = 1.25;
const MOST = 5;

/**
 * What is shown of a row: from half way to the row above to half way to the one below, since labels of several lines
 * reach further than the numbers do.
 *
 * @param own the box around the row's numbers
 * @param others those of the other rows of the page
 * @param figure height of the page's figures
 */
export function rowBand(
  [, top, , bottom]: Box,
  others: readonly Box[],
  figure: number,
  pageHeight: number,
): Band {
  const above = Math.min(...others.filter((other) => other[3] <= top).map((other) => top - other[3]));
  const below = Math.min(...others.filter((other) => other[1] >= bottom).map((other) => other[1] - bottom));
  const reach = (gap: number, opposite: number) => {
    // A row that has a neighbour on one side only is taken to reach as far on the other.
    const known = Number.isFinite(gap) ? gap : Number.isFinite(opposite) ? opposite : 0;
    return Math.min(Math.max(known / 2, MARGIN * figure), MOST * figure);
  };
  return {
    top: Math.max(0, top - reach(above, below)),
    bottom: Math.min(pageHeight, bottom + reach(below, above)),
  };
}
