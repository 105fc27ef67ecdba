import type { Word } from "../document.ts";
import { isValue } from "./place-columns.ts";
import type { Region, RegionRow } from "./region.ts";
import { textLines } from "./text-lines.ts";

/** Fewer numbers one under the other are one that is broken over two lines. */
const MIN_STACKED = 3;

/** Whether a table's lines part groups of rows, or none: most numbers of some row between lines are several, one under the other. */
export function isStacked({ columns, rows }: Region): boolean {
  const hasSeveral = ({ cells }: RegionRow) => {
    const printed = cells
      .filter((_, i) => columns[i]!.kind !== "label")
      .map(({ words }) => words.filter(({ text }) => isValue(text)))
      .filter(({ length }) => length > 0);
    const stacked = printed.filter(
      (values) => values.length > 1 && textLines(values).length > 1 && !isBroken(values),
    );
    return stacked.length >= MIN_STACKED && stacked.length * 2 > printed.length;
  };
  return rows.some(hasSeveral);
}

/** Whether the words of a cell are one number that it breaks within its decimals: 12,210.2 over 5. */
function isBroken([upper, lower, ...others]: readonly Word[]): boolean {
  return others.length === 0 && /[.,][0-9]?$/.test(upper!.text) && /^[0-9]{1,2}$/.test(lower!.text);
}
