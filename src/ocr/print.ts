import type { NumberReading } from "./weigh-number.ts";

/** Print with what it may say. Places in pixels of the page. */
export interface Print {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly text: string;
  /** From 0 to 1; for a number the probability of its text. */
  readonly confidence: number;
  /** The ways to read a number, the most probable first; empty for text. */
  readonly readings: readonly NumberReading[];
  /** Of a word on its side, as in `Word`. */
  readonly angle?: 90 | 270;
}
