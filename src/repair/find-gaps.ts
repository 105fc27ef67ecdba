import type { Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";

/** What the rows of a total lack, by cell, in columns that hang together: what one damage can have taken. */
export type Gap = ReadonlyMap<number, number>;

/** The columns in which rows miss their total, parted into gaps that no equation connects. */
export function findGaps(code: RowCode, total: Reading | null, rows: readonly (Reading | null)[]): Gap[] {
  return partGaps(code, missingAmounts(code, total, rows));
}

/** By cell, what rows lack of their total: published less added up. NaN in columns that are not added up, or that a row leaves open. */
export function missingAmounts(
  code: RowCode,
  total: Reading | null,
  rows: readonly (Reading | null)[],
): number[] {
  const sums = addUp(code.cells.length, rows);
  return code.cells.map((_, cell) => {
    const published = total?.values[cell];
    if (!code.isAdded[cell] || published === undefined) return Number.NaN;
    return (published ?? 0) - (sums[cell] as number);
  });
}

/** Amounts that are missing, by cell, parted into gaps that no equation connects. */
export function partGaps(code: RowCode, missing: readonly number[]): Gap[] {
  const amounts = new Map(
    [...missing.entries()].filter(([, amount]) => amount !== 0 && !Number.isNaN(amount)),
  );
  const left = new Set(amounts.keys());
  const gaps: Gap[] = [];
  for (const start of amounts.keys()) {
    if (!left.delete(start)) continue;
    const cells = [start];
    for (let k = 0; k < cells.length; k++)
      for (const cell of left)
        if (areConnected(code, cells[k] as number, cell)) {
          left.delete(cell);
          cells.push(cell);
        }
    cells.sort((a, b) => a - b);
    gaps.push(new Map(cells.map((cell) => [cell, amounts.get(cell) as number])));
  }
  // What moved from quarter to quarter hangs together by the year. What breaks equations even then is no row's.
  const whole = gaps.filter((gap) => keepsEquations(code, gap));
  const rest: Gap = new Map(gaps.filter((gap) => !whole.includes(gap)).flatMap((gap) => [...gap]));
  return rest.size > 0 && keepsEquations(code, rest) ? [...whole, rest] : whole;
}

/** By cell, what all rows add up to; NaN where one of them is open. */
function addUp(size: number, rows: readonly (Reading | null)[]): Float64Array {
  const sums = new Float64Array(size);
  for (const row of rows)
    for (let cell = 0; cell < size; cell++)
      sums[cell] =
        (sums[cell] as number) + (row?.values[cell] === undefined ? Number.NaN : (row.values[cell] ?? 0));
  return sums;
}

function areConnected(code: RowCode, a: number, b: number): boolean {
  const others = code.memberships[b] ?? [];
  return (code.memberships[a] ?? []).some(({ equation }) =>
    others.some((other) => other.equation === equation && !isYearly(code, equation)),
  );
}

/** The yearly target hangs on all months: two slips in two quarters are two gaps all the same. */
function isYearly(code: RowCode, equation: number): boolean {
  const { total } = code.equations[equation] as RowCode["equations"][number];
  return code.isTarget[code.cells.indexOf(total)] as boolean;
}

function keepsEquations(code: RowCode, gap: Gap): boolean {
  const sums = new Map<number, number>();
  for (const [cell, amount] of gap)
    for (const { equation, sign } of code.memberships[cell] ?? [])
      sums.set(equation, (sums.get(equation) ?? 0) + sign * amount);
  return [...sums.values()].every((sum) => sum === 0);
}
