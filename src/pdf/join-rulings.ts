import type { Ruling } from "../document.ts";
import type { Segment } from "./read-path.ts";

/** Lines nearer to each other than this, in points, are one: the two sides of a border, or cells that each draw theirs. */
const SAME_LINE = 1;
/** Dashes and cells' borders leave gaps up to this, in points; a merged cell is wider. */
const MAX_GAP = 4;
/** What is shorter when all is joined, in points, is a mark or a letter and no ruling. */
const MIN_LENGTH = 5;

/** Joins pieces of straight lines into rulings: dashes, borders drawn cell by cell, lines drawn twice. */
export function joinRulings(segments: readonly Segment[]): { horizontal: Ruling[]; vertical: Ruling[] } {
  const horizontal: Ruling[] = [];
  const vertical: Ruling[] = [];
  for (const { x0, y0, x1, y1 } of segments) {
    const width = Math.abs(x1 - x0);
    const height = Math.abs(y1 - y0);
    if (width > height) horizontal.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
    else vertical.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
  }
  return { horizontal: joinCollinear(horizontal), vertical: joinCollinear(vertical) };
}

function joinCollinear(rulings: Ruling[]): Ruling[] {
  const sorted = rulings.sort((a, b) => a.at - b.at);
  const joined: Ruling[] = [];
  for (let i = 0; i < sorted.length; ) {
    const line: Ruling[] = [];
    const first = sorted[i]!.at;
    while (i < sorted.length && sorted[i]!.at - first <= SAME_LINE) line.push(sorted[i++]!);
    line.sort((a, b) => a.from - b.from);
    let current = line[0]!;
    for (const piece of line.slice(1)) {
      if (piece.from - current.to <= MAX_GAP) current = { ...current, to: Math.max(current.to, piece.to) };
      else {
        joined.push(current);
        current = piece;
      }
    }
    joined.push(current);
  }
  return joined.filter(({ from, to }) => to - from >= MIN_LENGTH);
}
