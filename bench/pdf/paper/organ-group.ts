import type { PlanItem } from "../plan/plan.ts";
import { fill, frame, LEADING, put, putLines, rule, SIDE } from "./draw.ts";
import type { Look } from "./look.ts";
import { wrap } from "./measure.ts";
import { type Half, outer, span } from "./place-columns.ts";
import type { Mark } from "./sheet.ts";

/** The rows of one organ on the page that is being drawn. */
export interface OrganGroup {
  readonly organ: string;
  readonly top: number;
  /** The organ stands on an earlier page already. */
  readonly printed: boolean;
  /** Index of its latest row. */
  readonly row: number;
}

const BAND = "#e8eef7";

/** True where an item begins the rows of another organ than the item before it. */
export function beginsOrgan(item: PlanItem, before: PlanItem | undefined): boolean {
  return (
    item.kind === "activity" && (before?.kind !== "activity" || before.labels.organ !== item.labels.organ)
  );
}

/** The lines that an organ takes in its column. */
export function organLines(organ: string, half: Half, look: Look): string[] {
  const [left, right] = organSpan(half);
  return wrap(organ, right - left - 2 * SIDE, look.fontSize);
}

function organSpan(half: Half): [number, number] {
  return span(
    half,
    half.columns.findIndex(({ key }) => key === "organ"),
  );
}

/** Draws the one cell that an organ has beside all its rows on this page. */
export function drawMergedOrgan(group: OrganGroup, bottom: number, half: Half, look: Look, to: Mark[]): void {
  const [left, right] = organSpan(half);
  if (look.rules === "grid") frame(to, [left, right], group.top, bottom);
  if (look.rules === "rows") rule(to, [left, bottom], [right, bottom]);
  if (group.printed && !look.organAgain) return;
  const lines = organLines(group.organ, half, look);
  // Without lines around it, only a text at the top shows where its rows begin.
  const isFramed = look.rules === "grid" || look.rules === "rows";
  const free = isFramed ? bottom - group.top - lines.length * look.fontSize * LEADING : 2 * look.padding;
  const cell = { row: group.row, column: half.first };
  putLines(to, lines, { left, right, top: group.top + Math.max(0, free / 2) }, look.fontSize, "left", {
    cell,
  });
}

/** Draws the row that names an organ over its rows, across all columns. */
export function drawBand(
  organ: string,
  top: number,
  bottom: number,
  halves: readonly Half[],
  look: Look,
  marks: readonly Mark[][],
): void {
  for (const [side, half] of halves.entries()) {
    const to = marks[side] as Mark[];
    const edges = outer(half);
    if (look.rules === "grid" || look.zebra !== null) fill(to, edges, top, bottom, BAND);
    if (look.rules === "grid") frame(to, edges, top, bottom);
    if (look.rules === "rows") rule(to, [edges[0], bottom], [edges[1], bottom]);
    // The middle of a capital letter is 0.36 of the size from the baseline.
    const baseline = (top + bottom) / 2 + 0.36 * look.fontSize;
    if (side === 0) put(to, organ, edges[0] + SIDE, baseline, look.fontSize, { bold: true });
  }
}
