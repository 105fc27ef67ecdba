import type { Box, Word } from "../document.ts";
import type { Glyph } from "./read-operators.ts";

/** A gap this wide, in heights of the font, parts two words where no space is printed. Spaces are 0.2 to 0.3 wide. */
const GAP = 0.18;
/** A printed space this narrow was taken back by kerning: "FINA NCIERO". */
const KERNED_SPACE = 0.1;
/** Glyphs that overlap more than this, in heights of the font, belong to different texts. */
const OVERLAP = 0.45;
/** The same glyph painted again this near, in heights of the font, is a bold face made by printing twice. */
const DOUBLE = 0.12;
/** Baselines nearer than this, in heights of the font, are one. */
const SAME_LINE = 0.05;
/** Letters beside each other that differ more than this in height belong to different texts. */
const SAME_SIZE = 1.3;
/** How far a font reaches over and under its baseline, in heights. */
const ASCENT = 0.75;
const DESCENT = 0.2;

/**
 * Puts glyphs that run from left to right together as words, whatever the order in which they were painted: digits
 * set one by one are joined, kerning within words is passed over, a text that is painted twice is read once.
 *
 * @returns words from top to bottom and from left to right, by baseline
 */
export function makeWords(glyphs: readonly Glyph[]): Word[] {
  const words: Word[] = [];
  for (const line of byBaseline(glyphs)) {
    let current: Glyph[] = [];
    let spaced = false;
    const close = () => {
      if (current.length > 0) words.push(toWord(current));
      current = [];
    };
    for (const glyph of line) {
      if (glyph.text.trim() === "") {
        spaced = true;
        continue;
      }
      const last = current.at(-1);
      if (last !== undefined && isPaintedTwice(last, glyph)) continue;
      if (last !== undefined && parts(last, glyph, spaced)) close();
      current.push(glyph);
      spaced = false;
    }
    close();
  }
  return words;
}

function* byBaseline(glyphs: readonly Glyph[]): Generator<Glyph[]> {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y);
  let line: Glyph[] = [];
  for (const glyph of sorted) {
    const last = line.at(-1);
    if (last !== undefined && glyph.y - last.y > SAME_LINE * Math.min(glyph.size, last.size)) {
      yield line.sort((a, b) => a.x - b.x);
      line = [];
    }
    line.push(glyph);
  }
  if (line.length > 0) yield line.sort((a, b) => a.x - b.x);
}

function isPaintedTwice(a: Glyph, b: Glyph): boolean {
  return (
    a.text === b.text && Math.abs(a.x - b.x) < DOUBLE * a.size && Math.abs(a.size - b.size) < 0.01 * a.size
  );
}

function parts(last: Glyph, glyph: Glyph, spaced: boolean): boolean {
  const size = Math.min(last.size, glyph.size);
  if (Math.max(last.size, glyph.size) > size * SAME_SIZE) return true;
  const gap = (glyph.x - last.endX) / size;
  return gap > (spaced ? KERNED_SPACE : GAP) || gap < -OVERLAP;
}

function toWord(glyphs: readonly Glyph[]): Word {
  const first = glyphs[0]!;
  const size = first.size;
  const box: Box = [
    first.x,
    first.y - ASCENT * size,
    Math.max(...glyphs.map(({ endX }) => endX)),
    first.y + DESCENT * size,
  ];
  // NFKC takes ligatures apart (ﬁ), and NFC puts letters and accents together that were printed as two.
  const text = glyphs
    .map((glyph) => glyph.text)
    .join("")
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize("NFKC"));
  return { text: text.normalize("NFC"), box, size, angle: 0, style: first.style };
}
