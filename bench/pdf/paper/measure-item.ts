import type { PlanItem } from "../plan/plan.ts";
import { cellLines } from "./cell-lines.ts";
import { LEADING } from "./draw.ts";
import type { Look } from "./look.ts";
import { beginsOrgan, organLines } from "./organ-group.ts";
import type { Half } from "./place-columns.ts";

/** What an item takes of a page, in points. */
export interface MeasuredItem {
  /** The item is the first of its organ's. */
  readonly begins: boolean;
  /** The lines of each of its cells. */
  readonly lines: readonly (readonly string[])[];
  /** Lines of its longest cell. */
  readonly tallest: number;
  readonly height: number;
  /** Of the row that names its organ over it; 0 where there is none. */
  readonly band: number;
  /** What must be left of a page for it to stand there. */
  readonly needed: number;
}

/** Measures one item of a table. */
export function measureItem(
  items: readonly PlanItem[],
  index: number,
  halves: readonly Half[],
  look: Look,
): MeasuredItem {
  const item = items[index] as PlanItem;
  const next = items[index + 1];
  const begins = beginsOrgan(item, items[index - 1]);
  const goesOn = next?.kind === "activity" && !beginsOrgan(next, item);
  const lines = cellLines(item, halves, look);
  const tallest = Math.max(...lines.map((cell) => cell.length));
  const line = look.fontSize * LEADING;
  const merged =
    begins && look.organ === "merged"
      ? organLines(item.labels.organ ?? "", halves[0] as Half, look).length
      : 0;
  // A merged organ has the height of its only row, or the heights of its first two, to stand in.
  const height = Math.max(tallest, goesOn ? Math.ceil(merged / 2) : merged) * line + 2 * look.padding;
  const band = begins && look.organ === "band" ? line + 2 * look.padding : 0;
  return {
    begins,
    lines,
    tallest,
    height,
    band,
    needed: height + band + (merged > 0 && goesOn ? 2 * height : 0),
  };
}
