import type { Engine, SeenWord } from "./engine.ts";
import type { Piece } from "./find-pieces.ts";
import { readGlyphs } from "./glyph-text.ts";
import { isClear, learnFigures, type Sample } from "./learn-figures.ts";
import type { Template } from "./match-glyph.ts";
import { numbersWithin } from "./numbers-within.ts";
import type { PreparedPage } from "./prepare-page.ts";
import { quarrelOf } from "./print-doubt.ts";
import { readShort } from "./read-short.ts";

/** What the figures of a page look like, and what was read to learn it. */
export interface StudiedFigures {
  readonly templates: readonly Template[];
  /** The share of numbers that the engine and the likeness of figures read differently. */
  readonly quarrel: number;
  /** What the engine read of the pieces that it was asked for. */
  readonly seen: ReadonlyMap<Piece, readonly SeenWord[]>;
}

/** Pieces that the engine reads at a time, spread over the page, and how many times at most. */
const ROUND = 60;
const MOST_ROUNDS = 4;
/** There is no more to learn where all ten figures are known and the two readers hardly ever differ. */
const FIGURES = 10;
const LITTLE_QUARREL = 0.015;
/** So many numbers that are clear already show as well as all what their figures look like. */
const MOST_CLEAR = 300;

/**
 * Learns what the figures of a page look like from pieces spread over it, no more of them than it takes. What looks
 * clearly like one of them then teaches as well, so that a figure that is rare among the first is known better.
 */
export async function studyFigures(
  page: PreparedPage,
  narrow: readonly Piece[],
  engine: Engine,
): Promise<StudiedFigures> {
  const rounds = Math.max(1, Math.ceil(narrow.length / ROUND));
  const seen = new Map<Piece, readonly SeenWord[]>();
  const samples: Sample[] = [];
  let templates: readonly Template[] = [];
  let quarrel = 0;
  for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round++) {
    const asked = narrow.filter((_, index) => index % rounds === round);
    const read = await Promise.all(asked.map((piece) => readShort(page, piece, engine)));
    for (const [k, piece] of asked.entries()) {
      seen.set(piece, read[k]!);
      samples.push(...numbersWithin(piece, read[k]!));
    }
    templates = learnFigures(page.image, samples);
    quarrel = quarrelOf(page, samples, templates);
    if (templates.length === FIGURES && quarrel <= LITTLE_QUARREL) break;
  }
  const unread = narrow.filter((piece) => !seen.has(piece));
  const stride = Math.max(1, Math.ceil(unread.length / MOST_CLEAR));
  const clear = unread
    .filter((_, index) => index % stride === 0)
    .flatMap((piece) => {
      const reading = readGlyphs(page.image, piece, templates);
      return reading !== null && isClear(reading, page.letter) ? [reading] : [];
    });
  return { templates: learnFigures(page.image, samples, clear), quarrel, seen };
}
