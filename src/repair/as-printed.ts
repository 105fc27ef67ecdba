import type { Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import type { TokenValue } from "./row-tokens.ts";

/** The row with every token in its place and trimmed blanks put back; null where there are too many tokens. */
export function readAsPrinted(code: RowCode, tokens: readonly TokenValue[], scale: number): Reading | null {
  const size = code.cells.length;
  if (tokens.length > size || tokens.some((token) => Number.isNaN(token))) return null;
  const values = code.cells.map((_, cell) => tokens[cell] ?? null);
  return {
    values,
    tokens: values.map((_, cell) => (cell < tokens.length ? cell : -1)),
    origins: values.map((_, cell) => (cell < tokens.length ? "read" : "blank")),
    leftovers: [],
    broken: brokenEquations(code, values, scale),
    cost: 0,
  };
}

/** Indices of the equations that do not hold. Values are scaled integers, blanks count as 0. */
export function brokenEquations(
  code: RowCode,
  values: readonly (number | null | undefined)[],
  scale: number,
): number[] {
  const sums = new Float64Array(code.equations.length);
  for (const [cell, memberships] of code.memberships.entries()) {
    const value = values[cell] ?? 0;
    if (value === 0) continue;
    for (const { equation, sign } of memberships) sums[equation] = (sums[equation] as number) + sign * value;
  }
  const broken: number[] = [];
  for (const [e, equation] of code.equations.entries())
    if (Math.abs(sums[e] as number) > Math.round(equation.tolerance * scale)) broken.push(e);
  return broken;
}
