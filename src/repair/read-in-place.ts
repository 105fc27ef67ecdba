import type { TokenValue } from "./row-tokens.ts";

/** A row may have lost or gained so many fields before a cell. */
const MOST_MOVED = 3;
/** Around a block so many cells are looked at as well, and so many of all must say what the totals leave. */
const AROUND = 3;
const LEAST_ALIKE = 5;

/**
 * What a row that could not be read has in those blocks of cells where its tokens stand beside what totals leave for it:
 * cells around the block say the same, and the block adds up to the same. Elsewhere it is not known.
 *
 * @param left by cell, what totals leave for the row
 * @param blocks cells that can change places without any equation noticing
 * @returns by cell, the row's amount; undefined where it is not known
 */
export function readInPlace(
  tokens: readonly TokenValue[],
  left: readonly number[],
  blocks: readonly (readonly number[])[],
): (number | undefined)[] {
  const amounts: (number | undefined)[] = left.map(() => undefined);
  const shifts = Array.from({ length: 2 * MOST_MOVED + 1 }, (_, k) => k - MOST_MOVED);
  for (const block of blocks) {
    const [first, last] = [block[0] as number, block.at(-1) as number];
    const around = [...left.keys()].slice(Math.max(0, first - AROUND), last + AROUND + 1);
    const fitting = shifts.filter((shift) => {
      const alike = around.filter((cell) => amountAt(cell + shift) === left[cell]);
      return alike.length >= LEAST_ALIKE && sumOf(block, shift) === sumOf(block, null);
    });
    const orders = new Set(fitting.map((shift) => block.map((cell) => amountAt(cell + shift)).join()));
    // At two places the row would say two things: nothing is known.
    if (orders.size !== 1) continue;
    for (const cell of block) amounts[cell] = amountAt(cell + (fitting[0] as number));
  }
  return amounts;

  function amountAt(place: number): number {
    const token = tokens[place];
    return token === undefined ? Number.NaN : (token ?? 0);
  }

  function sumOf(block: readonly number[], shift: number | null): number {
    return block.reduce(
      (sum, cell) => sum + (shift === null ? (left[cell] as number) : amountAt(cell + shift)),
      0,
    );
  }
}
