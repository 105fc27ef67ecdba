import type { Box } from "../document.ts";

/** Quarter turns, clockwise. */
export type Turns = 0 | 1 | 2 | 3;

/** A point of a page after quarter turns, clockwise; `width` and `height` are those of the page before them. */
export function turnPoint(
  x: number,
  y: number,
  turns: Turns,
  width: number,
  height: number,
): [x: number, y: number] {
  if (turns === 1) return [height - y, x];
  if (turns === 2) return [width - x, height - y];
  return turns === 3 ? [y, width - x] : [x, y];
}

/** A box of a page after quarter turns, clockwise; `width` and `height` are those of the page before them. */
export function turnBox(box: Box, turns: Turns, width: number, height: number): Box {
  if (turns === 0) return box;
  const [ax, ay] = turnPoint(box[0], box[1], turns, width, height);
  const [bx, by] = turnPoint(box[2], box[3], turns, width, height);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}
