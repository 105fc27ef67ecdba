import type { ColumnLayout } from "../page-tables/place-columns.ts";
import { median } from "../rules/median.ts";
import { surelyBreaksOff } from "../text/wrapped-text.ts";
import type { PlacedBlock } from "./block-regions.ts";
import { ALIKE, APART, type CellSide, textsOf, usualSide } from "./cell-sides.ts";
import { LINE_COLUMN, YEAR_COLUMN } from "./find-block-headers.ts";

/** Activities that follow each other under one header. */
export interface PlacedRun {
  readonly placed: readonly PlacedBlock[];
  readonly layout: ColumnLayout;
}

/**
 * Finds the activities whose texts a page break may have mixed with those of the one before, or with their header's words:
 * where a text of that one breaks off, its rest may begin the next. Cells of a row are all set alike: where they are in a
 * document, and a text of the first activity of a page would be only without its first lines, these go on from the page before.
 */
export function findMixedAtPageBreaks(runs: readonly PlacedRun[]): Set<PlacedBlock> {
  const texts = new Map(
    runs.flatMap(({ placed, layout }) => placed.map((block) => [block, textsOf(block.own, layout)] as const)),
  );
  const side = usualSide([...texts.values()]);
  return new Set(
    runs.flatMap(({ placed, layout }) =>
      placed.flatMap((block, i) => {
        const before = placed[i - 1];
        if (before?.own[0]?.page === block.own[0]?.page) return [];
        const isOther = side !== null && isMixed(texts.get(block) ?? [], side);
        // Over the first activity under a header stands that: its last words may have been left.
        if (before === undefined) return isOther ? [block] : [];
        return isOther || goesOnIn(before, block, layout) ? [before, block] : [];
      }),
    ),
  );
}

/** What is left out at the end of a text is left out in print, too: `Reporte de ..,`. */
const IS_CLOSED = /[^\p{L}]$/u;

/** Whether a text of an activity breaks off, and the next has one in its column. */
function goesOnIn(before: PlacedBlock, next: PlacedBlock, { columns }: ColumnLayout): boolean {
  return columns.some(({ kind, name }, i) => {
    if (kind === "cell" || name === LINE_COLUMN || name === YEAR_COLUMN) return false;
    const said = before.own.flatMap(({ placed }) => placed.cells[i]!.map(({ text }) => text)).join(" ");
    return (
      surelyBreaksOff(said) &&
      !IS_CLOSED.test(said) &&
      next.own.some(({ placed }) => placed.cells[i]!.length > 0)
    );
  });
}

/** Lines of one text stand further apart, in heights of the font; the number of an item stands between two of them. */
const MIN_PITCH = 0.8;

/** Whether a text stands too high, and without its first lines would not. */
function isMixed(texts: readonly (readonly number[])[], side: CellSide): boolean {
  return texts.some((ys, i) => {
    const others = texts.filter((_, k) => k !== i).map(side);
    const at = median(others);
    const top = median(texts.flatMap((other, k) => (k === i ? [] : [other[0]!])));
    // On top of a page cells may all be set at their top: none goes on then.
    if (others.length === 0 || at - side(ys) <= APART || top - ys[0]! <= ALIKE) return false;
    return ys
      .slice(1)
      .some((y, k) => y - ys[k]! >= MIN_PITCH && Math.abs(side(ys.slice(k + 1)) - at) <= ALIKE);
  });
}
