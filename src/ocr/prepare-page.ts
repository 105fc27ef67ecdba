import { type Bitmap, binarise } from "./binarise.ts";
import { bridgeRulings } from "./bridge-rulings.ts";
import { eraseStrokes } from "./erase-strokes.ts";
import { type Component, findComponents } from "./find-components.ts";
import { findPieces, isBlot, type Piece } from "./find-pieces.ts";
import { findRulings, type Rulings } from "./find-rulings.ts";
import { findSideways } from "./find-sideways.ts";
import type { Stroke } from "./find-strokes.ts";
import type { GrayImage } from "./gray-image.ts";
import { letterHeight } from "./letter-height.ts";
import { type LightenedImage, lightenFills } from "./lighten-fills.ts";
import { turnOver } from "./turn-over.ts";
import { whitenRulings } from "./whiten-rulings.ts";

/** A level page taken apart: its ruling lines, and the print between them. All in pixels. */
export interface PreparedPage {
  readonly image: GrayImage;
  readonly rulings: Rulings;
  readonly pieces: readonly Piece[];
  /** What may be words on their side; their parts are among those of the pieces as well. */
  readonly sideways: readonly Piece[];
  /** 1 where a stamp, a signature, a blot or a dark fill is or was; null where there is none. */
  readonly spoiled: Uint8Array | null;
  /** Height of most capitals and figures. */
  readonly letter: number;
}

/** Surroundings for the threshold, in inches: about two letters to each side. */
export const SURROUNDINGS = 0.1;
/** The share of its ink by which a component belongs to a stamp. */
const WITHIN = 0.85;
/** Print is at least so high, in letter heights. */
const LEAST_PRINT = 0.6;
/** What is darker in the picture of the stamps is a stamp. */
const DARK = 128;
/** The edge of a ruling line, in inches. */
const REMAINS = 0.02;
/** What stands no further from the middle of a ruling line, in pixels, is the line. */
const ON_LINE = 1.5;

/** Takes a level page apart; `stamps` is black where stamps were taken off it. */
export function preparePage(scan: GrayImage, dpi: number, stamps: GrayImage | null): PreparedPage {
  const { image, fills } = lightenFills(scan, dpi);
  const bitmap = binarise(image, Math.round(SURROUNDINGS * dpi));
  const turned = turnOver(bitmap);
  const rulings = findRulings(bitmap, dpi, turned);
  eraseStrokes(turned, rulings.vertical);
  const unruled = turnOver(turned);
  eraseStrokes(unruled, rulings.horizontal);
  const all = findComponents(unruled);
  const letter = letterHeight(all, dpi);
  // What is as high as print and lies under a stamp may be print.
  const remaining = all.filter((one) => stamps === null || isHigh(one, letter) || !isWithin(one, stamps));
  const blots = remaining.filter((one) => isBlot(one, letter));
  const hidden = [...blots, ...(stamps === null ? [] : findComponents(inkOf(stamps)))];
  const whole: Rulings = {
    horizontal: bridgeRulings(rulings.horizontal, hidden, "horizontal"),
    vertical: bridgeRulings(rulings.vertical, hidden, "vertical"),
  };
  const print = remaining.filter((one) => !blots.includes(one) && !isRemains(one, whole, dpi));
  return {
    image: whitenRulings(image, bitmap, unruled),
    rulings: whole,
    letter,
    pieces: findPieces(print, letter, whole.vertical),
    sideways: findSideways(print, letter),
    spoiled: markSpoiled(image, stamps, blots, fills),
  };
}

function inkOf({ width, height, data }: GrayImage): Bitmap {
  const ink = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at++) if (data[at]! < DARK) ink[at] = 1;
  return { width, height, data: ink };
}

function isHigh({ top, bottom }: Component, letter: number): boolean {
  return bottom - top >= LEAST_PRINT * letter;
}

/** Whether a component lies where a stamp was: what is left of its edge, or print that nobody can read. */
function isWithin({ runs, area }: Component, { width, data }: GrayImage): boolean {
  let within = 0;
  for (let k = 0; k < runs.length; k += 3) {
    for (let x = runs[k + 1]!; x < runs[k + 2]!; x++) if (data[runs[k]! * width + x]! < DARK) within++;
  }
  return within >= WITHIN * area;
}

/** Whether a component is what is left of the edge of a ruling line. */
function isRemains({ left, top, right, bottom }: Component, rulings: Rulings, dpi: number): boolean {
  const thin = Math.max(3, REMAINS * dpi);
  const lies = (from: number, past: number, middle: number, lines: readonly Stroke[]) =>
    lines.some((line) => {
      if (middle < line.from || middle > line.to) return false;
      const off = Math.abs((from + past) / 2 - line.at);
      // Right on the line it may be as thick as the line, beside it only an edge.
      if (off <= ON_LINE) return past - from <= line.thickness + thin;
      return off <= line.thickness / 2 + thin && past - from <= thin;
    });
  return (
    lies(left, right, (top + bottom) / 2, rulings.vertical) ||
    lies(top, bottom, (left + right) / 2, rulings.horizontal)
  );
}

function markSpoiled(
  { width, height }: GrayImage,
  stamps: GrayImage | null,
  blots: readonly Component[],
  fills: LightenedImage["fills"],
): Uint8Array | null {
  if (stamps === null && blots.length + fills.length === 0) return null;
  const spoiled = stamps === null ? new Uint8Array(width * height) : inkOf(stamps).data;
  for (const { runs } of blots) {
    for (let k = 0; k < runs.length; k += 3) {
      spoiled.fill(1, runs[k]! * width + runs[k + 1]!, runs[k]! * width + runs[k + 2]!);
    }
  }
  for (const { left, top, right, bottom } of fills) {
    for (let y = top; y < bottom; y++) spoiled.fill(1, y * width + left, y * width + right);
  }
  return spoiled;
}
