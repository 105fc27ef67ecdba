import type { Box, Page } from "../document.ts";

/** What lines and shades are drawn around cells with. */
export type Drawn = Pick<Page, "vertical" | "fills">;

/** In points: letters may reach so far over the edge of their cell. */
const OVER = 1;

/** Where the cell begins and ends that lines down the page, else the smallest shade, draw around a box; null for none. */
export function cellAround(
  [left, top, right, bottom]: Box,
  { vertical, fills }: Drawn,
): [number, number] | null {
  const y = (top + bottom) / 2;
  const lines = vertical.filter(({ from, to }) => from <= y && to >= y).map(({ at }) => at);
  const before = lines.filter((at) => at <= left + OVER);
  const after = lines.filter((at) => at >= right - OVER);
  if (before.length > 0 && after.length > 0) return [Math.max(...before), Math.min(...after)];
  const around = fills.filter(
    ([x0, y0, x1, y1]) => x0 <= left + OVER && x1 >= right - OVER && y0 <= y && y1 >= y,
  );
  const [smallest] = around.sort((a, b) => a[2] - a[0] - (b[2] - b[0]));
  return smallest === undefined ? null : [smallest[0], smallest[2]];
}
