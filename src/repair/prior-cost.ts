import { type Likeness, likenessCost } from "./likeness.ts";
import type { RowCode } from "./row-code.ts";
import { zeroStyleCost } from "./zero-style.ts";

/** What a row's values cost before any token is read: how execution follows the plan, and how nothing is written. */
export function priorCost(
  code: RowCode,
  likeness: Likeness,
  values: readonly (number | null | undefined)[],
): number {
  return likenessCost(code, likeness, values) + zeroStyleCost(code, likeness, values);
}
