/** As much of an equation as its arithmetic needs. */
interface Sum {
  readonly total: string;
  readonly terms: readonly string[];
  readonly tolerance: number;
  /** How far each of its terms may be rounded. */
  readonly whole?: number | undefined;
}

/** Sums of decimals are rid of the dust of binary fractions: no plan prints more than six. */
const ROUND = 1e6;

/** What an equation's total says beyond the sum of its terms; blanks add nothing. */
export function residual(equation: Sum, cells: Readonly<Record<string, number | null>>): number {
  const sum = equation.terms.reduce((all, term) => all + (cells[term] ?? 0), 0);
  return Math.round(((cells[equation.total] ?? 0) - sum) * ROUND) / ROUND;
}

/** Whether an equation holds, within its tolerance. */
export function holds(equation: Sum, cells: Readonly<Record<string, number | null>>): boolean {
  const { terms, tolerance, whole = 0 } = equation;
  // A blank was not rounded.
  const stated = terms.filter((term) => (cells[term] ?? null) !== null).length;
  return Math.abs(residual(equation, cells)) <= tolerance + whole * stated;
}
