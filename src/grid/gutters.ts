import type { Piece } from "../document.ts";

/** A line longer than this is looked at only so far: no page is wider. */
const MAX_WIDTH = 4000;

/** A stretch of the page between two headers, in characters. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds where columns part: between two neighbouring headers, the place that fewest lines print over. Texts
 * may be wider than their header, and lines may run into the next column, so no gutter need be wholly free.
 *
 * @returns for each pair of neighbours a position in characters; what is centred left of it belongs left
 */
export function findGutters(lines: readonly (readonly Piece[])[], headers: readonly Span[]): number[] {
  const covered = countCovered(lines);
  return headers.slice(1).map((right, i) => findGutter(covered, headers[i]!, right));
}

/** How many lines print over each place of the page. */
export function countCovered(lines: readonly (readonly Piece[])[]): Uint32Array {
  const longest = lines.reduce((most, pieces) => Math.max(most, pieces.at(-1)?.end ?? 0), 0);
  const width = Math.min(MAX_WIDTH, longest + 1);
  const covered = new Uint32Array(width);
  for (const pieces of lines) {
    for (const { start, end } of pieces) for (let x = start; x < Math.min(end, width); x++) covered[x]!++;
  }
  return covered;
}

function findGutter(covered: Uint32Array, left: Span, right: Span): number {
  const from = Math.floor((left.start + left.end) / 2);
  const to = Math.max(from, Math.ceil((right.start + right.end) / 2));
  let least = Number.POSITIVE_INFINITY;
  let best = { start: left.end, end: right.start };
  for (let x = from; x <= to; ) {
    const count = covered[x] ?? 0;
    let end = x + 1;
    while (end <= to && (covered[end] ?? 0) === count) end++;
    if (count < least || (count === least && end - x > best.end - best.start)) {
      least = count;
      best = { start: x, end };
    }
    x = end;
  }
  return (best.start + best.end) / 2;
}
