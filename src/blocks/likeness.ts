import { editDistance } from "../text/edit-distance.ts";

/** How alike two texts are, by their letters: 1 is the same, 0 is nothing in common. */
export function likeness(a: string, b: string): number {
  return 1 - editDistance(a, b) / Math.max(a.length, b.length);
}
