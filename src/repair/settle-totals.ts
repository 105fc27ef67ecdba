import { brokenEquations, readInPlace } from "./as-printed.ts";
import type { Belief, TotalGroup } from "./column-totals.ts";
import type { Origin, Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import type { TokenValue } from "./row-tokens.ts";

/** A total whose broken cells all become the rows' sums is right with this probability: the rows are sure, its own arithmetic agrees. */
const COMPUTED = 0.99;

/** A total that breaks its own arithmetic beyond repair still says something, cell by cell. */
const BROKEN = 0.5;

/** How far a cell of such a total is relied on: one in a broken equation, and any other. */
const DOUBTFUL_CELL = 0.2;
const UNHARMED_CELL = 0.9;

/** A row is sure of a cell whose value its readings hold with at least this probability between them. */
const SURE = 0.9;

/** The belief in a total that no search could read: its cells as printed, those in broken equations with doubt. */
export function totalAsPrinted(code: RowCode, tokens: readonly TokenValue[], scale: number): Belief {
  if (tokens.length > code.cells.length) return { readings: [], prior: [], probabilities: [], other: 1 };
  const values = code.cells.map((_, cell) => tokens[cell] ?? null);
  const reading = readInPlace(code, tokens.length, values.map(asRead), scale);
  const reliance = values.map((_, cell) =>
    standsInOneOf(code, cell, reading.broken) ? DOUBTFUL_CELL : UNHARMED_CELL,
  );
  return { readings: [reading], reliance, prior: [BROKEN], probabilities: [BROKEN], other: 1 - BROKEN };
}

/**
 * Settles the totals that no search could read: cells in broken equations take the rows' sum where every row is
 * sure of its cell, if all equations then hold. A total that is sound in itself stays as printed, whatever the
 * rows say.
 */
export function settleTotals(
  code: RowCode,
  scale: number,
  groups: readonly (TotalGroup & { readonly row: number })[],
  tokensOf: (row: number) => readonly TokenValue[],
): void {
  for (const { total, rows, row } of groups) {
    const tokens = tokensOf(row);
    if (total.probabilities.some((p) => p > BROKEN) || tokens.length > code.cells.length) continue;
    const printed = code.cells.map((_, cell) => tokens[cell] ?? null);
    const broken = brokenEquations(code, printed, scale);
    const isDoubtful = (cell: number) => Number.isNaN(printed[cell]) || standsInOneOf(code, cell, broken);
    const sums = code.cells.map((_, cell) => sureSum(rows, cell));
    const isReplaced = (cell: number) =>
      isDoubtful(cell) && sums[cell] !== null && sums[cell] !== (printed[cell] ?? 0);
    const values = printed.map((value, cell) => (isReplaced(cell) ? (sums[cell] as number) : value));
    const reading = readWith(code, tokens, values, isReplaced, scale);
    if (reading.broken.length > 0 || !values.some((_, cell) => isReplaced(cell))) continue;
    total.readings = [reading];
    total.prior = [COMPUTED];
    total.probabilities = [COMPUTED];
    total.other = 1 - COMPUTED;
  }
}

function standsInOneOf(code: RowCode, cell: number, equations: readonly number[]): boolean {
  return (code.memberships[cell] ?? []).some((m) => equations.includes(m.equation));
}

/** A total with the rows' sums in some cells, and every other cell as printed. */
function readWith(
  code: RowCode,
  tokens: readonly TokenValue[],
  values: readonly TokenValue[],
  isReplaced: (cell: number) => boolean,
  scale: number,
): Reading {
  const reading = readInPlace(code, tokens.length, values.map(asRead), scale);
  const origins = reading.origins.map((origin, cell): Origin => {
    if (!isReplaced(cell)) return origin;
    return (tokens[cell] ?? null) === null ? "lost-in-place" : "misread";
  });
  return { ...reading, origins };
}

/** What is printed and is no number leaves its cell open. */
function asRead(value: TokenValue): number | null | undefined {
  return Number.isNaN(value) ? undefined : value;
}

/** The sum of a column over rows that are all sure of it; null where one is not. */
function sureSum(rows: readonly Belief[], cell: number): number | null {
  let sum = 0;
  for (const { readings, probabilities } of rows) {
    let sure: number | null = null;
    let mass = 0;
    for (const [k, reading] of readings.entries()) {
      const p = probabilities[k] as number;
      const value = reading.values[cell];
      if (value === undefined) continue;
      if (p > mass) [sure, mass] = [value ?? 0, p];
      else if ((value ?? 0) === sure) mass += p;
    }
    if (sure === null || mass < SURE) return null;
    sum += sure;
  }
  return sum;
}
