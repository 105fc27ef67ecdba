import type { Box, Page, Ruling } from "../document.ts";

/** Ends of lines that meet are this near, in points. */
const MEETS = 1;
/** A page has a few signatures; of more frames than this the others are something else. */
const MAX_FRAMES = 200;

/** A frame that is wider or higher, as a share of the page, is that of a table. */
const MAX_WIDTH = 0.4;
const MAX_HEIGHT = 0.3;

/** The frames on a page that are no larger than those of stamps; some may be cells of tables. */
export function findFrames({ horizontal, vertical, width, height }: Page): Box[] {
  const sides = new Map<string, Ruling[]>();
  for (const line of vertical) {
    const key = keyOf(line);
    const held = sides.get(key);
    if (held === undefined) sides.set(key, [line]);
    else held.push(line);
  }
  // Lines between columns are as long as each other, and more than two.
  const pairs = [...sides.values()].filter(({ length }) => length === 2).slice(0, MAX_FRAMES);
  return pairs
    .map((pair): Box => {
      const [left, right] = pair.toSorted((a, b) => a.at - b.at) as [Ruling, Ruling];
      return [left.at, left.from, right.at, left.to];
    })
    .filter(
      ([left, top, right, bottom]) => right - left < MAX_WIDTH * width && bottom - top < MAX_HEIGHT * height,
    )
    .filter((box) => isClosed(box, horizontal));
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

function isClosed([left, top, right, bottom]: Box, horizontal: readonly Ruling[]): boolean {
  return [top, bottom].every((y) =>
    horizontal.some(({ at, from, to }) => areNear(at, y) && areNear(from, left) && areNear(to, right)),
  );
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
