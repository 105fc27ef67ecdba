import type { Box, Page, Ruling } from "../document.ts";

/** A table drawn with lines: where its columns and rows are parted, and which of its cells are merged. */
export interface RuledGrid {
  /** The x of the lines between columns, from the left edge to the right one. */
  readonly xs: readonly number[];
  /** The y of the lines between rows, from the upper edge to the lower one. */
  readonly ys: readonly number[];
  /** Cells in the order of print: by their first row, then by their first column. */
  readonly cells: readonly RuledCell[];
}

/** A cell, merged or not: rows and columns from the first to before the last, counted from 0. */
export interface RuledCell {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly box: Box;
}

/** Lines cross or touch when they come this near to each other, in points. */
const TOUCH = 3;
/** Lines nearer to each other than this, in points, are the two strokes of one. */
const LEVEL = 2.5;
/** A line that parts columns or rows is at least this share of the table long; a stamp's frame is shorter. */
const MIN_LEVEL_SHARE = 0.25;
/** A side of a cell is a wall if lines cover this share of it. */
const MIN_WALL = 0.6;
/** Fewer columns than this are a frame around a text. */
const MIN_COLUMNS = 4;
/** Rows go on over the first line across where at least this share of the lines between columns do, to the same height. */
const MIN_OPEN = 0.8;
/** A page with more lines is a drawing. */
const MAX_RULINGS = 20_000;
/** Squares between the lines of one table; a page has no room for more cells that can be read. */
const MAX_SQUARES = 60_000;

/** Finds the tables that are drawn with lines, from top to bottom. */
export function findRuledGrids({ horizontal, vertical }: Page): RuledGrid[] {
  if (horizontal.length + vertical.length > MAX_RULINGS) return [];
  return connect(horizontal, vertical)
    .map(({ rows, columns }) => makeGrid(rows, columns))
    .filter((grid) => grid !== null)
    .sort((a, b) => a.ys[0]! - b.ys[0]!);
}

/** Groups lines that touch each other. */
function connect(
  horizontal: readonly Ruling[],
  vertical: readonly Ruling[],
): { rows: Ruling[]; columns: Ruling[] }[] {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[i] !== root) [parent[i], i] = [root, parent[i]!];
    return root;
  };
  for (const [i, row] of horizontal.entries()) {
    for (const [k, column] of vertical.entries()) {
      if (column.at < row.from - TOUCH || column.at > row.to + TOUCH) continue;
      if (row.at < column.from - TOUCH || row.at > column.to + TOUCH) continue;
      parent[find(i)] = find(horizontal.length + k);
    }
  }
  const groups = new Map<number, { rows: Ruling[]; columns: Ruling[] }>();
  const groupOf = (i: number) => {
    const root = find(i);
    const group = groups.get(root) ?? { rows: [], columns: [] };
    groups.set(root, group);
    return group;
  };
  for (const [i, row] of horizontal.entries()) groupOf(i).rows.push(row);
  for (const [k, column] of vertical.entries()) groupOf(horizontal.length + k).columns.push(column);
  return [...groups.values()];
}

function makeGrid(rows: readonly Ruling[], columns: readonly Ruling[]): RuledGrid | null {
  if (rows.length < 2 || columns.length < 2) return null;
  // What goes on past the outermost lines the other way is between no cells, as lines under a header are.
  const down = within(columns, rows);
  const across = within(rows, columns);
  const long = levels(across.rulings, across.length * MIN_LEVEL_SHARE);
  const xs = levels(down.rulings, down.length * MIN_LEVEL_SHARE);
  const short = levels(linesUnderGroups(rows, columns, xs), 0);
  const isOwn = (y: number) => long.every((other) => Math.abs(other - y) > LEVEL);
  const ys = [...long, ...short.filter(isOwn)].sort((a, b) => a - b);
  if (xs.length <= MIN_COLUMNS || ys.length < 2 || xs.length * ys.length > MAX_SQUARES) return null;
  const [first, last] = [ys[0]!, ys.at(-1)!];
  const top = openEnd(columns, xs, first, -1);
  if (top !== null) ys.unshift(top);
  const bottom = openEnd(columns, xs, last, 1);
  // What is higher than all rows over it is no part of a row: there lines part the columns only.
  const highest = ys.slice(1).reduce((most, y, i) => Math.max(most, y - ys[i]!), 0);
  if (bottom !== null && bottom - last <= highest) ys.push(bottom);
  return { xs, ys, cells: mergeSquares(xs, ys, rows, columns) };
}

