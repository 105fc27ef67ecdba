import type { PrintedRow } from "../document.ts";
import { doubt, withDoubts } from "../read/reading.ts";

/** One row alone may have a number of a stamp in its cell. */
const MIN_ROWS = 2;
/**
 * Numbers one space apart. Each is read in one way only: else a long text of them, and no number at its end, takes for
 * ever.
 */
const SEVERAL = /^(?=[-.,%]*[0-9])[-0-9.,%]+(?: (?=[-.,%]*[0-9])[-0-9.,%]+)+$/;
/** A number whose thousands a space parts. */
const SPACED = /^[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?%?$/;

/**
 * Doubts the rows of a table of which a column of numbers holds several in one cell, again and again: it may be several
 * columns, whose names were not read, and then the one number of another row is that of any of them.
 *
 * @param cells the names of the columns of numbers
 */
export function doubtCrowded(rows: readonly PrintedRow[], cells: readonly string[]): readonly PrintedRow[] {
  const crowded = cells.filter((_, i) => {
    const held = rows.filter(({ tokens }) => {
      const text = tokens[i]?.text ?? "";
      return SEVERAL.test(text) && !SPACED.test(text);
    });
    return held.length >= MIN_ROWS;
  });
  if (crowded.length === 0) return rows;
  const message = `Some rows print several numbers in one cell of ${crowded.join(", ")}: these may be several columns`;
  return rows.map((row) => withDoubts(row, [doubt("column-unknown", message)]));
}
