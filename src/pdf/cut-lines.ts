import type { Box } from "../document.ts";

/** The lines of a cell stand no further apart, in heights of the font. */
const NEXT_LINE = 1.8;
/** No cell shows more lines; the edge of a page, where the next page goes on, leaves more of them. */
const MAX_LINES = 20;

interface Line {
  readonly y: number;
  readonly size: number;
}

/** What of a glyph says that it is on a line, and that this is cut. */
interface Glyph extends Line {
  isCut?: boolean;
}

/** Marks the lines of cells as cut over or under which more lines are painted that their cell is too low to show. */
export function createCutLines() {
  const shown = new Map<Box, Glyph[]>();
  const hidden = new Map<Box, Line[]>();
  const isCell = (clip: Box, size: number) => clip[3] - clip[1] <= MAX_LINES * size;
  return {
    /** Notes a glyph that its clip hides. */
    hide(clip: Box, y: number, size: number): void {
      const isBeyond = y < clip[1] || y > clip[3];
      const lines = hidden.get(clip);
      if (!isBeyond || !isCell(clip, size) || lines?.at(-1)?.y === y) return;
      if (lines === undefined) hidden.set(clip, [{ y, size }]);
      else lines.push({ y, size });
    },
    /** Notes a glyph that is seen within its clip. */
    show(clip: Box, glyph: Glyph): void {
      if (!isCell(clip, glyph.size)) return;
      const glyphs = shown.get(clip);
      if (glyphs === undefined) shown.set(clip, [glyph]);
      else glyphs.push(glyph);
    },
    mark(): void {
      for (const [clip, lines] of hidden) {
        const isNext = ({ y }: Glyph) => lines.some((line) => Math.abs(line.y - y) <= NEXT_LINE * line.size);
        for (const glyph of shown.get(clip) ?? []) if (isNext(glyph)) glyph.isCut = true;
      }
    },
  };
}
