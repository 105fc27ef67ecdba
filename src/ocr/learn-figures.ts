import { cutGlyphs, type Glyph } from "./cut-glyphs.ts";
import type { SeenWord } from "./engine.ts";
import type { Piece } from "./find-pieces.ts";
import type { GlyphReading } from "./glyph-text.ts";
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

/** So clear that the engine need not be asked: measured, see bench/README.md. */
const CLEAR_LIKENESS = 0.88;
const CLEAR_LEAD = 0.12;
/** An 8 is so like a 6 that it cannot lead by much; in print of this height in pixels a part of that is enough. */
const CLEAR_SHARE = 0.65;
const LEAST_HEIGHT = 12;

/** Whether all figures of a number look like one of the ten and no other; `letter` is the height of the page's. */
export function isClear({ likeness, lead, leadShare }: GlyphReading, letter: number): boolean {
  if (likeness < CLEAR_LIKENESS) return false;
  return lead >= CLEAR_LEAD || (letter >= LEAST_HEIGHT && leadShare >= CLEAR_SHARE);
}

/**
 * Learns what the figures of a page look like, from numbers that the engine is sure of. A table prints the same
 * ten figures hundreds of times: their mean has neither the noise nor the engine's whims.
 *
 * @param clear numbers whose figures are clear by earlier templates
 */
export function learnFigures(
  page: GrayImage,
  samples: readonly Sample[],
  clear: readonly GlyphReading[] = [],
): Template[] {
  const known = [...samples.flatMap((sample) => labelled(page, sample)), ...clear.flatMap(bestOf)];
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

function bestOf({ glyphs, figures }: GlyphReading): { text: string; glyph: Glyph }[] {
  const own = glyphs.filter(({ kind }) => kind === "figure");
  return figures.map(([best], k) => ({ text: best!.text, glyph: own[k]! }));
}
