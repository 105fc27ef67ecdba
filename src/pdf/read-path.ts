import type { Box } from "../document.ts";
import { applyTransform, type Transform } from "./transform.ts";

/** A straight line from one point to another, in points as the page is seen. */
export interface Segment {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A filled rectangle and its colour as `#rrggbb`. */
export interface Fill {
  readonly box: Box;
  readonly color: string;
}

export interface Painting {
  readonly segments: readonly Segment[];
  readonly fills: readonly Fill[];
}

/** A filled rectangle this thin, in points, is a line. */
const MAX_LINE_WIDTH = 2;

/** pdf.js's drawing operators within a path. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

/** A path with more numbers is a drawing, not a table's; a map has millions. */
const MAX_PATH_NUMBERS = 200_000;

/**
 * Notes the straight lines and rectangles of a path that is painted.
 *
 * @param data pdf.js's path: operators and points in one list
 */
export function readPath(
  operator: number,
  data: readonly (ArrayLike<number> | null)[] | undefined,
  { ctm, fillColor }: { readonly ctm: Transform; readonly fillColor: string },
  OPS: Readonly<Record<string, number>>,
  painting: { readonly segments: Segment[]; readonly fills: Fill[] },
): void {
  const path = data?.[0];
  if (path == null || path.length > MAX_PATH_NUMBERS) return;
  const isFilled =
    operator === OPS.fill ||
    operator === OPS.eoFill ||
    operator === OPS.fillStroke ||
    operator === OPS.eoFillStroke ||
    operator === OPS.closeFillStroke ||
    operator === OPS.closeEOFillStroke;
  const isStroked =
    operator === OPS.stroke ||
    operator === OPS.closeStroke ||
    (isFilled && operator !== OPS.fill && operator !== OPS.eoFill);
  if (!isFilled && !isStroked) return;
  for (const points of subpaths(path, ctm)) {
    if (isFilled) addFill(points, fillColor, painting);
    if (isStroked) addSegments(points, painting.segments);
  }
}

type Points = readonly (readonly [number, number])[];

/** The corners of each subpath, as the page is seen; curves are straight lines to their ends, marked by a break. */
function* subpaths(path: ArrayLike<number>, ctm: Transform): Generator<Points> {
  let points: [number, number][] = [];
  const at = (i: number): [number, number] => applyTransform(ctm, path[i]!, path[i + 1]!);
  for (let i = 0; i < path.length; ) {
    switch (path[i++]) {
      case MOVE:
        if (points.length > 1) yield points;
        points = [at(i)];
        i += 2;
        break;
      case LINE:
        points.push(at(i));
        i += 2;
        break;
      case CURVE:
        points.push(at(i + 4));
        i += 6;
        break;
      case QUADRATIC:
        points.push(at(i + 2));
        i += 4;
        break;
      case CLOSE:
        if (points.length > 1) points.push(points[0]!);
        break;
      default:
        return;
    }
  }
  if (points.length > 1) yield points;
}

function addFill(
  points: Points,
  color: string,
  { segments, fills }: { segments: Segment[]; fills: Fill[] },
): void {
  if (!points.every(([x, y], i) => i === 0 || isStraight(points[i - 1]!, [x, y]))) return;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const width = right - left;
  const height = bottom - top;
  if (height <= MAX_LINE_WIDTH && width > height) {
    const y = (top + bottom) / 2;
    segments.push({ x0: left, y0: y, x1: right, y1: y });
  } else if (width <= MAX_LINE_WIDTH && height > width) {
    const x = (left + right) / 2;
    segments.push({ x0: x, y0: top, x1: x, y1: bottom });
  } else if (width > 0 && height > 0) fills.push({ box: [left, top, right, bottom], color });
}

function addSegments(points: Points, segments: Segment[]): void {
  for (const [i, [x1, y1]] of points.entries()) {
    const [x0, y0] = points[i - 1] ?? [x1, y1];
    if ((x0 !== x1 || y0 !== y1) && isStraight([x0, y0], [x1, y1])) segments.push({ x0, y0, x1, y1 });
  }
}

/** Upright or level, up to what printing rounds away. */
function isStraight([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): boolean {
  return Math.abs(x1 - x0) < 0.5 || Math.abs(y1 - y0) < 0.5;
}
