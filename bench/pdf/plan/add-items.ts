import { cents } from "../../cells.ts";
import type { PlanItem } from "./plan.ts";

/** A total as Excel prints it: column sums, 0 where nothing adds up. */
export function addItems(label: string, items: readonly PlanItem[]): PlanItem {
  const names = Object.keys(items[0]?.cells ?? {}).filter((name) => !name.startsWith("extra."));
  return {
    kind: "total",
    labels: { label },
    cells: Object.fromEntries(
      names.map((name) => [name, items.reduce((sum, { cells }) => sum + cents(cells[name]), 0) / 100]),
    ),
    decimals: items.some(({ decimals }) => decimals > 0) ? 2 : 0,
  };
}
