import type { Box } from "../document.ts";

/** The smallest box that holds all of some boxes, of any number; a lone one is not copied, and nothing at all is in that of none. */
export function boundingBox(boxes: readonly Box[]): Box {
  if (boxes.length === 1) return boxes[0]!;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[2]);
    bottom = Math.max(bottom, box[3]);
  }
  return [left, top, right, bottom];
}
