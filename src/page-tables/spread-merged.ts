import { breaksOff, goesOn } from "../text/wrapped-text.ts";
import { cellText } from "./cell-text.ts";
import { type Block, type KnownWays, mergeRows, type RowBlock } from "./merge-rows.ts";
import type { PlacedLine } from "./place-words.ts";

/** Lines of one text stand at most this much further apart than the closest ones, as a share. */
const SAME_BLOCK = 1.2;
/** Lines further apart than this, in heights of the font, are no lines of one text. */
const MAX_PITCH = 1.6;

/**
 * Gives the texts of a column that prints one for several rows to all of these rows.
 *
 * @param printed the lines of the column, from top to bottom
 * @param rows the rows from top to bottom: their numbers' y, and that of their first line and last
 * @param stops the y of what ends a text's rows: totals, names over rows, lines across the column
 * @param mayGoOn whether the first rows may belong to a text on the page before
 * @param part parts lines that stand together where they are several texts
 * @param give called with each line of a row's text, and with null for a row whose text is on the page before
 * @param known in which ways the texts of earlier pages stand; noted here
 * @param lines those of the stops that part the column into cells with a text each; what the first holds may begin on the page
 *   before, and what the last holds end on the next one
 */
export function spreadMerged(
  printed: readonly PlacedLine[],
  rows: readonly (RowBlock & { readonly y: number })[],
  stops: readonly number[],
  mayGoOn: boolean,
  part: (lines: readonly PlacedLine[]) => readonly (readonly PlacedLine[])[],
  give: (line: PlacedLine | null, row: number, isUnsure: boolean) => void,
  known: KnownWays = new Map(),
  lines: ReadonlySet<number> = new Set(),
): void {
  const gaps = printed.slice(1).map(({ y }, i) => y - printed[i]!.y);
  const most = MAX_PITCH * (printed[0]?.size ?? 1);
  const pitch = Math.max(
    1,
    gaps.reduce((least, gap) => Math.min(least, gap), most),
  );
  const edges = [Number.NEGATIVE_INFINITY, ...[...stops].sort((a, b) => a - b), Number.POSITIVE_INFINITY];
  for (const [i, from] of edges.slice(0, -1).entries()) {
    const to = edges[i + 1]!;
    const inside = rows.flatMap(({ y }, row) => (y > from && y < to ? [row] : []));
    if (inside.length === 0) continue;
    const blocks = toBlocks(
      printed.filter(({ y }) => y > from && y < to),
      Math.min(most, pitch * SAME_BLOCK),
    ).flatMap(part);
    const merged = mergeRows(
      blocks.map((lines) => ({ first: lines[0]!.y, last: lines.at(-1)!.y })),
      inside.map((row) => rows[row]!),
      pitch,
      mayGoOn && inside[0] === 0,
      known,
      to === Number.POSITIVE_INFINITY || lines.has(to),
    );
    if (blocks.length === 0 && inside[0] !== 0) {
      // Its name may stand on the next page.
      for (const row of inside) give(null, row, true);
      continue;
    }
    const isCell = lines.has(from) && lines.has(to) && blocks.length === 1;
    if (isCell && inside[0] !== 0 && inside.at(-1) !== rows.length - 1) {
      for (const row of inside) for (const line of blocks[0]!) give(line, row, false);
      continue;
    }
    if (merged === null) {
      for (const line of blocks.flat())
        give(
          line,
          inside[
            nearest(
              inside.map((row) => rows[row]!),
              line.y,
            )
          ]!,
          true,
        );
      continue;
    }
    const own = inside.map((row) => rows[row]!);
    const areTwo = blocks.map((block) => mayBeTwo(block, own, pitch));
    for (const [k, block] of merged.blocks.entries()) {
      const isUnsure = merged.isUnsure || k >= merged.openFrom || areTwo[block] === true;
      for (const line of blocks[block] ?? [null]) give(line, inside[k]!, isUnsure);
    }
  }
}

/** A line this near to that of a row, in line heights, stands beside it. */
const BESIDE = 0.1;
/** What stands further over a row than this, in line heights, left room for another line between them. */
const ROOM = 1.5;

/**
 * Whether lines without a gap may be two texts: one begins beside a row, and the one before it fills the room over that, or does
 * not say that it goes on.
 */
function mayBeTwo(lines: readonly PlacedLine[], rows: readonly Block[], pitch: number): boolean {
  return rows.slice(1).some(({ first }, i) => {
    const above = rows[i]!.last;
    const at = lines.findIndex(({ y }) => Math.abs(y - first) <= BESIDE * pitch);
    if (at <= 0) return false;
    const [before, text] = [lines[at - 1]!, lines[at]!];
    if (first - above > ROOM * pitch) return before.y > above + pitch / 2;
    return !breaksOff(textOf(before)) && !goesOn(textOf(text));
  });
}

function textOf({ cells }: PlacedLine): string {
  return cellText(cells.flat());
}

function toBlocks(lines: readonly PlacedLine[], most: number): PlacedLine[][] {
  const blocks: PlacedLine[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1)?.at(-1);
    if (last !== undefined && line.y - last.y <= most) blocks.at(-1)!.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

/** Which of several places is nearest to a height. */
export function nearest(places: readonly { readonly y: number }[], y: number): number {
  let best = 0;
  for (const [i, place] of places.entries()) {
    if (Math.abs(place.y - y) < Math.abs(places[best]!.y - y)) best = i;
  }
  return best;
}
