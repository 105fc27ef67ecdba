import type { ErrorModel } from "./error-model.ts";
import type { Likeness } from "./likeness.ts";
import { priorCost } from "./prior-cost.ts";
import type { Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import { shapeGain } from "./shape.ts";

/**
 * Pairs of neighbouring cells that stand in the same equations: months of one quarter. Swapping them leaves every
 * equation as it was, so a row alone never shows it.
 */
export function silentPairs(code: RowCode): (readonly [number, number])[] {
  const rules = code.memberships.map((list) => list.map((m) => `${m.equation}${m.sign}`).join());
  return code.cells.flatMap((_, cell) =>
    cell + 1 < rules.length && rules[cell] !== "" && rules[cell] === rules[cell + 1]
      ? [[cell, cell + 1] as const]
      : [],
  );
}

/** Another order of a few cells: `cells[k]` takes what stands in `sources[k]`. */
export interface Order {
  readonly cells: readonly number[];
  readonly sources: readonly number[];
}

/** Two neighbours swapped, or three of a quarter in another order: what a slip within a quarter leaves. Swaps come first. */
export function silentOrders(block: readonly number[]): Order[] {
  const swaps: Order[] = [];
  const others: Order[] = [];
  for (const start of block.keys()) {
    const [a, b, c] = block.slice(start, start + 3) as [number, number?, number?];
    if (b !== undefined) swaps.push({ cells: [a, b], sources: [b, a] });
    if (b === undefined || c === undefined) continue;
    for (const sources of [
      [b, c, a],
      [c, a, b],
      [c, b, a],
    ])
      others.push({ cells: [a, b, c], sources });
  }
  return [...swaps, ...others];
}

/**
 * The reading with some of its cells put back into another order, priced by the error model and by likeness. What the
 * order of the months says of itself comes on top.
 */
export function reorderReading(
  code: RowCode,
  model: ErrorModel,
  likeness: Likeness,
  reading: Reading,
  { cells, sources }: Order,
): Reading {
  const changed = cells.filter((cell, k) => reading.values[cell] !== reading.values[sources[k] as number]);
  const { reordered, gain } = reorder(code, likeness, reading, { cells, sources, changed });
  const isOneSwap = changed.length === 2 && changed[1] === (changed[0] as number) + 1;
  return { ...reordered, cost: reading.cost + model.swapped + (isOneSwap ? 0 : SWAPPED_AGAIN) + gain };
}

/** Runs of neighbouring cells that stand in the same equations: the months of each quarter. */
export function silentBlocks(code: RowCode): (readonly number[])[] {
  const blocks: number[][] = [];
  for (const [a, b] of silentPairs(code)) {
    const last = blocks[blocks.length - 1];
    if (last !== undefined && last[last.length - 1] === a) last.push(b);
    else blocks.push([a, b]);
  }
  return blocks;
}

/** A further swap among the same three months: now and then both are one slip. */
export const SWAPPED_AGAIN = 7;

/** What it costs, at least, that a quarter has the other series' numbers in another order by chance. */
const BY_CHANCE = 2;

/**
 * The readings with one quarter put into the order that it has in the other series: where both series have the same
 * numbers in another order, one may have been copied so.
 */
export function reorderedReadings(
  code: RowCode,
  model: ErrorModel,
  likeness: Likeness,
  blocks: readonly (readonly number[])[],
  reading: Reading,
): Reading[] {
  return blocks.flatMap((block) => {
    const partners = block.map((cell) => code.partner[cell] as number);
    const changed = block.filter((cell, k) => reading.values[cell] !== reading.values[partners[k] as number]);
    if (changed.length === 0 || partners.includes(-1)) return [];
    const left = [...block];
    const sources = partners.map((partner) => {
      const at = left.findIndex((cell) => reading.values[cell] === reading.values[partner]);
      return at < 0 ? -1 : (left.splice(at, 1)[0] as number);
    });
    if (sources.includes(-1)) return [];
    const { reordered, gain } = reorder(code, likeness, reading, { cells: block, sources, changed });
    const isOneSwap = changed.length === 2 && changed[1] === (changed[0] as number) + 1;
    const swaps = model.swapped + (isOneSwap ? 0 : SWAPPED_AGAIN);
    const shape = shapeGain(code, block[0] as number, reordered.values, reading.values);
    // Also where execution goes its own way: it hardly ever has the plan's numbers in another order by chance.
    return [{ ...reordered, cost: reading.cost + swaps + Math.min(-BY_CHANCE, gain + shape) }];
  });
}

/** An order, and those of its cells that count as swapped. */
interface Reordering extends Order {
  readonly changed: readonly number[];
}

/** The reading with its cells in another order, and what that changes in its cost by likeness. */
function reorder(
  code: RowCode,
  likeness: Likeness,
  reading: Reading,
  { cells, sources, changed }: Reordering,
): { reordered: Reading; gain: number } {
  const take = <T>(list: readonly T[]): T[] => {
    const copy = [...list];
    for (const [k, cell] of cells.entries()) copy[cell] = list[sources[k] as number] as T;
    return copy;
  };
  const values = take(reading.values);
  const origins = reading.origins.map((origin, cell) => (changed.includes(cell) ? "swapped" : origin));
  const gain = priorCost(code, likeness, values) - priorCost(code, likeness, reading.values);
  return { reordered: { ...reading, values, tokens: take(reading.tokens), origins }, gain };
}
