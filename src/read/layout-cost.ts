import { breaksOff, fillsLine, goesOn } from "../text/wrapped-text.ts";
import type { Alignment } from "./cut-gaps.ts";
import type { LabelVocabulary } from "./label-vocabulary.ts";
import type { LayoutLine } from "./layout-line.ts";
import { joinLabels, type LayoutRow } from "./layout-row.ts";
import { findTotalLabel } from "./total-label.ts";

/**
 * What speaks against a group of lines being one row. Known names speak loudest; that a text breaks off, or
 * was broken where its next word would have fitted, comes next; blank lines and page ends between are weak.
 */
const UNKNOWN_NAME = 3;
const MOVED = 2;
const BROKEN_EARLY = 2;
const BREAKS_OFF = 1.5;
const GOES_ON = 1;
const BLANK_LINE = 1;
const PAGE_END = 2;
/** The label of a row of sums is short: a line more is another row's. */
const LONG_TOTAL = 2;

/** The name of a row of sums begins a row, and goes on none. */
const OTHER_TOTAL = 6;

/** What an even number of lines is let off for its numbers beside one of the middle two: between them is likelier. */
const UNEVEN = 0.75;

/** Columns show how texts stand beside their numbers: a reading against which anything speaks is ruled out. */
export const LAYOUT_DOUBT = 0.5;

/** The cost of a row for what it says, however its cells are aligned. */
export function textCost(
  row: LayoutRow,
  keys: readonly string[],
  widths: ReadonlyMap<string, number>,
  vocabulary: LabelVocabulary,
  isTotal: (text: string) => boolean,
): number {
  const own = row.lines[row.anchor]!.texts;
  const isSum = row.lines.length > 1 && findTotalLabel(own, keys, isTotal) !== null;
  const { labels, unknown, moved } = joinLabels(row, keys, vocabulary);
  let cost = unknown * UNKNOWN_NAME + (moved ? MOVED : 0);
  if (isSum) cost += (row.lines.length - 1) * LONG_TOTAL;
  cost += row.lines.slice(1).filter((line) => startsTotal(line, keys, isTotal)).length * OTHER_TOTAL;
  for (const key of keys) {
    const parts = row.lines.flatMap(({ texts }) => texts[key] ?? []);
    if (parts.length === 0 || vocabulary.has(key, labels[key] ?? "")) continue;
    if (breaksOff(parts.at(-1)!)) cost += BREAKS_OFF;
    if (goesOn(parts[0]!)) cost += GOES_ON;
    for (let i = 1; i < parts.length; i++) {
      if (!fillsLine(parts[i - 1]!, parts[i]!, widths.get(key) ?? 0)) cost += BROKEN_EARLY;
    }
  }
  for (let i = 1; i < row.lines.length; i++) {
    const above = row.lines[i - 1]!.line;
    const below = row.lines[i]!.line;
    if (above.page !== below.page) cost += PAGE_END;
    else if (below.number - above.number > 1) cost += BLANK_LINE;
  }
  return cost;
}

/** Whether a line begins the name of a row of sums, printed across the columns: it is no other row's text. */
function startsTotal(
  { texts, runsOver }: LayoutLine,
  keys: readonly string[],
  isTotal: (text: string) => boolean,
): boolean {
  return runsOver && isTotal(keys.flatMap((key) => texts[key] ?? []).join(" "));
}

/** The cost of a row for where its texts stand beside its numbers. */
export function alignmentCost(row: LayoutRow, keys: readonly string[], alignment: Alignment): number {
  let cost = 0;
  for (const key of keys) {
    let before = 0;
    let after = 0;
    let beside = 0;
    for (const [i, { texts }] of row.lines.entries()) {
      if (texts[key] === undefined) continue;
      if (i < row.anchor) before++;
      else if (i > row.anchor) after++;
      else beside++;
    }
    if (alignment === "top") cost += before + (beside === 0 && after > 0 ? 1 : 0);
    else if (alignment === "bottom") cost += after + (beside === 0 && before > 0 ? 1 : 0);
    // An even number of lines has no middle one: the numbers stand beside one of the two, or between them.
    else
      cost += Math.max(
        0,
        Math.abs(before - after) - (beside === 1 && (before + after) % 2 === 1 ? UNEVEN : 0),
      );
  }
  return cost;
}
