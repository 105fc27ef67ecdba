import type { GrayImage } from "./gray-image.ts";

/**
 * What a picture is read as: any text, or nothing but figures and their marks. `blurred` is text whose letters run into
 * each other, so that none are looked for before it is read.
 */
export type Script = "text" | "number" | "blurred";

/** A word as the engine saw it, in pixels of the picture. */
export interface SeenWord {
  readonly text: string;
  /** From 0 to 1, as the engine says: a rank, not a probability. */
  readonly confidence: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Reads a picture of one line. */
export interface Engine {
  recognise(picture: GrayImage, script: Script): Promise<readonly SeenWord[]>;
}
