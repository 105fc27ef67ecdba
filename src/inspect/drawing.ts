import type { Box } from "../document.ts";

/** A drawing in PDF points; the page's upper left corner is its origin, and margins lie outside. */
export interface Drawing {
  readonly box: Box;
  readonly layers: readonly Layer[];
}

/** Shapes that are shown or hidden together. */
export interface Layer {
  readonly name: string;
  readonly shapes: readonly Shape[];
}

/** What is drawn. A `title` is shown where the pointer rests on a shape. */
export type Shape =
  | {
      readonly kind: "rect";
      readonly box: Box;
      readonly fill?: string;
      readonly stroke?: string;
      /** Of the fill, from 0 to 1. */
      readonly opacity?: number;
      /** Of the stroke, in points. */
      readonly width?: number;
      readonly title?: string;
    }
  | {
      readonly kind: "line";
      readonly box: Box;
      readonly stroke: string;
      readonly width: number;
      readonly dash?: number;
    }
  | {
      readonly kind: "text";
      /** Where its baseline begins; ends, with `fromEnd`. */
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly color: string;
      readonly fromEnd?: boolean;
      /** Read upwards. */
      readonly isUpwards?: boolean;
    }
  | {
      /** A PNG over the whole page, `width` × `height` after `turns` quarter turns, clockwise. */
      readonly kind: "picture";
      readonly png: Uint8Array;
      readonly width: number;
      readonly height: number;
      readonly turns: 0 | 1 | 2 | 3;
      readonly opacity: number;
    };
