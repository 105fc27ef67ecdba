import type { Ruling } from "../document.ts";

/** The index of the first line that stands at a place or past it, of lines in their order. */
export function firstFrom(lines: readonly Ruling[], at: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
