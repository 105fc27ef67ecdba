import type { PlanItem } from "../plan/plan.ts";
import { isLabel } from "./column.ts";
import { SIDE } from "./draw.ts";
import type { Look } from "./look.ts";
import { wrap } from "./measure.ts";
import { printNumber } from "./number-style.ts";
import { type Half, span } from "./place-columns.ts";

/** The lines of each cell of an item, column by column; a merged organ and a total's label are drawn apart. */
export function cellLines(item: PlanItem, halves: readonly Half[], look: Look): string[][] {
  return halves.flatMap((half) =>
    half.columns.map((column, index) => {
      if (!isLabel(column)) return [cellText(item, column.key, look)];
      if (item.kind === "total" || (column.key === "organ" && look.organ !== "each")) return [""];
      const [left, right] = span(half, index);
      return wrap(item.labels[column.key] ?? "", right - left - 2 * SIDE, look.fontSize);
    }),
  );
}

/** A number as its document prints it. */
export function cellText(item: PlanItem, cell: string, { numbers, percentSign }: Look): string {
  const value = item.cells[cell] ?? null;
  if (!cell.startsWith("extra.")) return printNumber(value, item.decimals, numbers);
  return value === null ? "" : `${printNumber(value, 2, numbers)}${percentSign ? "%" : ""}`;
}
