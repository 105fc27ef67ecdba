import type { Box } from "../document.ts";

/** The area of a box, in square points. */
export function areaOf([left, top, right, bottom]: Box): number {
  return (right - left) * (bottom - top);
}
