import { isLabel } from "./column.ts";
import { fill, frame, LEADING, put, putLines, rule, SIDE } from "./draw.ts";
import { type HeaderCell, headerCells } from "./header-cells.ts";
import type { Look } from "./look.ts";
import { measure, wrap } from "./measure.ts";
import { type Half, outer, span } from "./place-columns.ts";
import type { Mark } from "./sheet.ts";

const SHADE = "#d9d9d9";

interface Placed extends HeaderCell {
  readonly edges: readonly [number, number];
  readonly upright: boolean;
  readonly lines: readonly string[];
  readonly high: number;
}

/** Draws the header of every half from `top` down, and gives the y at which it ends. */
export function drawHeader(
  halves: readonly Half[],
  look: Look,
  marks: readonly Mark[][],
  top: number,
): number {
  const placed = halves.map((half) => headerCells(half.columns).map((cell) => place(cell, half, look)));
  const tops = levelTops(placed.flat(), look, top);
  for (const [side, cells] of placed.entries()) {
    const to = marks[side] as Mark[];
    const edges = outer(halves[side] as Half);
    const bottom = tops.at(-1) as number;
    if (look.zebra !== null) fill(to, edges, top, bottom, SHADE);
    for (const cell of cells) {
      drawCell(
        cell,
        look,
        to,
        tops[cell.level] as number,
        tops[Math.min(cell.below, tops.length - 1)] as number,
      );
    }
    if (look.rules !== "rows") continue;
    rule(to, [edges[0], top], [edges[1], top]);
    rule(to, [edges[0], bottom], [edges[1], bottom]);
  }
  return tops.at(-1) as number;
}

function place(cell: HeaderCell, half: Half, look: Look): Placed {
  const edges = span(half, cell.from, cell.to);
  const [column] = half.columns.slice(cell.from, cell.to);
  const leaf = column !== undefined && column.header.length === cell.level + 1;
  const upright = look.verticalHeader && leaf && !isLabel(column);
  const lines = upright ? [cell.text] : wrap(cell.text, edges[1] - edges[0] - 2 * SIDE, look.fontSize, true);
  const text = upright ? measure(cell.text, look.fontSize, true) : lines.length * look.fontSize * LEADING;
  return { ...cell, edges, upright, lines, high: text + 2 * look.padding };
}

/** The top of each level, and the end of the last: every cell has room in the levels it covers. */
function levelTops(cells: readonly Placed[], look: Look, top: number): number[] {
  const levels = Math.max(...cells.map(({ below }) => below));
  const heights = Array<number>(levels).fill(look.fontSize * LEADING + 2 * look.padding);
  const tall = (from: number, to: number) => heights.slice(from, to).reduce((sum, height) => sum + height, 0);
  for (const { level, below, high } of cells.toSorted((a, b) => a.below - a.level - (b.below - b.level))) {
    const lacking = high - tall(level, below);
    if (lacking > 0) heights[below - 1] = (heights[below - 1] as number) + lacking;
  }
  return Array.from({ length: levels + 1 }, (_, level) => top + tall(0, level));
}

function drawCell(cell: Placed, look: Look, to: Mark[], top: number, bottom: number): void {
  const { edges, lines } = cell;
  const size = look.fontSize;
  if (look.rules === "grid" || look.rules === "header") frame(to, edges, top, bottom);
  if (cell.upright) {
    // The middle of a capital letter is 0.36 of the size from the baseline.
    put(to, cell.text, (edges[0] + edges[1]) / 2 + 0.36 * size, bottom - look.padding, size, {
      bold: true,
      angle: 90,
    });
    return;
  }
  const start = (top + bottom - lines.length * size * LEADING) / 2;
  putLines(to, lines, { left: edges[0], right: edges[1], top: start }, size, "center", { bold: true });
}
