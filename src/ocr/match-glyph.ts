import { GLYPH_HEIGHT, GLYPH_WIDTH, type Glyph } from "./cut-glyphs.ts";

/** What a figure of this page looks like. */
export interface Template {
  readonly text: string;
  /** As in `Glyph`, but mean 0 and length 1. */
  readonly shades: Float32Array;
  /** How many figures of the page it is the mean of. */
  readonly count: number;
}

/** How alike a glyph is to a figure: 1 is the same, 0 is nothing in common. */
export interface Match {
  readonly text: string;
  readonly likeness: number;
}

/** The mean picture of each figure, from glyphs whose text is known. */
export function makeTemplates(
  known: readonly { readonly text: string; readonly glyph: Glyph }[],
): Template[] {
  const sums = new Map<string, { shades: Float32Array; count: number }>();
  for (const { text, glyph } of known) {
    const sum = sums.get(text) ?? { shades: new Float32Array(glyph.shades.length), count: 0 };
    for (let at = 0; at < glyph.shades.length; at++) sum.shades[at]! += glyph.shades[at]!;
    sum.count++;
    sums.set(text, sum);
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([text, { shades, count }]) => ({ text, count, shades: centre(shades) }));
}

/** Compares a glyph with all templates, shifted by up to a pixel; the most alike first. */
export function matchGlyph(glyph: Glyph, templates: readonly Template[]): Match[] {
  const own = centre(glyph.shades);
  return templates
    .map(({ text, shades }) => ({ text, likeness: shifted(own, shades) }))
    .sort((a, b) => b.likeness - a.likeness || (a.text < b.text ? -1 : 1));
}

/** How alike two figures of a page are. */
export function likenessOf(a: string, b: string, templates: readonly Template[]): number {
  const [one, other] = [a, b].map((text) => templates.find((template) => template.text === text));
  return one === undefined || other === undefined ? 0 : shifted(one.shades, other.shades);
}

function shifted(a: Float32Array, b: Float32Array): number {
  let likeness = -1;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) likeness = Math.max(likeness, correlate(a, b, dx, dy));
  }
  return likeness;
}

function correlate(a: Float32Array, b: Float32Array, dx: number, dy: number): number {
  let sum = 0;
  for (let y = Math.max(0, dy); y < Math.min(GLYPH_HEIGHT, GLYPH_HEIGHT + dy); y++) {
    const shift = (y - dy) * GLYPH_WIDTH - dx;
    const past = y * GLYPH_WIDTH + Math.min(GLYPH_WIDTH, GLYPH_WIDTH + dx);
    for (let at = y * GLYPH_WIDTH + Math.max(0, dx); at < past; at++) {
      sum += a[at]! * b[at - y * GLYPH_WIDTH + shift]!;
    }
  }
  return sum;
}

function centre(shades: Float32Array): Float32Array {
  let sum = 0;
  for (const shade of shades) sum += shade;
  const mean = sum / shades.length;
  let squares = 0;
  for (const shade of shades) squares += (shade - mean) ** 2;
  const length = Math.sqrt(squares) || 1;
  return shades.map((shade) => (shade - mean) / length);
}
