import { type Alignment, type Assigned, clearCost } from "./assign-lines.ts";

/** What one column says against an alignment counts no more than this, in line heights: a merged one stands otherwise. */
const MOST = 2;

/** To which row each line of a column belongs, how it stands beside its numbers, and the rows that may have other lines. */
export interface Agreed {
  readonly rows: readonly number[];
  readonly alignment: Alignment;
  readonly unsure: ReadonlySet<number>;
}

/**
 * Chooses how the texts of each column stand beside the numbers. What a column leaves open the others decide, since
 * most tables have one alignment; what all leave open is unsure.
 *
 * @param columns for each column what each alignment makes of it, the best first
 * @param rows how many rows there are
 */
export function agreeOnAlignment(
  columns: readonly (readonly [Assigned, ...Assigned[]])[],
  rows: number,
): Agreed[] {
  const clear = clearCost(rows);
  const costs = new Map<Assigned["alignment"], number>();
  for (const found of columns) {
    for (const { alignment, cost } of found) {
      costs.set(alignment, (costs.get(alignment) ?? 0) + Math.min(MOST, cost - found[0].cost));
    }
  }
  const costOf = ({ alignment }: Assigned) => costs.get(alignment)!;
  return columns.map(([first, ...others]) => {
    const near = [first, ...others.filter(({ cost }) => cost - first.cost < clear)];
    const best = near.reduce((a, b) => (costOf(b) < costOf(a) ? b : a));
    const open = near.filter((other) => costOf(other) - costOf(best) < clear);
    const moved = best.rows.flatMap((row, i) =>
      open.flatMap((other) => (other.rows[i] === row ? [] : [row, other.rows[i]!])),
    );
    return { rows: best.rows, alignment: best.alignment, unsure: new Set(moved) };
  });
}
