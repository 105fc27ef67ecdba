import type { CellName } from "../document.ts";
import type { Reconciliation } from "../schema.ts";
import { type Belief, mostProbable, type TotalGroup } from "./column-totals.ts";

/**
 * What each published total says against the sum of its rows. A column in which a row is still open is
 * `unsettled`: its sum takes the most probable values. Columns that totals do not add up, such as percentages, are
 * left out.
 */
export function reconcile(
  cells: readonly CellName[],
  groups: readonly (TotalGroup & { readonly label: string })[],
  scale: number,
  isAdded: (cell: number) => boolean = () => true,
): Reconciliation[] {
  return groups.flatMap(({ label, total, rows }) => {
    const published = mostProbable(total)?.values;
    const sums = new Float64Array(cells.length);
    const isOpen = new Uint8Array(cells.length);
    for (const belief of rows) {
      const best = mostProbable(belief)?.values;
      for (let cell = 0; cell < cells.length; cell++) {
        const value = best?.[cell];
        sums[cell] = (sums[cell] as number) + (value ?? 0);
        if (value === undefined || (belief.readings.length > 1 && isDoubted(belief, cell, value)))
          isOpen[cell] = 1;
      }
    }
    const added = [...cells.keys()].filter(isAdded);
    return added.map((cell) => {
      const printed = published?.[cell];
      const computed = (sums[cell] as number) / scale;
      const difference =
        typeof printed === "number" ? Math.round(printed - (sums[cell] as number)) / scale : null;
      return {
        label,
        cell: cells[cell] as CellName,
        published: typeof printed === "number" ? printed / scale : null,
        computed,
        difference,
        verdict: isOpen[cell] === 1 ? "unsettled" : (difference ?? computed) === 0 ? "match" : "mismatch",
      } as const;
    });
  });
}

/** A row is open in a column while readings with other values together weigh more than this. */
const OPEN = 0.02;

function isDoubted({ readings, probabilities }: Belief, cell: number, best: number | null): boolean {
  let mass = 0;
  for (const [k, reading] of readings.entries())
    if ((reading.values[cell] ?? 0) !== (best ?? 0)) mass += probabilities[k] as number;
  return mass > OPEN;
}
