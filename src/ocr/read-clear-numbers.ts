import type { Engine } from "./engine.ts";
import type { Piece } from "./find-pieces.ts";
import { readGlyphs } from "./glyph-text.ts";
import { isClear } from "./learn-figures.ts";
import type { Template } from "./match-glyph.ts";
import type { PreparedPage } from "./prepare-page.ts";
import { readSmallPrint } from "./read-small-print.ts";
import { voteOf } from "./vote-of.ts";
import { type NumberReading, weighNumber } from "./weigh-number.ts";

/** A page of which so many of the ten figures are not known has too few numbers to leave any to pictures alone. */
const LEAST_FIGURES = 8;
/** Where the two readers are at odds, the number is read once more, alone. */
const AGREED = 0.9;

/** Print that is small or bad enough to ask the engine all the same. */
const DOUBTFUL = 2;

/**
 * Reads the numbers whose figures are clear by what they look like. In small print, where the looks of two figures
 * differ by a dot or two, and in bad print the engine reads them too.
 */
export async function readClearNumbers(
  page: PreparedPage,
  pieces: readonly Piece[],
  templates: readonly Template[],
  doubt: number,
  engine: Engine,
): Promise<Map<Piece, NumberReading[]>> {
  if (templates.length < LEAST_FIGURES) return new Map();
  const clear = pieces.flatMap((piece) => {
    const glyphs = readGlyphs(page.image, piece, templates);
    return glyphs !== null && isClear(glyphs, page.letter) ? [{ piece, glyphs }] : [];
  });
  const second =
    doubt >= DOUBTFUL
      ? await readSmallPrint(
          page,
          clear.map(({ piece }) => piece),
          engine,
        )
      : null;
  const read = new Map<Piece, NumberReading[]>();
  for (const { piece, glyphs } of clear) {
    const votes = second === null ? [] : [voteOf(second.get(piece) ?? [])];
    const readings = weighNumber(glyphs, votes, doubt);
    if (second === null || (readings[0]?.probability ?? 0) >= AGREED) read.set(piece, readings);
  }
  return read;
}
