import type { Box } from "../document.ts";

/** The smallest box that holds all of some boxes; there is at least one, and a lone one is not copied. */
export function boundingBox(boxes: readonly Box[]): Box {
  if (boxes.length === 1) return boxes[0]!;
  return [
    Math.min(...boxes.map(([left]) => left)),
    Math.min(...boxes.map(([, top]) => top)),
    Math.max(...boxes.map(([, , right]) => right)),
    Math.max(...boxes.map(([, , , bottom]) => bottom)),
  ];
}
