import type { Box } from "../../document.ts";
import type { DrawnPage } from "./draw-page.ts";
import type { Band } from "./row-band.ts";

/** A pixel that is darker is ink, of 255. */
const INK = 140;
/** A ruling line is ink along so much of the table's width; print never is. */
const RULED = 0.5;
/** What a levelled line strays, in pixels up and down. */
const STRAY = 1;

/**
 * The band between the ruling lines above the first row, from the topmost to the one that the row hangs from. Null
 * where there are not two.
 *
 * @param cells the box around all cells of the page, in points
 * @param within how far above the first row a header may begin, in points
 */
export function findRuledHeader({ canvas, scale }: DrawnPage, cells: Box, within: number): Band | null {
  const [left, firstRow, right] = cells.map((edge) => Math.round(edge * scale)) as [number, number, number];
  const top = Math.max(0, firstRow - Math.round(within * scale));
  const [width, height] = [Math.min(right, canvas.width) - left, firstRow - top];
  if (width <= 0 || height <= 0) return null;
  const { data } = canvas.getContext("2d").getImageData(left, top, width, height);
  const isInk = (x: number, y: number) => y >= 0 && y < height && data[(y * width + x) * 4 + 1]! < INK;
  const lines: number[] = [];
  for (let y = 0; y < height; y++) {
    let ink = 0;
    for (let x = 0; x < width; x++) {
      for (let stray = -STRAY; stray <= STRAY; stray++) {
        if (!isInk(x, y + stray)) continue;
        ink++;
        break;
      }
    }
    if (ink >= RULED * width) lines.push(top + y);
  }
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined || last - first <= 3 * STRAY) return null;
  return { top: first / scale, bottom: last / scale };
}
