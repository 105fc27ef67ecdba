import type { CellName } from "../document.ts";
import type { Reconciliation } from "../schema.ts";
import { type Belief, mostProbable, type TotalGroup } from "./column-totals.ts";

/**
 * What each published total says against the sum of its rows. A column in which a row is still open is
 * `unsettled`: its sum takes the most probable values.
 */
export function reconcile(
  cells: readonly CellName[],
  groups: readonly (TotalGroup & { readonly label: string })[],
  scale: number,
): Reconciliation[] {
  return groups.flatMap(({ label, total, rows: members }) =>
    cells.map((name, cell) => {
      const printed = mostProbable(total)?.values[cell];
      const published = typeof printed === "number" ? printed / scale : null;
      const sums = members.map((member) => bestValue(member, cell));
      const isOpen = members.some((member) => isOpenIn(member, cell));
      const computed = sums.reduce<number>((sum, value) => sum + (value ?? 0), 0) / scale;
      const difference = published === null ? null : Math.round((published - computed) * scale) / scale;
      const verdict = isOpen ? "unsettled" : (difference ?? computed) === 0 ? "match" : "mismatch";
      return { label, cell: name, published, computed, difference, verdict } as const;
    }),
  );
}

/** A row is open in a column while readings with other values together weigh more than this. */
const OPEN = 0.02;

function bestValue(belief: Belief, cell: number): number | undefined {
  const value = mostProbable(belief)?.values[cell];
  return value === undefined ? undefined : (value ?? 0);
}

function isOpenIn(belief: Belief, cell: number): boolean {
  const best = bestValue(belief, cell);
  if (best === undefined) return true;
  let mass = 0;
  for (const [k, reading] of belief.readings.entries())
    if ((reading.values[cell] ?? 0) !== best) mass += belief.probabilities[k] as number;
  return mass > OPEN;
}
