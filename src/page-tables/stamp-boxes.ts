import type { Box, Page, Ruling } from "../document.ts";

/** Ends of lines that meet are this near, in points. */
const MEETS = 1;
/** A page has a few signatures; of more frames than this the others are something else. */
const MAX_FRAMES = 200;

/** The frames on a page that a line of a table is drawn across: those of stamps and signatures, and none of its cells. */
export function findStampBoxes({ horizontal, vertical }: Page): Box[] {
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
    .filter((box) => isClosed(box, horizontal) && isCrossed(box, horizontal));
}

function keyOf({ from, to }: Ruling): string {
  return `${Math.round(from)} ${Math.round(to)}`;
}

function areNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= MEETS;
}

function isClosed([left, top, right, bottom]: Box, horizontal: readonly Ruling[]): boolean {
  return [top, bottom].every((y) =>
    horizontal.some(({ at, from, to }) => areNear(at, y) && areNear(from, left) && areNear(to, right)),
  );
}

/** Whether some line comes from outside into a frame, or goes all through it. */
function isCrossed([left, top, right, bottom]: Box, horizontal: readonly Ruling[]): boolean {
  return horizontal.some(
    ({ at, from, to }) =>
      at > top + MEETS &&
      at < bottom - MEETS &&
      from < right - MEETS &&
      to > left + MEETS &&
      (from < left - MEETS || to > right + MEETS),
  );
}
