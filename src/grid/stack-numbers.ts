import { type ColumnPlaces, describePlaces, type Extent } from "./align-numbers.ts";

/** How much the distance of the first numbers from their header counts, beside the distances between columns. */
const OFFSET_WEIGHT = 0.5;
/** Ways to give the stacks their columns that are weighed: one blank more here and one less there are a few dozen. */
const MAX_WAYS = 64;

/** Of ways that suit the numbers alike the cheapest must cost so much less than the next, in parts of a column's width. */
const MIN_MARGIN = 0.5;
/** Rows by which each way is weighed: a text without page breaks has as many as its document. */
const SAMPLE_ROWS = 1000;

/** The columns that the numbers of each row stand in. */
export type Assigned = readonly (readonly number[])[];

/**
 * Learns where columns stand from rows none of which fills all of them, as in a report through the third quarter:
 * numbers that stand one under the other are a column, and the widths between them say which columns may be blank.
 * Which are, the numbers must tell: a header's words stand a little off, the more the further to the right.
 *
 * @param header the places of all columns' heads, from left to right
 * @param worthOf how well the numbers of the first rows suit columns; where several ways suit them alike, the widths
 * decide
 * @returns null where numbers do not stand one under the other, or several ways are hardly better than each other
 */
export function stackNumbers(
  rows: readonly (readonly Extent[])[],
  header: readonly Extent[],
  worthOf: (assigned: Assigned) => number,
): ColumnPlaces | null {
  const heads = header.map(({ start, end }) => (start + end) / 2);
  const pitch = (heads.at(-1)! - heads[0]!) / (heads.length - 1);
  const stacks = findStacks(rows, pitch);
  if (stacks === null || stacks.length < 2 || stacks.length > heads.length) return null;
  const { places, edge } = describePlaces(stacks);
  const middles = stacks.map((extents) => describePlaces([extents.map(centred)]).places[0]!);
  const stackOf = new Map(stacks.flatMap((extents, i) => extents.map((extent) => [extent, i] as const)));
  const sample = rows.slice(0, SAMPLE_ROWS);
  const ways = matchStacks(middles, heads).map(({ cost, columns }) => ({
    cost,
    columns,
    worth: worthOf(sample.map((row) => row.map((extent) => columns[stackOf.get(extent)!]!))),
  }));
  const most = Math.max(...ways.map(({ worth }) => worth));
  // The cheapest come first.
  const [best, second] = ways.filter(({ worth }) => worth === most);
  if (best === undefined || (second !== undefined && second.cost - best.cost < MIN_MARGIN * pitch))
    return null;
  return { places: fillPlaces(places, best.columns, heads), edge };
}

function centred({ start, end }: Extent): Extent {
  return { start: (start + end) / 2, end: (start + end) / 2 };
}

/** Numbers of one column that do not overlap, as `1` and `12`, stand nearer than this, in parts of a column's width. */
const NEAR = 0.5;

interface Stack {
  readonly extents: Extent[];
  /** The rows that have a number in it. */
  readonly rows: Set<number>;
  start: number;
  end: number;
}

/** Numbers that stand one under the other; null where two of one row do. */
function findStacks(rows: readonly (readonly Extent[])[], pitch: number): (readonly Extent[])[] | null {
  const all = rows
    .flatMap((row, at) => row.map((extent): Stack => ({ ...extent, extents: [extent], rows: new Set([at]) })))
    .sort((a, b) => a.start - b.start);
  const stacks = joinNeighbours(all, (a, b) => b.start < a.end);
  if (stacks === null) return null;
  const isNear = (a: Stack, b: Stack) => (b.start + b.end - a.start - a.end) / 2 < NEAR * pitch;
  const joined = joinNeighbours(stacks, (a, b) => isNear(a, b) && !shareRow(a, b));
  return joined?.map(({ extents }) => extents) ?? null;
}

function shareRow(a: Stack, b: Stack): boolean {
  for (const row of b.rows) if (a.rows.has(row)) return true;
  return false;
}

/** Joins what belongs together into the first of it, from left to right; null where that would put two numbers of a row in one place. */
function joinNeighbours(stacks: readonly Stack[], belong: (a: Stack, b: Stack) => boolean): Stack[] | null {
  const joined: Stack[] = [];
  for (const stack of stacks) {
    const last = joined.at(-1);
    if (last === undefined || !belong(last, stack)) joined.push(stack);
    else if (shareRow(last, stack)) return null;
    else {
      for (const extent of stack.extents) last.extents.push(extent);
      for (const row of stack.rows) last.rows.add(row);
      last.start = Math.min(last.start, stack.start);
      last.end = Math.max(last.end, stack.end);
    }
  }
  return joined;
}

interface Path {
  readonly cost: number;
  readonly column: number;
  readonly before: Path | null;
}

/** Gives each stack a column, in order: the ways in which the widths between them are most like those of the heads. */
function matchStacks(
  places: readonly number[],
  heads: readonly number[],
): { readonly cost: number; readonly columns: readonly number[] }[] {
  let paths = heads.map((head, column): Path[] => [
    { cost: OFFSET_WEIGHT * Math.abs(head - places[0]!), column, before: null },
  ]);
  for (let i = 1; i < places.length; i++) {
    const width = places[i]! - places[i - 1]!;
    paths = heads.map((head, column) => {
      const ways: Path[] = [];
      for (let from = 0; from < column; from++) {
        const step = Math.abs(width - (head - heads[from]!));
        for (const before of paths[from]!) ways.push({ cost: before.cost + step, column, before });
      }
      return cheapest(ways);
    });
  }
  return cheapest(paths.flat()).map((path) => ({ cost: path.cost, columns: columnsOf(path) }));
}

function cheapest(paths: Path[]): Path[] {
  return paths.sort((a, b) => a.cost - b.cost).slice(0, MAX_WAYS);
}

function columnsOf(path: Path): number[] {
  const columns: number[] = [];
  for (let at: Path | null = path; at !== null; at = at.before) columns.unshift(at.column);
  return columns;
}

/** A place for every column: blank ones stand between their neighbours as their heads do. */
function fillPlaces(
  places: readonly number[],
  columns: readonly number[],
  heads: readonly number[],
): number[] {
  return heads.map((head, column) => {
    const after = columns.findIndex((other) => other >= column);
    if (columns[after] === column) return places[after]!;
    const [left, right] = after === -1 ? [columns.length - 1, -1] : [after - 1, after];
    if (left < 0) return places[right]! - (heads[columns[right]!]! - head);
    if (right === -1) return places[left]! + (head - heads[columns[left]!]!);
    const share = (head - heads[columns[left]!]!) / (heads[columns[right]!]! - heads[columns[left]!]!);
    return places[left]! + share * (places[right]! - places[left]!);
  });
}
