import type { Ruling } from "../document.ts";
import { boundingBox } from "../page-tables/bounding-box.ts";
import type { ColumnLayout } from "../page-tables/place-columns.ts";
import type { BodyLine } from "./strip.ts";

/** A line parts activities if it crosses this share of the table. */
const ACROSS = 0.6;

/** Makes a function that tells lines across most of the table. */
export function createAcross(
  own: readonly BodyLine[],
  { columns }: ColumnLayout,
): (line: Pick<Ruling, "from" | "to">) => boolean {
  const [left, , right] = boundingBox(own.flatMap(({ line }) => line.words.map(({ box }) => box)));
  const first = Math.min(columns[0]?.right ?? right, right);
  return ({ from, to }) => to - from >= ACROSS * (right - left) && from < first;
}

/** Lines across most of the table, on the strip. */
export function rulingsAcross(
  own: readonly BodyLine[],
  layout: ColumnLayout,
  offsets: ReadonlyMap<number, number>,
): number[] {
  const isAcross = createAcross(own, layout);
  return [...new Set(own.map(({ page }) => page))].flatMap((page) =>
    page.horizontal.filter(isAcross).map(({ at }) => at + offsets.get(page.number)!),
  );
}
