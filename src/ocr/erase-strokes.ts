import type { Bitmap } from "./binarise.ts";
import type { Stroke } from "./find-strokes.ts";

/** The edge of a line is grey on both sides. */
const EDGE = 1;
/** What is thicker than the line by more than this is a letter that stands on it. */
const CROSSING = 3;

/**
 * Takes horizontal ruling lines out of a bitmap, in place, and leaves the letters that touch them. For vertical
 * lines, give the bitmap turned over.
 */
export function eraseStrokes({ width, height, data }: Bitmap, strokes: readonly Stroke[]): void {
  for (const stroke of strokes) {
    const first = Math.max(0, stroke.top - EDGE);
    const past = Math.min(height, stroke.bottom + EDGE);
    const middle = Math.round(stroke.at - stroke.thickness / 2);
    for (let x = stroke.from; x < stroke.to; x++) {
      for (let y = first; y < past; y++) {
        if (data[y * width + x] === 0) continue;
        let start = y;
        while (start > 0 && data[(start - 1) * width + x] === 1) start--;
        let end = y + 1;
        while (end < height && data[end * width + x] === 1) end++;
        // Of a letter that stands on the line, or all but touches it, only what the line takes.
        const isLine = end - start <= stroke.thickness + CROSSING;
        const from = isLine ? start : Math.max(start, middle);
        const to = isLine ? end : Math.min(end, middle + stroke.thickness);
        for (let row = from; row < to; row++) data[row * width + x] = 0;
        y = end;
      }
    }
  }
}
