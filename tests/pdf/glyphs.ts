import type { Glyph } from "../../src/pdf/read-operators.ts";

interface Placement extends Partial<Omit<Glyph, "text" | "endX" | "endY">> {
  /** Which way the text runs: 90 upwards, 180 upside down, 270 downwards. Default: 0. */
  readonly angle?: number;
}

/** Advance of every glyph made here, in heights of the font; that of a space is half of it. */
const ADVANCE = 0.5;

/** The glyphs of a text, 5 points wide each in a font of 10 points, as one text that is painted at `x`, `y`. */
export function glyphsOf(text: string, { x = 0, y = 0, size = 10, angle = 0, ...rest }: Placement): Glyph[] {
  const along = (angle * Math.PI) / 180;
  const glyphs: Glyph[] = [];
  let at = 0;
  for (const letter of text) {
    const end = at + size * ADVANCE * (letter === " " ? 0.5 : 1);
    glyphs.push({
      text: letter,
      x: x + at * Math.cos(along),
      y: y - at * Math.sin(along),
      endX: x + end * Math.cos(along),
      endY: y - end * Math.sin(along),
      size,
      style: "#000000 f1",
      run: 1,
      object: 1,
      isHidden: false,
      ...rest,
    });
    at = end;
  }
  return glyphs;
}
