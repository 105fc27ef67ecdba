import type { Component } from "./find-components.ts";
import type { Stroke } from "./find-strokes.ts";

/** What hides a part of the page: a box in pixels. */
export type Hidden = Pick<Component, "left" | "top" | "right" | "bottom">;

/** Parts of one line differ by less across it, in pixels. */
const IN_LINE = 3;
/** How far beyond a stamp a line may be broken, in pixels. */
const BEYOND = 12;

/**
 * Makes ruling lines whole that a stamp has broken: parts in line with each other whose gap lies behind a stamp.
 *
 * @param across where a hidden box begins and ends along the lines, and across them
 */
export function bridgeRulings(
  strokes: readonly Stroke[],
  hidden: readonly Hidden[],
  direction: "horizontal" | "vertical",
): Stroke[] {
  if (hidden.length === 0) return [...strokes];
  const boxes = hidden.map(({ left, top, right, bottom }) =>
    direction === "horizontal"
      ? { from: left, to: right, low: top, high: bottom }
      : { from: top, to: bottom, low: left, high: right },
  );
  const isHidden = (at: number, from: number, to: number) =>
    boxes.some(
      (box) =>
        at >= box.low - IN_LINE &&
        at <= box.high + IN_LINE &&
        from >= box.from - BEYOND &&
        to <= box.to + BEYOND,
    );
  const whole: Stroke[] = [];
  for (const stroke of [...strokes].sort((a, b) => a.from - b.from || a.at - b.at)) {
    const index = whole.findLastIndex(
      (other) =>
        Math.abs(other.at - stroke.at) <= IN_LINE &&
        (stroke.from <= other.to || isHidden(stroke.at, other.to, stroke.from)),
    );
    const other = whole[index];
    if (other === undefined) whole.push(stroke);
    else whole[index] = { ...other, to: Math.max(other.to, stroke.to) };
  }
  return whole;
}
