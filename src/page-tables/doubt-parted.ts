import { surelyBreaksOff, surelyGoesOn } from "../text/wrapped-text.ts";
import { cellText } from "./cell-text.ts";
import type { Region, RegionRow } from "./region.ts";

/**
 * Doubts the rows on both sides of a page break where one of them seems not to have its whole texts, or others as well:
 * the break may part a row.
 */
export function* doubtParted(regions: Iterable<Region>): Generator<Region> {
  let held: Region | null = null;
  for (const region of regions) {
    let next = region;
    if (held !== null && held.page.number !== region.page.number) {
      const [last, first] = [
        held.rows.findLastIndex(hasNumbers(held)),
        region.rows.findIndex(hasNumbers(region)),
      ];
      const isCut = first === 0 && (hasText(held, last, surelyBreaksOff) || hasText(region, 0, surelyGoesOn));
      if (isCut) [held, next] = [doubtText(held, last), doubtText(region, first)];
      else if (held.rows[last]?.isTextUnsure === true) next = doubtText(region, first);
      else if (region.rows[first]?.isTextUnsure === true) held = doubtText(held, last);
    }
    if (held !== null) yield held;
    held = next;
  }
  if (held !== null) yield held;
}

/** Whether some text of a row breaks off, or begins in the middle, though the next page begins with a row of its own. */
function hasText({ columns, rows }: Region, row: number, test: (text: string) => boolean): boolean {
  const cells = rows[row]?.cells ?? [];
  return columns.some(({ kind }, i) => kind !== "cell" && test(cellText(cells[i]?.words ?? [])));
}

function hasNumbers({ columns }: Region): (row: RegionRow) => boolean {
  return ({ cells }) => columns.some(({ kind }, i) => kind === "cell" && cells[i]!.words.length > 0);
}

function doubtText(region: Region, row: number): Region {
  const rows = region.rows.map((other, i) => (i === row ? { ...other, isTextUnsure: true } : other));
  return { ...region, rows };
}
