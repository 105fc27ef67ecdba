import type { Page, Word } from "../document.ts";
import type { PlacedLine } from "../page-tables/place-words.ts";
import type { TextLine } from "../page-tables/text-lines.ts";

/**
 * The pages of a document one under another: what a page break parts stands together again. Positions on it are in
 * points; a page follows the one before as a line follows a line.
 */
export interface StripLine {
  readonly page: Page;
  /** 1-based line of the page. */
  readonly number: number;
  /** The baseline, on the strip. */
  readonly y: number;
  readonly line: TextLine;
}

/** A line with its words in the columns of its table. */
export interface BodyLine extends StripLine {
  readonly placed: PlacedLine;
}

/** What a page has above its first line and under its last is no part of the strip; so much is put there instead. */
const PAGE_GAP = 8;
/** In heights of the font, lest lines in a large one run into each other. */
const LINE = 1;

export interface Strip {
  readonly lines: readonly StripLine[];
  /** By page number, how far down the strip the top of the page lies. */
  readonly offsets: ReadonlyMap<number, number>;
}

/** Puts pages under each other. The lines of each come from top to bottom; running heads and feet are left out. */
export function createStrip(
  pages: readonly { readonly page: Page; readonly lines: readonly TextLine[] }[],
  running: ReadonlySet<TextLine>,
): Strip {
  let end = 0;
  const offsets = new Map<number, number>();
  const lines = pages.flatMap(({ page, lines: printed }) => {
    const kept = printed.map((line, i) => ({ line, number: i + 1 })).filter(({ line }) => !running.has(line));
    const [first] = kept;
    const gap = Math.max(PAGE_GAP, LINE * (first?.line.words[0]?.size ?? 0));
    const offset = end + gap - (first?.line.y ?? 0);
    offsets.set(page.number, offset);
    end = offset + (kept.at(-1)?.line.y ?? 0);
    return kept.map(({ line, number }): StripLine => ({ page, number, y: line.y + offset, line }));
  });
  return { lines, offsets };
}

/** Top and bottom of a word on a line of the strip. */
export function extentOf(word: Word, { y }: StripLine): { top: number; bottom: number } {
  return { top: y - ASCENT * word.size, bottom: y + DESCENT * word.size };
}
/** Capital letters reach as high over the line they stand on, commas as far under it, in heights of the font. */
export const ASCENT = 0.72;
const DESCENT = 0.15;
