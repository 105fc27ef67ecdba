import type { Box, Line, Page, TextDocument, Word } from "../document.ts";
import type { Family } from "../family.ts";
import { findHeaderAt } from "../grid/find-header.ts";
import type { Column } from "../grid/header.ts";
import { createHeaderReader } from "../grid/header-phrases.ts";
import type { HeaderVocabulary } from "../grid/header-vocabulary.ts";
import { looksNumeric } from "../rules/number.ts";
import { cellText } from "./cell-text.ts";
import { organColumn } from "./organ-column.ts";
import { giveBackTexts, textsBefore } from "./overhanging-texts.ts";
import type { PlacedColumn, Region, RegionCell, RegionRow } from "./region.ts";
import type { RuledCell, RuledGrid } from "./ruled-grid.ts";

/** So many tables before are asked whether a grid lacks columns of theirs: a long document has one on each page. */
const MAX_KNOWN = 8;
/** Edges of columns on two pages this near to each other, in points, are the same. */
const SAME_EDGE = 4;

/**
 * Reads a table drawn with lines: its header by its cells, its rows by the lines between them.
 *
 * @param before the columns of tables on earlier pages, for a table that goes on without a header
 * @returns a region for each header in the grid; none where there is no header and no columns fit
 */
export function readRuled(
  page: Page,
  grid: RuledGrid,
  words: readonly Word[],
  family: Family,
  vocabulary: HeaderVocabulary,
  before: readonly (readonly PlacedColumn[])[],
): Region[] {
  const filled = fillCells(grid, words);
  const lines = toLines(page, grid, filled);
  const document: TextDocument = { lines, pages: 1, channel: "tabular", separator: "cells" };
  const readLine = createHeaderReader(document.separator, vocabulary);
  const headers: { from: number; to: number; columns: PlacedColumn[] }[] = [];
  for (let row = 0; row < lines.length; row++) {
    const found = findHeaderAt(document, row, family, vocabulary, readLine);
    if (found === null) continue;
    headers.push({ from: found.from, to: found.to, columns: found.columns.map(place) });
    row = found.to - 1;
  }
  if (headers.length === 0) {
    const columns = before.findLast((known) => fits(known, grid));
    if (columns !== undefined)
      return [toRegion(page, grid, filled, columns, 0, 0, grid.ys.length - 1, false)];
    for (const known of before.slice(-MAX_KNOWN).toReversed()) {
      const missing = missingBefore(known, grid, page);
      if (missing === 0) continue;
      const wider = withColumnsBefore(grid, known.slice(0, missing), page);
      return [toRegion(page, wider, fillCells(wider, words), known, 0, 0, grid.ys.length - 1, false)];
    }
    return [];
  }
  return headers.map(({ columns, from, to }, i) => {
    const last = headers[i + 1]?.from ?? grid.ys.length - 1;
    const all = withNameless(columns, grid, filled, to, last, vocabulary);
    return toRegion(page, grid, filled, all, from, to, last, true, before.length === 0 && i === 0);
  });
}

/** The columns of a header, and those over which it says nothing though numbers, or names of series, stand in them. */
function withNameless(
  columns: readonly PlacedColumn[],
  grid: RuledGrid,
  cells: readonly FilledCell[],
  first: number,
  last: number,
  vocabulary: HeaderVocabulary,
): PlacedColumn[] {
  const all = [...columns];
  for (const [i, left] of grid.xs.slice(0, -1).entries()) {
    const right = grid.xs[i + 1]!;
    const middle = (left + right) / 2;
    if (columns.some((column) => column.left < middle && middle < column.right)) continue;
    const saysSomething = ({ words }: FilledCell) =>
      words.some(({ text }) => looksNumeric(text)) ||
      (words.length > 0 && vocabulary.meaningOf(cellText(words))?.kind === "series");
    const isOwn = (cell: FilledCell) => cell.left === i && cell.right === i + 1 && saysSomething(cell);
    if (!cells.some((cell) => cell.top >= first && cell.top < last && isOwn(cell))) continue;
    all.push({ kind: "unknown", name: `column-${i + 1}`, text: "", left, right });
  }
  return all.sort((a, b) => a.left - b.left);
}

