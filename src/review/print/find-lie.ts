import type { Box } from "../../document.ts";
import { tiltBox } from "../../page-tables/tilt-box.ts";
import { type Turns, turnBox } from "../../pdf/turn.ts";
import { median } from "../../rules/median.ts";

/** How the print lies on a page, as it is seen. */
export interface Lie {
  /** Quarter turns, clockwise, that bring it upright. */
  readonly turns: Turns;
  /** By how many degrees its lines fall to the right then. */
  readonly skew: number;
}

/** Less is not seen, and turning the picture would only blur it. In degrees. */
const LEVEL = 0.1;
/** Scans are not more askew than this; what leads there, leads from one line of a row to another. */
const STEEPEST = 5;
/** Cells that are nearer to each other, as a share of the page's width, tell little of a slope. */
const APART = 0.2;

/**
 * Tells how a page lies by where the numbers of its rows stand: they are printed from left to right.
 *
 * @param rows per row the boxes of its cells in print order, on the page as it is seen
 */
export function findLie(rows: readonly (readonly Box[])[], width: number, height: number): Lie {
  const votes = [0, 0, 0, 0];
  for (const boxes of rows) {
    for (const [k, box] of boxes.entries()) {
      const next = boxes[k + 1];
      if (next !== undefined) votes[turnsFor(box, next)]!++;
    }
  }
  const turns = votes.indexOf(Math.max(...votes)) as Turns;
  const upright = rows.map((boxes) => boxes.map((box) => turnBox(box, turns, width, height)));
  const skew = findSkew(upright, turns % 2 === 0 ? width : height);
  return { turns, skew: Math.abs(skew) < LEVEL ? 0 : skew };
}

/** Where a box stands once the print of its page is upright and level; the page's size is that as it is seen. */
export function levelBox(box: Box, { turns, skew }: Lie, width: number, height: number): Box {
  const upright = turnBox(box, turns, width, height);
  return turns % 2 === 0 ? tiltBox(upright, -skew, width, height) : tiltBox(upright, -skew, height, width);
}

function middleOf([left, top, right, bottom]: Box): readonly [number, number] {
  return [(left + right) / 2, (top + bottom) / 2];
}

/** The quarter turns after which `next` stands to the right of `box`. */
function turnsFor(box: Box, next: Box): Turns {
  const [[x, y], [nextX, nextY]] = [middleOf(box), middleOf(next)];
  const [across, down] = [nextX - x, nextY - y];
  if (Math.abs(across) >= Math.abs(down)) return across >= 0 ? 0 : 2;
  return down >= 0 ? 3 : 1;
}

/** The median slope from one cell of a row to another, in degrees. */
function findSkew(rows: readonly (readonly Box[])[], width: number): number {
  const slopes: number[] = [];
  for (const boxes of rows) {
    const middles = boxes.map(middleOf);
    for (const [k, [x, y]] of middles.entries()) {
      for (const [otherX, otherY] of middles.slice(k + 1)) {
        if (otherX - x < APART * width) continue;
        const slope = (Math.atan2(otherY - y, otherX - x) * 180) / Math.PI;
        if (Math.abs(slope) <= STEEPEST) slopes.push(slope);
      }
    }
  }
  return median(slopes);
}
