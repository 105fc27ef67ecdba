import type { Box, Page } from "../document.ts";
import { type Turns, turnBox } from "../pdf/turn.ts";
import { tiltBox } from "./tilt-box.ts";

/** A box of the page as it is seen, before it was turned level, and before that so that its text stood upright. */
export function asSeen(box: Box, { turns, width, height, skew = 0 }: Page): Box {
  return turnBox(tiltBox(box, skew, width, height), ((4 - turns) % 4) as Turns, width, height);
}