interface FilledCell extends RuledCell {
  readonly words: readonly Word[];
}

/** Each word stands in the cell that holds its middle. */
function fillCells(grid: RuledGrid, words: readonly Word[]): FilledCell[] {
  const columns = grid.xs.length - 1;
  const index = new Int32Array(columns * (grid.ys.length - 1));
  for (const [i, cell] of grid.cells.entries()) {
    for (let row = cell.top; row < cell.bottom; row++) {
      index.fill(i, row * columns + cell.left, row * columns + cell.right);
    }
  }
  const held = grid.cells.map((): Word[] => []);
  const overhanging = textsBefore(grid.xs, words);
  for (const word of words) {
    const [left, top, right, bottom] = word.box;
    const column = overhanging.has(word) ? 0 : intervalOf(grid.xs, (left + right) / 2);
    const row = isOnLastLine(word, grid) ? grid.ys.length - 2 : intervalOf(grid.ys, (top + bottom) / 2);
    if (column !== -1 && row !== -1) held[index[row * columns + column]!]!.push(word);
  }
  return grid.cells.map((cell, i) => ({ ...cell, words: held[i]! }));
}

/** Of a line of text that the lower edge of a table cuts, at least this share of the height is within it. */
const MIN_WITHIN = 0.3;

/** Whether the end of the page cuts a line of a cell that goes on on the next one: the table's last line goes through it. */
function isOnLastLine({ box: [, top, , bottom] }: Word, { ys }: RuledGrid): boolean {
  const edge = ys.at(-1)!;
  return (top + bottom) / 2 >= edge && edge - top >= MIN_WITHIN * (bottom - top);
}

