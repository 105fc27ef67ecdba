import type { DoubtedCell } from "./doubted-cells.ts";
import type { RowCode } from "./row-code.ts";

/** Values for all cells of a row, and what they cost in nats. Undefined is what no equation could settle. */
export interface Assignment {
  readonly values: readonly (number | null | undefined)[];
  readonly cost: number;
}

/** A repair changes few cells: more at once is no repair but another row. */
const MOST_CHANGES = 4;
/** Dearer than the best by this many nats is not worth knowing: one in twenty thousand. */
const MARGIN = 10;
/** The search is exact for all but rows that are doubtful throughout, and these go to review. */
const MOST_STEPS = 20_000;

/**
 * The ways to read a row so that its equations hold, the cheapest first. At least one cell of every broken equation
 * has to change, to another of its options or to the value that the equation asks for; so all small repairs are found.
 *
 * @param tolerance by how much each equation may be off, in scaled units
 */
export function searchDoubted(
  code: RowCode,
  cells: readonly DoubtedCell[],
  tolerance: readonly number[],
): Assignment[] {
  const members = code.equations.map((_, e) =>
    code.memberships.flatMap((list, cell) =>
      list.filter(({ equation }) => equation === e).map(({ sign }) => ({ cell, sign })),
    ),
  );
  const found = new Map<string, Assignment>();
  const start = cells.map(({ options }) => (options.length === 0 ? undefined : options[0]!.value));
  const base = cells.reduce((sum, { options }) => sum + (options[0]?.cost ?? 0), 0);
  let best = Number.POSITIVE_INFINITY;
  let steps = 0;

  const offBy = (values: readonly (number | null | undefined)[], e: number): number | null => {
    let sum = 0;
    for (const { cell, sign } of members[e]!) {
      const value = values[cell];
      if (value === undefined) return null;
      sum += sign * (value ?? 0);
    }
    return sum;
  };

  /** Cells of which nothing was read get what their equations leave them; by cell, the equation that gave its value. */
  const complete = (values: (number | null | undefined)[]): ReadonlyMap<number, number> => {
    const givenBy = new Map<number, number>();
    for (let changed = true; changed; ) {
      changed = false;
      for (const [e, list] of members.entries()) {
        const open = list.filter(({ cell }) => values[cell] === undefined);
        if (open.length !== 1) continue;
        const { cell, sign } = open[0]!;
        const rest = list.reduce((sum, one) => sum + one.sign * (values[one.cell] ?? 0), 0);
        if (-sign * rest < 0) continue;
        values[cell] = -sign * rest;
        givenBy.set(cell, e);
        changed = true;
      }
    }
    return givenBy;
  };

  /**
   * By cell that was read, how much more an equation is off for each unit more in it. Where a cell of the equation took its
   * value from another equation, an error in that one shows here.
   */
  const weightsIn = (e: number, givenBy: ReadonlyMap<number, number>): ReadonlyMap<number, number> => {
    const weights = new Map<number, number>();
    const weigh = (equation: number, factor: number, except: number | null) => {
      for (const { cell, sign } of members[equation]!) {
        if (cell === except) continue;
        const source = givenBy.get(cell);
        if (source === undefined) weights.set(cell, (weights.get(cell) ?? 0) + factor * sign);
        else weigh(source, -factor * sign * signIn(source, cell), cell);
      }
    };
    weigh(e, 1, null);
    return weights;
  };
  const signIn = (e: number, cell: number) => members[e]!.find((one) => one.cell === cell)!.sign;

  const visit = (
    values: readonly (number | null | undefined)[],
    cost: number,
    changed: readonly number[],
  ): void => {
    if (++steps > MOST_STEPS || cost > best + MARGIN) return;
    const completed = [...values];
    const givenBy = complete(completed);
    const broken = members
      .map((list, e) => ({ list, off: offBy(completed, e), e }))
      .filter(({ off, e }) => off !== null && Math.abs(off) > tolerance[e]!)
      .sort((a, b) => a.list.length - b.list.length);
    const [first] = broken;
    if (first === undefined) {
      const key = completed.join();
      if ((found.get(key)?.cost ?? Number.POSITIVE_INFINITY) > cost)
        found.set(key, { values: completed, cost });
      best = Math.min(best, cost);
      return;
    }
    if (changed.length >= MOST_CHANGES) return;
    for (const [cell, weight] of weightsIn(first.e, givenBy)) {
      if (changed.includes(cell) || values[cell] === undefined || weight === 0) continue;
      const asked = (values[cell] ?? 0) - first.off! / weight;
      for (const next of alternatives(cells[cell]!, values[cell]!, asked)) {
        visit(values.with(cell, next.value), cost + next.cost, [...changed, cell]);
      }
    }
  };

  visit(start, base, []);
  // What satisfies everything may still be one of several ways: each other option, with what it entails.
  for (const [cell, { options }] of cells.entries()) {
    for (const { value, cost } of options.slice(1)) {
      visit(start.with(cell, value), base - options[0]!.cost + cost, [cell]);
    }
  }
  return [...found.values()].filter(({ cost }) => cost <= best + MARGIN).sort((a, b) => a.cost - b.cost);
}

/** What else a cell may be, with what that costs beyond the value it has. */
function alternatives(
  { options, otherCost }: DoubtedCell,
  current: number | null,
  asked: number,
): { value: number | null; cost: number }[] {
  const own = options.find(({ value }) => value === current)?.cost ?? 0;
  const others = options
    .filter(({ value }) => value !== current && (value ?? 0) !== (current ?? 0))
    .map(({ value, cost }) => ({ value, cost: cost - own }));
  const isListed = options.some(({ value }) => (value ?? 0) === asked);
  if (asked < 0 || !Number.isInteger(asked) || isListed) return others;
  return [...others, { value: asked === 0 ? null : asked, cost: otherCost - own }];
}
