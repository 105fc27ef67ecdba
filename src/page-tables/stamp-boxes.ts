import type { Box, Page, Ruling } from "../document.ts";

/** Ends of lines that meet are this near, in points. */
const MEETS = 1;
/** A page has a few signatures; of more frames than this the others are something else. */
const MAX_FRAMES = 200;

/** A frame that is wider or higher, as a share of the page, is that of a table. */
const MAX_WIDTH = 0.4;
const MAX_HEIGHT = 0.3;

/**
 * The frames on a page that are no larger than those of stamps; some may be cells of tables. One side of a frame may be drawn
 * on a line of a table, which is longer.
 */
export function findFrames({ horizontal, vertical, width, height }: Page): Box[] {
  const upright = pairsOf(vertical)
    .map(([left, right]): Box => [left.at, left.from, right.at, left.to])
    .filter(([left, top, right, bottom]) => areClosed([top, bottom], left, right, horizontal));
  const level = pairsOf(horizontal)
    .map(([top, bottom]): Box => [top.from, top.at, top.to, bottom.at])
    .filter(([left, top, right, bottom]) => areClosed([left, right], top, bottom, vertical))
    .filter((box) => !upright.some((other) => box.every((side, i) => areNear(side, other[i]!))));
  return [...upright, ...level].filter(
    ([left, top, right, bottom]) => right - left < MAX_WIDTH * width && bottom - top < MAX_HEIGHT * height,
  );
}

/** The lines of which just two reach from one place to another: those between columns are more, and as long as each other. */
function pairsOf(lines: readonly Ruling[]): (readonly [Ruling, Ruling])[] {
  return [...Map.groupBy(lines, keyOf).values()]
    .filter(({ length }) => length === 2)
    .slice(0, MAX_FRAMES)
    .map((pair) => pair.toSorted((a, b) => a.at - b.at) as [Ruling, Ruling]);
}

/** The frames on a page that a line of a table is drawn across: those of stamps and signatures, and none of its cells. */
export function findStampBoxes(page: Page, frames: readonly Box[] = findFrames(page)): Box[] {
  return frames.filter((box) => isCrossed(box, page.horizontal));
}

function keyOf({ from, to }: Ruling): string {
  return `${Math.round(from)} ${Math.round(to)}`;
}

function areNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= MEETS;
}

/** Whether a line is a side of a frame. */
export function isSideOf([left, top, right, bottom]: Box, line: Ruling, isUpright: boolean): boolean {
  const [sides, from, to] = isUpright ? [[left, right], top, bottom] : [[top, bottom], left, right];
  return sides.some((side) => areNear(line.at, side)) && areNear(line.from, from) && areNear(line.to, to);
}

/** Whether lines close two sides: at least one of them is no longer than the side, and the other may be a line of a table. */
function areClosed(sides: readonly number[], start: number, end: number, lines: readonly Ruling[]): boolean {
  const held = sides.map((side) =>
    lines.filter(({ at, from, to }) => areNear(at, side) && from <= start + MEETS && to >= end - MEETS),
  );
  const isOwn = ({ from, to }: Ruling) => areNear(from, start) && areNear(to, end);
  return held.every(({ length }) => length > 0) && held.some((some) => some.some(isOwn));
}

/** Whether some line that is longer than a frame comes from outside into it, or goes all through it. */
function isCrossed([left, top, right, bottom]: Box, horizontal: readonly Ruling[]): boolean {
  return horizontal.some(
    ({ at, from, to }) =>
      to - from > right - left &&
      at > top + MEETS &&
      at < bottom - MEETS &&
      from < right - MEETS &&
      to > left + MEETS &&
      (from < left - MEETS || to > right + MEETS),
  );
}
