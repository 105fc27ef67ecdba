import type { Bitmap } from "./binarise.ts";
import { findStrokes, type Stroke } from "./find-strokes.ts";
import { turnOver } from "./turn-over.ts";

/** The ruling lines of a level page in pixels; in vertical ones, `at` is an x and `from` and `to` are y. */
export interface Rulings {
  readonly horizontal: readonly Stroke[];
  readonly vertical: readonly Stroke[];
}

/** Lines in inches. A word in bold print can look like a line for half an inch, a letter for a fourth. */
const LONG_HORIZONTAL = 0.5;
const LONG_VERTICAL = 0.25;
/** Shorter ones are lines only where they lead from one line to another: the sides of one cell. */
const SHORT = 0.09;
const THICKEST = 0.035;
const TOUCHING = 0.03;
/** No row or column is narrower: what runs so near beside a line is the edge of letters. */
const NARROWEST = 0.06;
/** A short line reaches the lines that it leads between but for so many pixels; letters that fill a cell leave more. */
const LEFT_OPEN = 1.5;

/** Finds the ruling lines of a level page; `turned` is the same page turned over. */
export function findRulings(bitmap: Bitmap, dpi: number, turned = turnOver(bitmap)): Rulings {
  const thickest = Math.max(3, THICKEST * dpi);
  const reach = Math.max(3, TOUCHING * dpi);
  const long = findStrokes(bitmap, { shortest: LONG_HORIZONTAL * dpi, thickest });
  const tall = findStrokes(turned, { shortest: LONG_VERTICAL * dpi, thickest });
  const short = { shortest: Math.max(8, SHORT * dpi), thickest };
  const narrowest = Math.max(reach, NARROWEST * dpi);
  const vertical = [...tall, ...sides(findStrokes(turned, short), tall, long, reach, narrowest)];
  const horizontal = [...long, ...sides(findStrokes(bitmap, short), long, vertical, reach, narrowest)];
  return { horizontal, vertical };
}

/** Those of the short lines that lead from one line to another and are not part of a longer one. */
function sides(
  short: readonly Stroke[],
  long: readonly Stroke[],
  across: readonly Stroke[],
  reach: number,
  narrowest: number,
): Stroke[] {
  return short.filter(
    (one) =>
      isBridge(one, across, reach) &&
      !long.some(
        (other) => Math.abs(other.at - one.at) <= narrowest && other.from < one.to && one.from < other.to,
      ),
  );
}

/** Whether a line leads from one of `others` to another, all of which stand across it. */
function isBridge(one: Stroke, others: readonly Stroke[], reach: number): boolean {
  const touches = (end: number) =>
    others.some(
      (other) =>
        Math.abs(other.at - end) <= other.thickness / 2 + LEFT_OPEN &&
        other.from - reach <= one.at &&
        one.at <= other.to + reach,
    );
  return touches(one.from) && touches(one.to);
}
