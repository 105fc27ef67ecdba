import type { Origin, Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import type { TokenValue } from "./row-tokens.ts";

/** Where the values of a row come from that stands as it was printed. */
type Places = Pick<Reading, "tokens" | "origins">;

/** The same for all rows of a code with as many tokens: most rows of a document share these, and differ in their values. */
const known = new WeakMap<RowCode, Map<number, Places>>();

/** The row with every token in its place and trimmed blanks put back; null where there are too many tokens. */
export function readAsPrinted(code: RowCode, tokens: readonly TokenValue[], scale: number): Reading | null {
  const size = code.cells.length;
  if (tokens.length > size || tokens.some((token) => Number.isNaN(token))) return null;
  const values = tokens.length === size ? tokens : code.cells.map((_, cell) => tokens[cell] ?? null);
  return readInPlace(code, tokens.length, values, scale);
}

/**
 * The reading in which the first tokens stand in their cells and blanks in the others.
 *
 * @param count how many tokens there are
 * @param values by cell, undefined where a token is no number
 */
export function readInPlace(code: RowCode, count: number, values: Reading["values"], scale: number): Reading {
  const broken = brokenEquations(code, values, scale);
  return { values, ...placesOf(code, count), leftovers: [], broken, cost: 0 };
}

function placesOf(code: RowCode, count: number): Places {
  const all = known.get(code) ?? new Map<number, Places>();
  known.set(code, all);
  const places = all.get(count) ?? {
    tokens: code.cells.map((_, cell) => (cell < count ? cell : -1)),
    origins: code.cells.map((_, cell): Origin => (cell < count ? "read" : "blank")),
  };
  all.set(count, places);
  return places;
}

/** Indices of the equations that do not hold. Values are scaled integers, blanks count as 0. */
export function brokenEquations(
  code: RowCode,
  values: readonly (number | null | undefined)[],
  scale: number,
): number[] {
  const sums = new Float64Array(code.equations.length);
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell] ?? 0;
    if (value === 0) continue;
    for (const { equation, sign } of code.memberships[cell] ?? [])
      sums[equation] = (sums[equation] as number) + sign * value;
  }
  const broken: number[] = [];
  for (const [e, equation] of code.equations.entries())
    if (Math.abs(sums[e] as number) > Math.round(equation.tolerance * scale)) broken.push(e);
  return broken;
}
