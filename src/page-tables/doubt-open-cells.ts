import type { Page } from "../document.ts";
import { median } from "../rules/median.ts";
import type { PlacedColumn } from "./region.ts";
import { heightOf, type RowLines } from "./row-lines.ts";

/**
 * Doubts rows without a text in a column of labels that a line between them and the next rows leaves out, while it parts what
 * is beside it: the cell is merged over these rows, and its text stands beside one of them. That of the organ is given to all.
 */
export function doubtOpenCells(
  rows: readonly RowLines[],
  columns: readonly PlacedColumn[],
  { horizontal }: Page,
): void {
  const members = rows.filter(({ anchor, isBand }) => anchor !== null && anchor.isTotal !== true && !isBand);
  const wordsOf = ({ lines }: RowLines, column: number) => lines.flatMap(({ cells }) => cells[column]!);
  const last = columns.findIndex(({ kind }) => kind === "cell");
  for (const [i, { kind, name }] of columns.entries()) {
    if (kind === "cell" || name === "organ" || i > last) continue;
    const blank = new Set(members.filter((row) => wordsOf(row, i).length === 0));
    if (blank.size === 0 || blank.size === members.length) continue;
    const x = median(members.flatMap((row) => wordsOf(row, i).map(({ box }) => (box[0] + box[2]) / 2)));
    const across = horizontal.filter(({ from, to }) => from < x && x < to).map(({ at }) => at);
    const beside = horizontal.filter(({ from, to }) => x < from || to < x).map(({ at }) => at);
    for (const [k, row] of members.slice(1).entries()) {
      const above = members[k]!;
      const isBetween = (at: number) => heightOf(above) < at && at < heightOf(row);
      if (across.some(isBetween) || !beside.some(isBetween)) continue;
      for (const open of [above, row]) if (blank.has(open)) open.isTextUnsure = true;
    }
  }
}
