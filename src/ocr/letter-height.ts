import type { Component } from "./find-components.ts";

/** Letters in inches: from 4 point figures to titles. */
const SMALLEST = 0.035;
const LARGEST = 0.25;
/** A page with fewer components that may be letters has none to speak of; 10 point print then. */
const FEW = 5;
const USUAL = 0.1;

/** The height of most capitals and figures of a page, in pixels. */
export function letterHeight(components: readonly Component[], dpi: number): number {
  const heights = components
    .filter((one) => {
      const height = one.bottom - one.top;
      const width = one.right - one.left;
      return (
        height >= SMALLEST * dpi && height <= LARGEST * dpi && width <= 2 * height && width * 8 >= height
      );
    })
    .map((one) => one.bottom - one.top)
    .sort((a, b) => a - b);
  if (heights.length < FEW) return USUAL * dpi;
  // Small letters without a stem are two thirds as high as the others: the upper half is capitals and figures.
  return heights[Math.floor(heights.length * 0.7)]!;
}
