import { GLYPH_HEIGHT, GLYPH_WIDTH, type Glyph } from "./cut-glyphs.ts";

/** What a figure of this page looks like. */
export interface Template {
  readonly text: string;
  /** As in `Glyph`, mean 0 and length 1. */
  readonly shades: Float32Array;
  /** How many figures of the page it is the mean of. */
  readonly count: number;
}

/** The mean picture of each figure, from glyphs whose text is known. */
export function makeTemplates(known: readonly { readonly text: string; readonly glyph: Glyph }[]): Template[] {
  const sums = new Map<string, { shades: Float32Array; count: number }>();
  for (const { text, glyph } of known) {
    const sum = sums.get(text) ?? { shades: new Float32Array(glyph.shades.length), count: 0 };
    glyph.shades.forEach((shade, at) => {
      sum.shades[at]! += shade;
    });
    sum.count++;
    sums.set(text, sum);
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([text, { shades, count }]) => ({ text, count, shades: centre(shades) }));
}

/** How alike a glyph and a template are: 1 is the same; the best of small shifts. */
export function likeness(glyph: Glyph, template: Template): number {
  const own = centre(glyph.shades);
  let best = -1;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) best = Math.max(best, correlate(own, template.shades, dx, dy));
  }
  return best;
}

function correlate(a: Float32Array, b: Float32Array, dx: number, dy: number): number {
  let sum = 0;
  for (let y = Math.max(0, dy); y < Math.min(GLYPH_HEIGHT, GLYPH_HEIGHT + dy); y++) {
    for (let x = Math.max(0, dx); x < Math.min(GLYPH_WIDTH, GLYPH_WIDTH + dx); x++) {
      sum += a[y * GLYPH_WIDTH + x]! * b[(y - dy) * GLYPH_WIDTH + x - dx]!;
    }
  }
  return sum;
}

function centre(shades: Float32Array): Float32Array {
  const mean = shades.reduce((sum, shade) => sum + shade, 0) / shades.length;
  const centred = shades.map((shade) => shade - mean);
  const length = Math.hypot(...centred) || 1;
  return centred.map((shade) => shade / length);
}
