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

/**
 * Whether the words of a cell are one number that it breaks: within its decimals, 12,210.2 over 5, or within its thousands,
 * 235,40 over 0.25, which as two would not write decimals alike.
 */
function isBroken([upper, lower, ...others]: readonly Word[]): boolean {
  if (others.length > 0) return false;
  const isWithinDecimals = /[.,][0-9]?$/.test(upper!.text) && /^[0-9]{1,2}$/.test(lower!.text);
  const isWithinThousands =
    /[.,][0-9]{1,2}$/.test(upper!.text) && BOTH_MARKS.test(`${upper!.text}${lower!.text}`);
  return isWithinDecimals || isWithinThousands;
}

/** Thousands by one mark and decimals by the other: 235,400.25. */
const BOTH_MARKS = /^[0-9]{1,3}(?:(?:,[0-9]{3})+\.|(?:\.[0-9]{3})+,)[0-9]+$/;
