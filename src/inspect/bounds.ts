import type { Box } from "../document.ts";
import { boundingBox } from "../page-tables/bounding-box.ts";

/** The smallest box around others; null around none. */
export function bounds(boxes: readonly Box[]): Box | null {
  return boxes.length === 0 ? null : boundingBox(boxes);
}