/** The interval between two edges that holds a point; -1 outside. */
function intervalOf(edges: readonly number[], at: number): number {
  if (at < edges[0]! || at >= edges.at(-1)!) return -1;
  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** The rows of the grid as lines of text: each cell is a field in the row where it begins. */
function toLines(page: Page, grid: RuledGrid, cells: readonly FilledCell[]): Line[] {
  const starting = Map.groupBy(cells, ({ top }) => top);
  return grid.ys.slice(1).map((_, row) => {
    const pieces = (starting.get(row) ?? [])
      .map(({ words, box }) => ({ text: cellText(words), start: box[0], end: box[2] }))
      .filter(({ text }) => text !== "");
    return { page: page.number, number: row + 1, text: pieces.map(({ text }) => text).join("\t"), pieces };
  });
}

function place({ kind, name, text, start, end }: Column): PlacedColumn {
  return { kind, name, text, left: start, right: end };
}

/** Whether the grid has an edge wherever the columns have one; a page of totals need not part its labels. */
function fits(columns: readonly PlacedColumn[], { xs }: RuledGrid): boolean {
  const isEdge = (x: number) => xs.some((edge) => Math.abs(edge - x) <= SAME_EDGE);
  const [first] = columns;
  return (
    isEdge(first!.left) &&
    columns.every(({ kind, left, right }) => kind === "label" || (isEdge(left) && isEdge(right)))
  );
}

/**
 * How many columns stand before a grid that has the edges of all others, each with a line where it begins that goes all
 * along the grid: a cell that pages before and after share has no line across on this one, which parts what is beside
 * it. 0 where it is another table.
 */
function missingBefore(columns: readonly PlacedColumn[], grid: RuledGrid, { vertical }: Page): number {
  const [top, bottom] = [grid.ys[0]!, grid.ys.at(-1)!];
  const isDrawn = ({ kind, left }: PlacedColumn) =>
    kind !== "cell" &&
    vertical.some(
      ({ at, from, to }) =>
        Math.abs(at - left) <= SAME_EDGE && from <= top + SAME_EDGE && to >= bottom - SAME_EDGE,
    );
  const end = columns.findIndex((column) => !isDrawn(column));
  for (let i = 1; i < columns.length && (end === -1 || i <= end); i++) {
    if (fits(columns.slice(i), grid)) return i;
  }
  return 0;
}

/** A grid with more columns before its first: of a cell for each row where lines part them, or of one for all. */
function withColumnsBefore(
  { xs, ys, cells }: RuledGrid,
  columns: readonly PlacedColumn[],
  { horizontal }: Page,
): RuledGrid {
  const edges = [...columns.map(({ left }) => left), ...xs];
  const own = columns.flatMap((_, i) => {
    const [start, end] = [edges[i]!, edges[i + 1]!];
    const isParted = (y: number) =>
      horizontal.some(
        ({ at, from, to }) =>
          Math.abs(at - y) <= SAME_EDGE && from <= start + SAME_EDGE && to >= end - SAME_EDGE,
      );
    const stops = [0, ...ys.slice(1, -1).flatMap((y, k) => (isParted(y) ? [k + 1] : [])), ys.length - 1];
    return stops.slice(1).map((bottom, k) => {
      const top = stops[k]!;
      return { left: i, right: i + 1, top, bottom, box: [start, ys[top]!, end, ys[bottom]!] as Box };
    });
  });
  const by = columns.length;
  const others = cells.map((cell) => ({ ...cell, left: cell.left + by, right: cell.right + by }));
  return { xs: edges, ys, cells: [...own, ...others] };
}

function toRegion(
  page: Page,
  grid: RuledGrid,
  cells: readonly FilledCell[],
  columns: readonly PlacedColumn[],
  from: number,
  first: number,
  last: number,
  hasHeader: boolean,
  isFirst = false,
): Region {
  const standing = grid.ys.map((): FilledCell[] => []);
  for (const cell of cells) for (let row = cell.top; row < cell.bottom; row++) standing[row]!.push(cell);
  const rows: RegionRow[] = [];
  for (let row = first; row < last; row++) rows.push(toRow(grid, standing[row]!, row, columns));
  const box: Box = [grid.xs[0]!, grid.ys[from]!, grid.xs.at(-1)!, grid.ys[last]!];
  const doubted = doubtMerged(rows, columns, isFirst).map((row) => {
    const isCut = row.cells.some(({ words }) => words.some((word) => isOnLastLine(word, grid)));
    return isCut ? { ...row, isTextUnsure: true } : row;
  });
  const isCut = runsOff(page, box, last - from);
  const open = openCells(page, columns, grid.ys[last]!);
  return {
    page,
    columns,
    rows: isCut ? doubted.map((row) => ({ ...row, isDoubted: true })) : doubted,
    hasHeader,
    ...(open !== null && { open }),
    box,
  };
}

/** A cell has a line under it where lines cover at least this share of its width. */
const MIN_CLOSED = 0.6;

/** Whether no line is drawn under the last cell of each column, if one is under most. */
function openCells({ horizontal }: Page, columns: readonly PlacedColumn[], bottom: number): boolean[] | null {
  const lines = horizontal.filter(({ at }) => Math.abs(at - bottom) <= SAME_EDGE);
  const open = columns.map(({ left, right }) => {
    const covered = lines.reduce(
      (sum, { from, to }) => sum + Math.max(0, Math.min(to, right) - Math.max(from, left)),
      0,
    );
    return covered < MIN_CLOSED * (right - left);
  });
  return open.filter(Boolean).length * 2 > open.length ? null : open;
}

/** Lines across a table that go on past its last line down, and not before its first, lead to columns off the paper. */
const MIN_OPEN = 0.6;

function runsOff({ horizontal }: Page, [left, top, right, bottom]: Box, rows: number): boolean {
  const across = horizontal.filter(
    ({ at, from, to }) =>
      at >= top - SAME_EDGE &&
      at <= bottom + SAME_EDGE &&
      from >= left - SAME_EDGE &&
      from < right - SAME_EDGE &&
      to > right + SAME_EDGE,
  );
  return new Set(across.map(({ at }) => Math.round(at))).size >= MIN_OPEN * rows;
}

/**
 * Doubts the organ, or another label, of rows beside a merged cell without a text, unless it may go on from a page
 * before; so it may be that of the last row alone, which a page break parts from the others.
 *
 * @param isFirst whether no table stands on a page before
 */
function doubtMerged(
  rows: readonly RegionRow[],
  columns: readonly PlacedColumn[],
  isFirst: boolean,
): readonly RegionRow[] {
  const organ = organColumn(columns);
  const labels = columns.flatMap(({ kind }, i) => (kind === "cell" ? [] : [i]));
  return labels.reduce((found, column) => {
    const blank = blankOfMerged(rows, columns, column, isFirst);
    const doubt = column === organ ? { isOrganUnsure: true } : { isTextUnsure: true };
    return blank.size === 0 ? found : found.map((row, i) => (blank.has(i) ? { ...row, ...doubt } : row));
  }, rows);
}

/** The rows whose cell in a column of labels is merged and blank, though the column has texts over them. */
function blankOfMerged(
  rows: readonly RegionRow[],
  columns: readonly PlacedColumn[],
  column: number,
  isFirst: boolean,
): ReadonlySet<number> {
  const isMerged = (cell: RegionCell, i: number) =>
    cell.box !== null && [rows[i - 1], rows[i + 1]].some((row) => row?.cells[column] === cell);
  const isNamed = ({ cells }: RegionRow) => cells[column]!.words.length > 0;
  const first = rows.findIndex(isNamed);
  // Names over rows and those of totals stand in cells that are wider.
  const isOwn = ({ box }: RegionCell) => box === null || box[2] <= columns[column]!.right + SAME_EDGE;
  const named = [...rows.entries()].filter(([, row]) => isNamed(row) && isOwn(row.cells[column]!));
  const areMerged = named.some(([i, row]) => isMerged(row.cells[column]!, i));
  // Where each text has several rows, but the first those on the page before, a last row without one has it on the next page,
  // with its others.
  const areAllMerged =
    named.every(([i, row]) => i === 0 || isMerged(row.cells[column]!, i)) &&
    new Set(named.map(([, row]) => row.cells[column])).size > 1;
  const start = rows[0]?.cells[column];
  const isStartMerged = start?.words.length === 0 && isMerged(start, 0);
  const isWhole = ({ cells }: RegionRow) =>
    columns.every(({ kind }, i) => i === column || kind !== "label" || cells[i]!.words.length > 0);
  const isBlank = (row: RegionRow, i: number) => {
    const cell = row.cells[column]!;
    if (isNamed(row)) return false;
    // The first cell of a page may go on from the one before, and another without a name has it on the next page.
    if (i <= first || first === -1) {
      if (!isStartMerged || cell.box === null) return false;
      if (isFirst) return true;
      // A blank behind a printed label is not taken for what stands over it, as that of the organ is.
      const isBehind = row.cells.slice(0, column).some(({ words }) => words.length > 0);
      return cell !== start || (isBehind && columns[column]!.name !== "organ");
    }
    const isLast = i === rows.length - 1 && areMerged && cell.box !== null && (areAllMerged || isWhole(row));
    return isLast || isMerged(cell, i);
  };
  return new Set([...rows.keys()].filter((i) => isBlank(rows[i]!, i)));
}

const BLANK: RegionCell = { words: [], box: null };

function toRow(
  grid: RuledGrid,
  cells: readonly FilledCell[],
  row: number,
  columns: readonly PlacedColumn[],
): RegionRow {
  const taken = new Set<FilledCell>();
  const held = columns.map(({ left, right }): RegionCell => {
    const inside = cells.filter(({ box }) => {
      const middle = (Math.max(box[0], left) + Math.min(box[2], right)) / 2;
      return box[0] < right - SAME_EDGE && left < box[2] - SAME_EDGE && middle > box[0] && middle < box[2];
    });
    const fresh = inside.filter((cell) => !taken.has(cell));
    for (const cell of fresh) taken.add(cell);
    const [only] = fresh;
    if (only === undefined) return BLANK;
    return fresh.length === 1 ? only : { words: fresh.flatMap(({ words }) => words), box: only.box };
  });
  const printed = cells.filter(({ words }) => words.length > 0);
  const [first] = printed;
  const isBand =
    printed.length === 1 &&
    columns.filter(
      ({ left, right }) => first!.box[0] <= left + SAME_EDGE && right - SAME_EDGE <= first!.box[2],
    ).length > 1;
  const [top, bottom] = [grid.ys[row]!, grid.ys[row + 1]!];
  return { cells: giveBackTexts(held, columns), top, bottom, at: (top + bottom) / 2, isBand };
}
