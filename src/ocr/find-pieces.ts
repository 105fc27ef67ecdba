import type { Component } from "./find-components.ts";
import type { Stroke } from "./find-strokes.ts";

/** Print on one line that stands together: a number, or words of one cell. In pixels, as `Component`. */
export interface Piece {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly parts: readonly Component[];
}

/** All in letter heights. Words stand less than this apart, columns more. */
const WORD_GAP = 0.95;
/** What is smaller is a point, an accent or dust: it belongs to letters or to nothing. */
const SMALL = 0.55;
/** What is larger is a stamp, a signature, a picture. */
const LARGEST_HEIGHT = 3.2;
const LARGEST_WIDTH = 14;
/** A dash is so low, this wide at least, and so much wider than high; in a title it is twice the size of the table's. */
const DASH_HEIGHT = 0.45;
const DASH_WIDTH = 0.25;
const DASH_SHAPE = 1.8;
const LONGEST_DASH = 1.6;
/** How near a number is beside a dash, and how wide it is at most. */
const BESIDE = 1.5;
const WIDEST_NUMBER = 9;
/** Letters of a line share this much of the lower one's height. */
const OVERLAP = 0.5;
/** How far points, accents and commas stand from their letter. */
const NEAR = 0.45;

/**
 * Gathers the components of a level page, without its ruling lines and blots, into pieces of print.
 *
 * @param height of most capitals, in pixels
 * @param walls the vertical ruling lines: no piece reaches over one
 */
export function findPieces(
  components: readonly Component[],
  height: number,
  walls: readonly Stroke[],
): Piece[] {
  const letters: Component[] = [];
  const small: Component[] = [];
  for (const one of components) {
    const high = one.bottom - one.top;
    (high >= SMALL * height ? letters : small).push(one);
  }
  const groups = gather(letters, height, walls);
  const pieces = groups.map(boundsOf);
  const alone = attachSmall(small, pieces, height, walls);
  const dashes = alone
    .filter((one) => isDash(one, height) && !pieces.some((piece) => isBesideNumber(one, piece, height)))
    .map((one) => boundsOf([one]));
  return [...pieces, ...dashes]
    .map(({ parts }) => boundsOf(parts))
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Whether a component, or a piece of nothing else, is a dash. */
export function isDash({ left, top, right, bottom }: Pick<Piece, Edge>, height: number): boolean {
  const wide = right - left;
  const high = bottom - top;
  return (
    high <= DASH_HEIGHT * height &&
    wide >= Math.max(DASH_WIDTH * height, DASH_SHAPE * high) &&
    wide <= LONGEST_DASH * height
  );
}

type Edge = "left" | "top" | "right" | "bottom";

/** Beside a number a dash is what is left of a figure or of a ruling line: its own sign would be part of it. */
function isBesideNumber(one: Component, piece: Piece, height: number): boolean {
  const across = Math.max(piece.left - one.right, one.left - piece.right);
  const isShort = piece.right - piece.left <= WIDEST_NUMBER * height;
  return isShort && across <= BESIDE * height && piece.top < one.bottom && one.top < piece.bottom;
}

/** Whether a component is too large for print: a stamp, a signature, a picture. */
export function isBlot({ left, top, right, bottom }: Component, height: number): boolean {
  return bottom - top > LARGEST_HEIGHT * height || right - left > LARGEST_WIDTH * height;
}

interface GrowingPiece extends Piece {
  readonly parts: Component[];
}

/** Joins letters with the next ones on their line. */
function gather(letters: readonly Component[], height: number, walls: readonly Stroke[]): Component[][] {
  const sorted = [...letters].sort((a, b) => a.left - b.left);
  const groupOf = new Map<Component, Component[]>();
  let first = 0;
  // The widest letter decides how far back a neighbour may begin.
  const reach = LARGEST_WIDTH * height + WORD_GAP * height;
  sorted.forEach((one, index) => {
    while (sorted[first]!.left < one.left - reach) first++;
    let group: Component[] = [one];
    for (let k = index - 1; k >= first; k--) {
      const other = sorted[k]!;
      if (one.left - other.right > WORD_GAP * height) continue;
      const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      const lower = Math.min(one.bottom - one.top, other.bottom - other.top);
      if (shared < OVERLAP * lower || isWalled(other, one, walls)) continue;
      const theirs = groupOf.get(other)!;
      if (theirs === group) continue;
      const [large, little] = theirs.length > group.length ? [theirs, group] : [group, theirs];
      large.push(...little);
      for (const member of little) groupOf.set(member, large);
      group = large;
    }
    for (const member of group) groupOf.set(member, group);
  });
  return [...new Set(groupOf.values())];
}

/** Whether a vertical ruling line stands between two components. */
function isWalled(a: Component, b: Component, walls: readonly Stroke[]): boolean {
  const middle = (Math.max(a.top, b.top) + Math.min(a.bottom, b.bottom)) / 2;
  const from = (a.left + a.right) / 2;
  const to = (b.left + b.right) / 2;
  return walls.some((wall) => wall.at > from && wall.at < to && wall.from <= middle && middle <= wall.to);
}

/** Gives points, accents and commas to the piece that they stand nearest to; returns what stands alone. */
function attachSmall(
  small: readonly Component[],
  pieces: readonly GrowingPiece[],
  height: number,
  walls: readonly Stroke[],
): Component[] {
  const near = NEAR * height;
  const sorted = [...pieces].sort((a, b) => a.top - b.top);
  const highest = Math.max(0, ...pieces.map((piece) => piece.bottom - piece.top));
  const alone: Component[] = [];
  for (const one of small) {
    let best: GrowingPiece | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const piece of sorted) {
      if (piece.top > one.bottom + near) break;
      if (piece.top + highest < one.top - near) continue;
      const across = Math.max(0, piece.left - one.right, one.left - piece.right);
      const down = Math.max(0, piece.top - one.bottom, one.top - piece.bottom);
      if (across > near || down > near) continue;
      const distance = across + down;
      if (distance >= least || (across > 0 && isWalled(...inOrder(piece, one), walls))) continue;
      least = distance;
      best = piece;
    }
    if (best === undefined) alone.push(one);
    else best.parts.push(one);
  }
  return alone;
}

function inOrder(piece: Piece, one: Component): [Component, Component] {
  const edge = one.left >= piece.right ? piece.right - 1 : piece.left;
  const side: Component = { ...one, left: edge, right: edge + 1, top: piece.top, bottom: piece.bottom };
  return one.left >= piece.right ? [side, one] : [one, side];
}

/** The box around components, and they in the order of print. */
export function boundsOf(parts: readonly Component[]): GrowingPiece {
  const bounds = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: 0, bottom: 0 };
  for (const one of parts) {
    bounds.left = Math.min(bounds.left, one.left);
    bounds.top = Math.min(bounds.top, one.top);
    bounds.right = Math.max(bounds.right, one.right);
    bounds.bottom = Math.max(bounds.bottom, one.bottom);
  }
  return { ...bounds, parts: [...parts].sort((a, b) => a.left - b.left || a.top - b.top) };
}
