import type { CellName } from "../document.ts";
import type { Equation, Family } from "../family.ts";
import { printedEquations } from "../rules/printed-equations.ts";

/** A cell's part in an equation: +1 for a term, −1 for the total. */
export interface Membership {
  readonly equation: number;
  readonly sign: 1 | -1;
}

/**
 * The numbers of a row as an error-correcting code: its cells in print order, and the linear equations that
 * hold between them.
 */
export interface RowCode {
  readonly cells: readonly CellName[];
  /** Those of the family's equations whose cells are all printed, and that do not follow from others. */
  readonly equations: readonly Equation[];
  /** For each cell, the equations it takes part in. */
  readonly memberships: readonly (readonly Membership[])[];
  /** For each cell, the cell of the other series for the same period, or −1. */
  readonly partner: readonly number[];
  /** For each cell, whether it belongs to the first of the two series, the plan. */
  readonly isPlan: readonly boolean[];
  /** For each cell, whether an equation makes it the sum of others. */
  readonly isSum: readonly boolean[];
  /** For each cell that an equation makes the sum of others, these others; empty for the rest. */
  readonly terms: readonly (readonly number[])[];
  /** For each cell, whether totals add it up: not so columns beside the plan, such as percentages. */
  readonly isAdded: readonly boolean[];
  /** For each cell, whether it is the yearly target. */
  readonly isTarget: readonly boolean[];
  /** Whether equations close sooner when the row is read from its last cell to its first. */
  readonly backwards: boolean;
  /** Whether every cell takes part in an equation. */
  readonly covered: boolean;
}

/** Compiles the order of print and the family's equations. */
export function compileRowCode(cells: readonly CellName[], family: Family): RowCode {
  const index = new Map(cells.map((cell, i) => [cell, i]));
  const equations = printedEquations(family.equations, cells);
  const memberships: Membership[][] = cells.map(() => []);
  for (const [e, equation] of equations.entries()) {
    for (const term of equation.terms) memberships[index.get(term) as number]?.push({ equation: e, sign: 1 });
    memberships[index.get(equation.total) as number]?.push({ equation: e, sign: -1 });
  }
  return {
    cells,
    equations,
    memberships,
    partner: partners(cells, family, index),
    isPlan: cells.map((cell) => cell.startsWith(`${family.series[0]?.key}.`)),
    isSum: memberships.map((list) => list.some(({ sign }) => sign === -1)),
    terms: cells.map((cell) => {
      const sum = equations.find((equation) => equation.total === cell);
      return (sum?.terms ?? []).map((term) => index.get(term) as number);
    }),
    isAdded: cells.map((cell) => !cell.startsWith("extra.")),
    isTarget: cells.map((cell) => cell === "target"),
    backwards: pending(equations, index, cells.length, true) < pending(equations, index, cells.length, false),
    covered: memberships.every((list) => list.length > 0),
  };
}

/** The same period in the first and in the second series of the family: plan and execution. */
function partners(cells: readonly CellName[], family: Family, index: Map<string, number>): number[] {
  const [plan, done] = family.series.map((series) => series.key);
  return cells.map((cell) => {
    const [series, period] = cell.split(".");
    if (series === plan) return index.get(`${done}.${period}`) ?? -1;
    return series === done ? (index.get(`${plan}.${period}`) ?? -1) : -1;
  });
}

/** How many cells are read on average before the total that checks them: the fewer, the earlier a wrong turn shows. */
function pending(equations: readonly Equation[], index: Map<string, number>, length: number, back: boolean) {
  let sum = 0;
  for (const equation of equations) {
    const at = (cell: CellName) => {
      const place = index.get(cell) as number;
      return back ? length - 1 - place : place;
    };
    sum += Math.max(0, at(equation.total) - Math.min(...equation.terms.map(at)));
  }
  return sum;
}
