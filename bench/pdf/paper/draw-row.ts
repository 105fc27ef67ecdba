import type { PlanItem } from "../plan/plan.ts";
import { type Column, isLabel } from "./column.ts";
import { fill, frame, LEADING, putLines, rule } from "./draw.ts";
import type { Look } from "./look.ts";
import { type Half, outer, span } from "./place-columns.ts";
import type { Mark } from "./sheet.ts";

/** What a row, or the part of it that this page holds, is drawn from. */
export interface DrawnRow {
  readonly item: PlanItem;
  /** Its number in the document; every other one is shaded. */
  readonly index: number;
  /** The lines of each cell, over all halves. */
  readonly lines: readonly (readonly string[])[];
  readonly top: number;
  readonly bottom: number;
  readonly valign: Look["valign"];
}

/** Draws a row on one page. */
export function drawRow(row: DrawnRow, half: Half, look: Look, to: Mark[]): void {
  const { item, top, bottom } = row;
  const edges = outer(half);
  if (look.zebra !== null && row.index % 2 === 1) fill(to, edges, top, bottom, look.zebra);
  if (look.rules === "rows") rule(to, [ruleStart(row, half, look), bottom], [edges[1], bottom]);
  const labels = half.columns.filter(isLabel).length;
  if (item.kind === "total" && labels > 0) drawTotalLabel(row, half, labels, look, to);
  for (const [index, column] of half.columns.entries()) {
    if (isLabel(column) && (item.kind === "total" || (column.key === "organ" && look.organ === "merged")))
      continue;
    drawCell(row, column, half, index, look, to);
  }
}

/** A line under a row does not cross the cell of an organ that goes on below it. */
function ruleStart({ item }: DrawnRow, half: Half, look: Look): number {
  const merged = look.organ === "merged" && item.kind === "activity" && half.columns[0]?.key === "organ";
  return span(half, merged ? 1 : 0)[0];
}

/** A total's label stands in one cell over all label columns. */
function drawTotalLabel(row: DrawnRow, half: Half, labels: number, look: Look, to: Mark[]): void {
  const [left, right] = span(half, 0, labels);
  if (look.rules === "grid") frame(to, [left, right], row.top, row.bottom);
  const top = (row.top + row.bottom - look.fontSize * LEADING) / 2;
  putLines(to, [row.item.labels.label ?? ""], { left, right, top }, look.fontSize, look.totalAlign, {
    bold: true,
    cell: { row: row.index, column: half.first },
  });
}

function drawCell(row: DrawnRow, column: Column, half: Half, index: number, look: Look, to: Mark[]): void {
  const edges = span(half, index);
  if (look.rules === "grid") frame(to, edges, row.top, row.bottom);
  const lines = row.lines[half.first + index] as readonly string[];
  const free = row.bottom - row.top - lines.length * look.fontSize * LEADING;
  const above = { top: look.padding, middle: free / 2, bottom: free - look.padding }[row.valign];
  const align = !isLabel(column) ? look.align : ["unit", "code"].includes(column.key) ? "center" : "left";
  putLines(to, lines, { left: edges[0], right: edges[1], top: row.top + above }, look.fontSize, align, {
    bold: row.item.kind === "total",
    cell: { row: row.index, column: half.first + index },
  });
}
