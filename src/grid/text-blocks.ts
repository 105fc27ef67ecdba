import type { Piece } from "../document.ts";
import { countCovered, type Span } from "./gutters.ts";

/** A place that more than this share of the fullest place's lines print over lies within a column. */
const MAX_CROSSED = 0.25;

/**
 * Finds the columns of text from the texts themselves: as many blocks as are asked for, parted by places that
 * hardly a line prints over.
 *
 * @param end the number area begins here, in characters
 * @returns null where the texts do not part into so many blocks
 */
export function findTextBlocks(
  lines: readonly (readonly Piece[])[],
  end: number,
  count: number,
): Span[] | null {
  const covered = countCovered(lines).subarray(0, Math.max(0, end));
  const most = covered.reduce((a, b) => Math.max(a, b), 0);
  for (let crossed = 0; crossed <= most * MAX_CROSSED; crossed++) {
    const blocks = blocksOver(covered, crossed);
    if (blocks.length === count) return blocks;
  }
  return null;
}

function blocksOver(covered: Uint32Array, crossed: number): Span[] {
  const blocks: Span[] = [];
  for (let x = 0; x < covered.length; x++) {
    if (covered[x]! <= crossed) continue;
    const start = x;
    while (x < covered.length && covered[x]! > crossed) x++;
    blocks.push({ start, end: x });
  }
  return blocks;
}
