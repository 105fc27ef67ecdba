import { cutGlyphs, type Glyph } from "./cut-glyphs.ts";
import type { SeenWord } from "./engine.ts";
import type { Piece } from "./find-pieces.ts";
import type { GrayImage } from "./gray-image.ts";
import { makeTemplates, matchGlyph, type Template } from "./match-glyph.ts";

/** A number as the engine read it. */
export interface Sample {
  readonly piece: Piece;
  readonly words: readonly SeenWord[];
}

/** Only what the engine is sure of teaches. */
const LEAST_CONFIDENCE = 0.8;
/** One glyph alone may be a misreading. */
const LEAST_COUNT = 2;

/**
 * Learns what the figures of a page look like, from numbers that the engine is sure of. A table prints the same
 * ten figures hundreds of times: their mean has neither the noise nor the engine's whims.
 */
export function learnFigures(page: GrayImage, samples: readonly Sample[]): Template[] {
  const known = samples.flatMap((sample) => labelled(page, sample));
  const first = makeTemplates(known);
  const agreeing = known.filter(({ text, glyph }) => matchGlyph(glyph, first)[0]?.text === text);
  return makeTemplates(agreeing).filter(({ count }) => count >= LEAST_COUNT);
}

function labelled(page: GrayImage, { piece, words }: Sample): { text: string; glyph: Glyph }[] {
  const text = words.map((word) => word.text).join("");
  if (!/^\d[\d.,]*$/.test(text) || words.some(({ confidence }) => confidence < LEAST_CONFIDENCE)) return [];
  const figures = text.replace(/\D/g, "");
  const glyphs = cutGlyphs(page, piece).filter(({ kind }) => kind === "figure");
  if (glyphs.length !== figures.length) return [];
  return glyphs.map((glyph, k) => ({ text: figures[k]!, glyph }));
}
