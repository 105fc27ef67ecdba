import type { Bitmap } from "./binarise.ts";
import type { Stroke } from "./find-strokes.ts";

/** The edge of a line is grey on both sides. */
const EDGE = 1;
/** What is thicker than the line by more than this is a letter that stands on it. */
const CROSSING = 3;

/**
 * Takes horizontal ruling lines out of a bitmap, in place, and leaves the letters that touch them: only where the
 * ink is as thin as the line. For vertical lines, give the bitmap turned over.
 */
export function eraseStrokes({ width, height, data }: Bitmap, strokes: readonly Stroke[]): void {
  for (const stroke of strokes) {
    const first = Math.max(0, stroke.top - EDGE);
    const past = Math.min(height, stroke.bottom + EDGE);
    for (let x = stroke.from; x < stroke.to; x++) {
      for (let y = first; y < past; y++) {
        if (data[y * width + x] === 0) continue;
        let start = y;
        while (start > 0 && data[(start - 1) * width + x] === 1) start--;
        let end = y + 1;
        while (end < height && data[end * width + x] === 1) end++;
        if (end - start <= stroke.thickness + CROSSING) {
          for (let row = start; row < end; row++) data[row * width + x] = 0;
        }
        y = end;
      }
    }
  }
}
