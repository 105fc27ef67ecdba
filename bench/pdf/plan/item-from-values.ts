import { CELLS, type Values } from "../../cells.ts";
import type { Cells, PlanItem } from "./plan.ts";

/** An item of a plan from the bench's values, which stand in the order of `CELLS`. */
export function itemFromValues(
  kind: PlanItem["kind"],
  labels: PlanItem["labels"],
  values: Values,
  decimals: 0 | 2,
): PlanItem {
  const cells: Cells = Object.fromEntries(CELLS.map((name, index) => [name, values[index] ?? null]));
  return { kind, labels, cells, decimals };
}
