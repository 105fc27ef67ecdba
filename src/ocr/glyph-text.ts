import { cutGlyphs, type Glyph } from "./cut-glyphs.ts";
import type { Piece } from "./find-pieces.ts";
import type { GrayImage } from "./gray-image.ts";
import { type Match, matchGlyph, type Template } from "./match-glyph.ts";

/** A number read figure by figure. */
export interface GlyphReading {
  readonly glyphs: readonly Glyph[];
  /** For each figure, what it may be, the most alike first. */
  readonly figures: readonly (readonly Match[])[];
  /** The likeness of the least certain figure, and its lead over the next best. */
  readonly likeness: number;
  readonly lead: number;
}

/** Reads a piece as a number by the templates of its page; null where it has no figure. */
export function readGlyphs(
  page: GrayImage,
  piece: Piece,
  templates: readonly Template[],
): GlyphReading | null {
  const glyphs = cutGlyphs(page, piece);
  const figures = glyphs.filter(({ kind }) => kind === "figure").map((glyph) => matchGlyph(glyph, templates));
  if (figures.length === 0 || templates.length === 0) return null;
  return { ...weakest(figures), glyphs, figures };
}

/** A number of which only the first `count` glyphs that are figures belong to it: after them stands a `%`. */
export function firstFigures(reading: GlyphReading, count: number): GlyphReading {
  const figures = reading.figures.slice(0, count);
  if (count === 0 || figures.length === reading.figures.length) return reading;
  const next = reading.glyphs.filter(({ kind }) => kind === "figure")[count];
  return { ...weakest(figures), figures, glyphs: reading.glyphs.slice(0, reading.glyphs.indexOf(next!)) };
}

function weakest(figures: GlyphReading["figures"]): Pick<GlyphReading, "likeness" | "lead"> {
  return {
    likeness: Math.min(...figures.map(([best]) => best!.likeness)),
    lead: Math.min(...figures.map(([best, next]) => best!.likeness - (next?.likeness ?? 0))),
  };
}
