/** The six numbers of an affine map, as SVG and canvases take them. */
export type Matrix = readonly [number, number, number, number, number, number];

/**
 * The map that turns a page by quarter turns, clockwise.
 *
 * @param width the turned page's
 */
export function turnMatrix(turns: 0 | 1 | 2 | 3, width: number, height: number): Matrix {
  if (turns === 1) return [0, 1, -1, 0, width, 0];
  if (turns === 2) return [-1, 0, 0, -1, width, height];
  return turns === 3 ? [0, -1, 1, 0, 0, height] : [1, 0, 0, 1, 0, 0];
}
