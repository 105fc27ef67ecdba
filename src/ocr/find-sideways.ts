import type { Component } from "./find-components.ts";
import { boundsOf, type Piece } from "./find-pieces.ts";

/** All in letter heights. Letters of a word stand this near to each other; lines of text stand further apart. */
const LETTER_GAP = 0.4;
/** What is smaller is a point or an accent, what is larger no letter. */
const SMALL = 0.3;
const LARGE = 1.8;
/** Letters one above the other share this much of the narrower one's width. */
const OVERLAP = 0.5;
/** Fewer than this are figures of two rows, or an `i` and its dot. */
const LEAST_LETTERS = 3;
/** The share of a word's letters that may have a letter close beside them: lines of text have at all of theirs. */
const MOST_BESIDE = 0.34;

/**
 * Finds words that stand on their side, as in the heads of narrow columns: letters close above one another that have
 * none close beside them.
 *
 * @param letter height of most capitals, in pixels
 */
export function findSideways(components: readonly Component[], letter: number): Piece[] {
  const letters = components
    .filter((one) => {
      const size = Math.max(one.right - one.left, one.bottom - one.top);
      return size >= SMALL * letter && size <= LARGE * letter;
    })
    .sort((a, b) => a.top - b.top);
  const groups: Component[][] = [];
  const groupOf = new Map<Component, Component[]>();
  for (const [index, one] of letters.entries()) {
    const above = lastAbove(letters, index, letter);
    const group = above === null ? [] : groupOf.get(above)!;
    if (group.length === 0) groups.push(group);
    group.push(one);
    groupOf.set(one, group);
  }
  return groups
    .filter((group) => group.length >= LEAST_LETTERS)
    .filter((group) => {
      const beside = group.filter((one) => hasBeside(one, group, letters, letter)).length;
      return beside <= MOST_BESIDE * group.length;
    })
    .map((group) =>
      boundsOf(components.filter((one) => group.includes(one) || isWithin(one, boundsOf(group)))),
    );
}

/** The letter that a letter stands just below. */
function lastAbove(letters: readonly Component[], index: number, letter: number): Component | null {
  const one = letters[index]!;
  const least = one.top - (LARGE + LETTER_GAP) * letter;
  for (let k = index - 1; k >= 0 && letters[k]!.top >= least; k--) {
    const other = letters[k]!;
    const gap = one.top - other.bottom;
    if (gap > LETTER_GAP * letter || gap < -0.2 * letter) continue;
    const shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    if (shared >= OVERLAP * Math.min(one.right - one.left, other.right - other.left)) return other;
  }
  return null;
}

function hasBeside(
  one: Component,
  group: readonly Component[],
  letters: readonly Component[],
  letter: number,
): boolean {
  return letters.some((other) => {
    if (group.includes(other) || other.bottom <= one.top || other.top >= one.bottom) return false;
    const gap = Math.max(other.left - one.right, one.left - other.right);
    return gap > -0.2 * letter && gap <= LETTER_GAP * letter;
  });
}

function isWithin(one: Component, place: Piece): boolean {
  const x = (one.left + one.right) / 2;
  const y = (one.top + one.bottom) / 2;
  return x > place.left && x < place.right && y > place.top && y < place.bottom;
}
