import type { ColumnLayout } from "../page-tables/place-columns.ts";
import { textLines } from "../page-tables/text-lines.ts";
import { median } from "../rules/median.ts";
import { LINE_COLUMN, YEAR_COLUMN } from "./find-block-headers.ts";
import type { BodyLine } from "./strip.ts";

/** The place of a cell's text by which cells of a row are set alike: its top, its middle or its bottom. */
export type CellSide = (ys: readonly number[]) => number;

/** Where the lines of each text of an activity stand. */
type Texts = readonly (readonly number[])[];

/** Texts of an activity are set alike, if they stand as near to each other, in heights of the font. */
export const ALIKE = 0.35;
/** And not, where they stand so far apart: a line more moves the middle by half of one, and lines stand one height apart at least. */
export const APART = 0.45;

export const SIDES: readonly CellSide[] = [
  (ys) => ys[0]!,
  (ys) => (ys[0]! + ys.at(-1)!) / 2,
  (ys) => ys.at(-1)!,
];

/** Where the lines of an activity's texts stand, in heights of the font; none on several pages. */
export function textsOf(own: readonly BodyLine[], { columns }: ColumnLayout): number[][] {
  if (own.some(({ page }) => page !== own[0]!.page)) return [];
  return columns.flatMap(({ kind, name }, i) => {
    if (kind === "cell" || name === LINE_COLUMN || name === YEAR_COLUMN) return [];
    const lines = textLines(own.flatMap(({ placed }) => placed.cells[i]!));
    return lines.length === 0 ? [] : [lines.map(({ y, words }) => y / words[0]!.size)];
  });
}

/** How the cells of a document's rows are set; null where they are not set alike. */
export function usualSide(activities: readonly Texts[]): CellSide | null {
  const [best] = SIDES.map((side) => ({ side, uneven: usualUnevenness(activities, side) })).sort(
    (a, b) => a.uneven - b.uneven,
  );
  return best!.uneven > ALIKE ? null : best!.side;
}

/** How far the texts of most activities are from being set alike, where they have several, in heights of the font. */
export function usualUnevenness(activities: readonly Texts[], side: CellSide): number {
  return median(activities.filter(({ length }) => length > 1).map((texts) => unevenness(texts, side)));
}

/** How far the texts of an activity are from being set alike, in heights of the font. */
export function unevenness(texts: Texts, side: CellSide): number {
  const ys = texts.map(side);
  return ys.length === 0 ? 0 : Math.max(...ys) - Math.min(...ys);
}
