import type { CellName } from "../document.ts";
import type { Equation } from "../family.ts";

/** Those of a family's equations whose cells a table prints all, without those that follow from others of them. */
export function printedEquations(
  equations: readonly Equation[],
  cells: Iterable<CellName>,
): readonly Equation[] {
  const printed = new Set(cells);
  return independent(
    equations.filter(({ total, terms }) => printed.has(total) && terms.every((cell) => printed.has(cell))),
  );
}

/**
 * Equations without those that say what others say together: where months and quarters are printed, the target is no more
 * the sum of the quarters than it is that of the months, and what is wrong with it is to be told once.
 */
export function independent(equations: readonly Equation[]): readonly Equation[] {
  return equations.filter((equation) => {
    const others = equations.filter((other) => other !== equation);
    const parts = equation.terms.flatMap((cell) => others.find(({ total }) => total === cell)?.terms ?? cell);
    const isFiner = ({ total, terms }: Equation) =>
      total === equation.total &&
      terms.length === parts.length &&
      new Set([...terms, ...parts]).size === parts.length;
    return parts.length === equation.terms.length || !others.some(isFiner);
  });
}