/** Lines, however short, that reach from one column's edge to another's, and under which columns begin: as under PROGRAMADO. */
function linesUnderGroups(
  rows: readonly Ruling[],
  columns: readonly Ruling[],
  xs: readonly number[],
): Ruling[] {
  const isEdge = (x: number) => xs.some((edge) => Math.abs(edge - x) <= TOUCH);
  return rows.filter(({ at, from, to }) => {
    const begins = (column: Ruling) =>
      isEdge(column.at) &&
      column.at > from + TOUCH &&
      column.at < to - TOUCH &&
      Math.abs(column.from - at) <= LEVEL;
    return isEdge(from) && isEdge(to) && columns.some(begins);
  });
}

/**
 * The y where the lines between columns end beyond the outermost line across: a page break left out the one there.
 *
 * @param way −1 for the first line across and what is over it, 1 for the last one and what is under it
 */
function openEnd(
  columns: readonly Ruling[],
  xs: readonly number[],
  outermost: number,
  way: -1 | 1,
): number | null {
  const ends = xs.flatMap((x) => {
    const beyond = columns
      .filter(({ at }) => Math.abs(at - x) <= LEVEL)
      .map(({ from, to }) => (way === 1 ? { near: from, far: to } : { near: to, far: from }))
      .filter(({ near, far }) => way * (far - outermost) > TOUCH && way * (outermost - near) > -TOUCH);
    return beyond.length === 0 ? [] : [way * Math.max(...beyond.map(({ far }) => way * far))];
  });
  const end = way * Math.max(...ends.map((y) => way * y));
  return ends.filter((y) => Math.abs(y - end) <= TOUCH).length >= xs.length * MIN_OPEN ? end : null;
}

/** What of lines lies between the outermost of those that cross them, and how far apart these are. */
function within(
  rulings: readonly Ruling[],
  crossing: readonly Ruling[],
): { rulings: Ruling[]; length: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { at } of crossing) {
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  const clipped = rulings.map((ruling) => ({
    ...ruling,
    from: Math.max(first, ruling.from),
    to: Math.min(last, ruling.to),
  }));
  return { rulings: clipped.filter(({ from, to }) => to > from), length: last - first };
}

/** The places of lines that are long enough together. */
function levels(rulings: readonly Ruling[], minLength: number): number[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at);
  const found: number[] = [];
  for (let i = 0; i < sorted.length; ) {
    const first = sorted[i]!.at;
    let length = 0;
    let sum = 0;
    for (; i < sorted.length && sorted[i]!.at - first <= LEVEL; i++) {
      const { at, from, to } = sorted[i]!;
      length += to - from;
      sum += at * (to - from);
    }
    if (length >= minLength) found.push(sum / length);
  }
  return found;
}

/** Merges the squares between the lines wherever no wall parts them. */
function mergeSquares(
  xs: readonly number[],
  ys: readonly number[],
  rows: readonly Ruling[],
  columns: readonly Ruling[],
): RuledCell[] {
  const width = xs.length - 1;
  const height = ys.length - 1;
  const sides = wallTest(columns, xs, ys);
  const floors = wallTest(rows, ys, xs);
  const cellOf = new Int32Array(width * height).fill(-1);
  const cells: RuledCell[] = [];
  for (let top = 0; top < height; top++) {
    for (let left = 0; left < width; left++) {
      if (cellOf[top * width + left] !== -1) continue;
      let right = left + 1;
      while (right < width && cellOf[top * width + right] === -1 && !sides(right, top)) right++;
      let bottom = top + 1;
      const isOpen = (row: number) => {
        for (let column = left; column < right; column++) if (floors(row, column)) return false;
        for (let column = left + 1; column < right; column++) if (sides(column, row)) return false;
        return true;
      };
      while (bottom < height && isOpen(bottom)) bottom++;
      for (let row = top; row < bottom; row++)
        cellOf.fill(cells.length, row * width + left, row * width + right);
      cells.push({ top, bottom, left, right, box: [xs[left]!, ys[top]!, xs[right]!, ys[bottom]!] });
    }
  }
  return cells;
}

/**
 * Makes a test for the wall on one level beside one stretch between two other levels: whether lines cover most of it.
 */
function wallTest(
  rulings: readonly Ruling[],
  levelsAt: readonly number[],
  across: readonly number[],
): (level: number, stretch: number) => boolean {
  const covered = levelsAt.map(() => new Float64Array(across.length - 1));
  for (const { at, from, to } of rulings) {
    const level = levelsAt.findIndex((place) => Math.abs(place - at) <= LEVEL);
    if (level === -1) continue;
    for (let i = 0; i < across.length - 1; i++) {
      const length = Math.min(to, across[i + 1]!) - Math.max(from, across[i]!);
      if (length > 0) covered[level]![i]! += length;
    }
  }
  return (level, stretch) =>
    covered[level]![stretch]! >= MIN_WALL * (across[stretch + 1]! - across[stretch]!);
}
