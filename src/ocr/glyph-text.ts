import { cutGlyphs, type Glyph } from "./cut-glyphs.ts";
import type { Piece } from "./find-pieces.ts";
import type { GrayImage } from "./gray-image.ts";
import { likenessOf, type Match, matchGlyph, type Template } from "./match-glyph.ts";

/** A number read figure by figure. */
export interface GlyphReading {
  readonly glyphs: readonly Glyph[];
  /** For each figure, what it may be, the most alike first. */
  readonly figures: readonly (readonly Match[])[];
  /** From its first figure to its last, in heights of a figure. */
  readonly width: number;
  /** The likeness of the least certain figure, its lead over the next best, and the share that this is of all it can be. */
  readonly likeness: number;
  readonly lead: number;
  readonly leadShare: number;
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
  return { ...weakest(figures, templates), glyphs, figures, width: widthOf(glyphs) };
}

/** A number of which only the first `count` glyphs that are figures belong to it: after them stands a `%`. */
export function firstFigures(
  reading: GlyphReading,
  count: number,
  templates: readonly Template[],
): GlyphReading {
  const figures = reading.figures.slice(0, count);
  if (count === 0 || figures.length === reading.figures.length) return reading;
  const next = reading.glyphs.filter(({ kind }) => kind === "figure")[count];
  const glyphs = reading.glyphs.slice(0, reading.glyphs.indexOf(next!));
  return { ...weakest(figures, templates), figures, glyphs, width: widthOf(glyphs) };
}

function weakest(
  figures: GlyphReading["figures"],
  templates: readonly Template[],
): Pick<GlyphReading, "likeness" | "lead" | "leadShare"> {
  const leads = figures.map(([best, next]) => {
    const lead = best!.likeness - (next?.likeness ?? 0);
    return {
      lead,
      share: next === undefined ? 1 : lead / (1 - likenessOf(best!.text, next.text, templates)),
    };
  });
  return {
    likeness: Math.min(...figures.map(([best]) => best!.likeness)),
    lead: Math.min(...leads.map(({ lead }) => lead)),
    leadShare: Math.min(...leads.map(({ share }) => share)),
  };
}

function widthOf(glyphs: readonly Glyph[]): number {
  const figures = glyphs.filter(({ kind }) => kind === "figure");
  return figures.length === 0 ? 0 : (figures.at(-1)!.right - figures[0]!.left) / figures[0]!.height;
}
