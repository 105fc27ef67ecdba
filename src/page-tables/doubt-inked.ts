import { isInColour } from "../pdf/colour-of.ts";
import type { Region, RegionCell, RegionRow } from "./region.ts";

/** Of the rows that print a column, at most this share may have a stamp over it; more are the table's own. */
const FEW = 0.2;

/**
 * Doubts rows in which something is printed in ink that is neither black nor grey, where hardly another row has such in
 * that column, or beside black in one cell: it may be of a stamp, in the room that a text leaves, and so may be a lone
 * name over rows.
 */
export function doubtInked(region: Region): Region {
  const { rows, columns } = region;
  const printed = new Set(
    rows.flatMap(({ cells }) => cells.flatMap(({ words }) => words.map(({ style }) => style))),
  );
  const inks = new Set([...printed].filter(isInColour));
  if (inks.size === 0) return region;
  const isInked = ({ words }: RegionCell) => words.some(({ style }) => inks.has(style));
  const isMixed = (cell: RegionCell) => isInked(cell) && cell.words.some(({ style }) => !inks.has(style));
  const bands = rows.filter(({ isBand }) => isBand);
  const others = rows.filter(({ isBand }) => !isBand);
  const isOwn = columns.map((_, i) => {
    const filled = others.filter(({ cells }) => cells[i]!.words.length > 0);
    return filled.filter(({ cells }) => isInked(cells[i]!)).length > FEW * filled.length;
  });
  const areBandsOwn = bands.every(({ cells }) => cells.some(isInked));
  /** Whether a lone stamp stands on the line of a text that may be the end of the row over it. */
  const holdsText = (row: RegionRow | undefined) =>
    row?.isBand === true && !areBandsOwn && row.cells.some(isMixed);
  return {
    ...region,
    rows: rows.map((row, k) => {
      if (row.isBand) {
        return !areBandsOwn && row.cells.some(isInked) ? { ...row, isOrganUnsure: true } : row;
      }
      const inked = row.cells.flatMap((cell, i) =>
        isInked(cell) && (isOwn[i] !== true || isMixed(cell)) ? [i] : [],
      );
      if (inked.length === 0) return holdsText(rows[k + 1]) ? { ...row, isTextUnsure: true } : row;
      const isNumber = inked.some((i) => columns[i]!.kind === "cell");
      return { ...row, isTextUnsure: true, ...(isNumber && { isDoubted: true }) };
    }),
  };
}
