import { type Belief, mostProbable, type TotalGroup } from "./column-totals.ts";
import type { Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";

/** What a row's own tokens said, before any total had spoken. */
export interface OwnBelief {
  readonly readings: readonly Reading[];
  readonly probabilities: readonly number[];
  /** That it is none of these. */
  readonly other: number;
}

/** Readings less probable than this are no rivals. */
const RIVAL = 0.002;
/** How far a row is believed that totals chose and that does not fit them: as far as its own tokens say, and as they do, half each. */
const HALF = 0.5;

/**
 * Where blanks leave no trace, many rows are read for sure only because of the totals, or because numbers that no
 * equation holds would stand where they stand in the plan. Such a row must then fit its totals: in all columns in which
 * it may be otherwise they must be exactly the sums of their rows. Where one is not, another row was read wrongly, and
 * what the total said of this one may be its fault: the row is doubted. So it is where another row is open in such a
 * column, as the two may be read the other way round.
 *
 * @param own the beliefs of the rows by themselves
 * @param sure a row that its own tokens say with this probability needs no total
 */
export function holdToTotals(
  code: RowCode,
  own: ReadonlyMap<Belief, OwnBelief>,
  groups: readonly TotalGroup[],
  sure: number,
): void {
  const exact = exactByRow(groups, (row) => {
    const [best, said] = [mostProbable(row), own.get(row)];
    const isSure = Math.max(0, ...row.probabilities) >= sure;
    return isSure || best === null || said === undefined ? [] : openCells(said, best, sure);
  });
  const isHeld = (belief: Belief, cells: readonly number[]) =>
    cells.every((cell) => exact.get(belief)?.has(cell) ?? false);
  const doubted = [...own].filter(([belief, said]) => {
    const best = mostProbable(belief);
    if (best === null) return false;
    const isChosen = exact.has(belief) && shareOf(said, best) < sure;
    const open = isChosen ? openCells(said, best, sure).filter((cell) => code.isAdded[cell]) : [];
    // No total tells a blank from a 0 that nobody sees.
    const isInvented = best.values.some((value, cell) => value === 0 && best.tokens[cell] === -1);
    return isInvented || !isHeld(belief, [...open, ...looseCells(code, best)]);
  });
  for (const [belief, said] of doubted) {
    belief.probabilities = belief.readings.map(
      (reading, k) => HALF * (belief.probabilities[k] as number) + (1 - HALF) * probabilityIn(said, reading),
    );
    const [top] = [...belief.probabilities].sort((x, y) => y - x);
    // However sure it is of itself.
    if (top !== undefined && top >= sure) belief.probabilities = belief.probabilities.map((p) => p * HALF);
    belief.other = Math.max(0, 1 - belief.probabilities.reduce((x, y) => x + y, 0));
  }
}

/**
 * Cells that no equation holds, where the row lacks a number among them, or was given one that is not printed: those
 * that are printed may as well stand elsewhere.
 */
function looseCells({ memberships }: RowCode, { origins, tokens, values }: Reading): number[] {
  const cells = [...memberships.keys()].filter((cell) => memberships[cell]?.length === 0);
  const isUnseen = (cell: number) => tokens[cell] === -1 || origins[cell] !== "read";
  const isLoose = cells.some(isUnseen) && cells.some((cell) => values[cell] !== null);
  return isLoose ? cells : [];
}

/**
 * For each row the columns in which all its totals are the sums of their rows.
 *
 * @param openIn the columns in which a row is not settled
 */
function exactByRow(
  groups: readonly TotalGroup[],
  openIn: (row: Belief) => readonly number[],
): Map<Belief, ReadonlySet<number>> {
  const exact = new Map<Belief, ReadonlySet<number>>();
  for (const { total, rows } of groups) {
    const columns = total.reliance === undefined ? exactColumns(total, rows, openIn) : new Set<number>();
    for (const row of rows) {
      const before = exact.get(row);
      exact.set(
        row,
        before === undefined ? columns : new Set([...columns].filter((cell) => before.has(cell))),
      );
    }
  }
  return exact;
}

/** The columns in which a total is the sum of its rows as they are read, and none of them is open. */
function exactColumns(
  total: Belief,
  rows: readonly Belief[],
  openIn: (row: Belief) => readonly number[],
): Set<number> {
  const published = mostProbable(total)?.values ?? [];
  const sums = new Float64Array(published.length);
  const isOpen = new Uint8Array(published.length);
  for (const belief of rows) {
    const values = mostProbable(belief)?.values;
    for (const cell of openIn(belief)) isOpen[cell] = 1;
    for (const cell of sums.keys()) {
      if (values?.[cell] === undefined) isOpen[cell] = 1;
      else sums[cell] = (sums[cell] as number) + (values[cell] ?? 0);
    }
  }
  return new Set(
    [...sums.keys()].filter((cell) => isOpen[cell] === 0 && (published[cell] ?? 0) === sums[cell]),
  );
}

function areSame(a: Reading, b: Reading): boolean {
  return a.values.every((value, cell) => isSame(value, b.values[cell]));
}

/** Blanks and zeros are told apart by no total. */
function isSame(a: number | null | undefined, b: number | null | undefined): boolean {
  return (a === null ? 0 : a) === (b === null ? 0 : b);
}

function shareOf({ readings, probabilities }: OwnBelief, best: Reading): number {
  return probabilities.reduce((sum, p, k) => (areSame(readings[k] as Reading, best) ? sum + p : sum), 0);
}

function probabilityIn({ readings, probabilities }: OwnBelief, reading: Reading): number {
  const k = readings.indexOf(reading);
  return k === -1 ? 0 : (probabilities[k] as number);
}

/** The cells in which a row's own tokens speak for other values as well; all, where not all its readings are known. */
function openCells({ readings, probabilities, other }: OwnBelief, best: Reading, sure: number): number[] {
  const rivals = readings.filter((_, k) => (probabilities[k] as number) >= RIVAL);
  const isKnown = rivals.some((reading) => areSame(reading, best));
  const cells = [...best.values.keys()];
  if (!isKnown || other > 1 - sure) return cells;
  return cells.filter((cell) => rivals.some(({ values }) => !isSame(values[cell], best.values[cell])));
}
