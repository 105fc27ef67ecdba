import type { Box, Page } from "../document.ts";
import { type Turns, turnBox } from "../pdf/turn.ts";
import { tiltBox } from "./tilt-box.ts";

/** Finer places say nothing to a person, and would be most of the output of a long document. */
const STEPS_IN_POINT = 100;

/**
 * A box of the page as it is seen, before it was turned level, and before that so that its text stood upright; in
 * hundredths of a point.
 */
export function asSeen(box: Box, { turns, width, height, skew = 0 }: Page): Box {
  const seen = turnBox(tiltBox(box, skew, width, height), ((4 - turns) % 4) as Turns, width, height);
  return [round(seen[0]), round(seen[1]), round(seen[2]), round(seen[3])];
}

function round(points: number): number {
  return Math.round(points * STEPS_IN_POINT) / STEPS_IN_POINT;
}
