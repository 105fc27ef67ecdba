import { measure } from "./measure.ts";
import type { Mark, TextMark } from "./sheet.ts";

const BLACK = "#000000";
const RULE_WIDTH = 0.5;
/** Free space left and right of a cell's text. */
export const SIDE = 1.5;
/** Lines stand this far apart, in parts of the font's size. */
export const LEADING = 1.15;
/** From a line's top to its baseline, in parts of the font's size. */
const ASCENT = 0.8;

/** What a text looks like; by default black, regular and level. */
export type Ink = Partial<Pick<TextMark, "bold" | "angle" | "colour" | "cell">>;

/** A text from a point of its baseline on. */
export function put(to: Mark[], text: string, x: number, y: number, size: number, ink: Ink = {}): void {
  to.push({ kind: "text", x, y, text, size, bold: false, angle: 0, colour: BLACK, ...ink });
}

/** Lines of a text between two edges, from `top` down. */
export function putLines(
  to: Mark[],
  lines: readonly string[],
  box: { readonly left: number; readonly right: number; readonly top: number },
  size: number,
  align: "left" | "center" | "right",
  ink: Ink = {},
): void {
  for (const [index, text] of lines.entries()) {
    if (text === "") continue;
    const free = box.right - box.left - measure(text, size, ink.bold);
    const x = box.left + (align === "left" ? SIDE : align === "right" ? free - SIDE : free / 2);
    put(to, text, x, box.top + (index * LEADING + ASCENT) * size, size, ink);
  }
}

/** A straight line. */
export function rule(
  to: Mark[],
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  width = RULE_WIDTH,
  colour = BLACK,
): void {
  to.push({ kind: "line", x1, y1, x2, y2, width, colour });
}

/** Four lines around an area. */
export function frame(
  to: Mark[],
  [left, right]: readonly [number, number],
  top: number,
  bottom: number,
): void {
  rule(to, [left, top], [right, top]);
  rule(to, [left, bottom], [right, bottom]);
  rule(to, [left, top], [left, bottom]);
  rule(to, [right, top], [right, bottom]);
}

/** A coloured area. */
export function fill(
  to: Mark[],
  [left, right]: readonly [number, number],
  top: number,
  bottom: number,
  colour: string,
): void {
  to.push({ kind: "fill", x: left, y: top, width: right - left, height: bottom - top, colour });
}
