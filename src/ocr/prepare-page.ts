import { binarise } from "./binarise.ts";
import { eraseStrokes } from "./erase-strokes.ts";
import { findComponents } from "./find-components.ts";
import { findPieces, type Piece } from "./find-pieces.ts";
import { findRulings, type Rulings } from "./find-rulings.ts";
import type { GrayImage } from "./gray-image.ts";
import { letterHeight } from "./letter-height.ts";
import { turnOver } from "./turn-over.ts";

/** A level page taken apart: its ruling lines, and the print between them. All in pixels. */
export interface PreparedPage {
  readonly image: GrayImage;
  readonly rulings: Rulings;
  readonly pieces: readonly Piece[];
  /** Height of most capitals and figures. */
  readonly letter: number;
}

/** Surroundings for the threshold, in inches: about two letters to each side. */
export const SURROUNDINGS = 0.1;

/** Takes a level page apart. */
export function preparePage(image: GrayImage, dpi: number): PreparedPage {
  const bitmap = binarise(image, Math.round(SURROUNDINGS * dpi));
  const turned = turnOver(bitmap);
  const rulings = findRulings(bitmap, dpi, turned);
  eraseStrokes(turned, rulings.vertical);
  const print = turnOver(turned);
  eraseStrokes(print, rulings.horizontal);
  const components = findComponents(print);
  const letter = letterHeight(components, dpi);
  return { image, rulings, letter, pieces: findPieces(components, letter, rulings.vertical) };
}
