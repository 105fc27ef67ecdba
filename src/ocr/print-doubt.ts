import { readGlyphs } from "./glyph-text.ts";
import type { Sample } from "./learn-figures.ts";
import type { Template } from "./match-glyph.ts";
import type { PreparedPage } from "./prepare-page.ts";

/** In figures lower than this, in pixels, a 2 differs from a 7 by a dot or two, and both readers take one for the other. */
const SMALL_PRINT = 12;
/** How much more often both err in figures of eight pixels; between them it grows evenly. */
const SMALLEST_PRINT = 8;
const SMALLEST_WRONG = 40;
/** The share of numbers on which the two readers differ where the print is good. */
const USUAL_QUARREL = 0.01;
/** From so few numbers it cannot be told. */
const LEAST_SAMPLES = 30;

/**
 * How much more often than on a good page both readers take a number for the same wrong one: the more the smaller its
 * print is, and the more often they differ from each other. At least 1.
 */
export function printDoubt(letter: number, quarrel: number): number {
  const small = Math.max(0, SMALL_PRINT - letter) / (SMALL_PRINT - SMALLEST_PRINT);
  return SMALLEST_WRONG ** small * Math.max(1, quarrel / USUAL_QUARREL);
}

/** The share of numbers that the engine and the likeness of figures read differently. */
export function quarrelOf(
  page: PreparedPage,
  samples: readonly Sample[],
  templates: readonly Template[],
): number {
  const differ = samples.flatMap(({ piece, words }) => {
    const glyphs = readGlyphs(page.image, piece, templates);
    const read = words.map(({ text }) => text.replace(/\D/g, "")).join("");
    return glyphs === null ? [] : [glyphs.figures.map(([best]) => best!.text).join("") !== read];
  });
  if (differ.length < LEAST_SAMPLES) return 0;
  return differ.filter(Boolean).length / differ.length;
}
