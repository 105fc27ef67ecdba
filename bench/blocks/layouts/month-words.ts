import { monthKeys } from "../../../src/rules/cell-names.ts";
import type { BlockPlan } from "../plan/block-plan.ts";

/** The months of a report: what it calls them, and their keys. */
export function monthWords({
  months,
  monthWords: words,
}: BlockPlan): { readonly word: string; readonly key: string }[] {
  return months.map((month) => ({ word: words[month]!, key: monthKeys[month]! }));
}
