import type { Page } from "../document.ts";
import { median } from "../rules/median.ts";
import { cellText } from "./cell-text.ts";
import type { Block, KnownWays, RowBlock } from "./merge-rows.ts";
import { organColumn } from "./organ-column.ts";
import type { PlacedLine, TellTexts } from "./place-words.ts";
import type { PlacedColumn } from "./region.ts";
import { heightOf, heights, onlyColumn, type RowLines } from "./row-lines.ts";
import { spreadMerged } from "./spread-merged.ts";
import { partTexts } from "./text-lines.ts";

/** A line drawn this far within a text, in heights of the font, is drawn through it. */
const CROSSED = 0.3;

/**
 * Groups lines to rows, and gives each row its organ where its name is printed once for several rows.
 *
 * @param separators the y of what parts rows, where something does
 * @param group groups lines to rows
 * @param mayGoOn whether the first rows may be those of an organ on the page before
 * @param known in which ways the names of earlier pages stand beside their rows; noted here
 */
export function spreadOrgan(
  page: Page,
  placed: readonly PlacedLine[],
  columns: readonly PlacedColumn[],
  separators: readonly number[],
  group: (lines: readonly PlacedLine[]) => RowLines[],
  tell: TellTexts,
  mayGoOn = false,
  known: KnownWays = new Map(),
): RowLines[] {
  const rows = group(placed);
  const organ = organColumn(columns);
  if (organ === -1) return rows;
  const labels = columns.findIndex(({ kind }) => kind === "cell");
  const isTotal = (lines: readonly PlacedLine[]) =>
    tell.isTotal(cellText(lines.flatMap(({ cells }) => cells.slice(0, labels).flat())));
  if (!isMerged(rows, organ, isTotal) && !isCrossed(placed, organ, separators)) return rows;
  const part = (lines: readonly PlacedLine[]) => partKnown(lines, organ, tell);
  return spread(page, placed, organ, columns[organ]!.right, separators, group, isTotal, part, mayGoOn, known);
}

/** A name takes up at most as many lines, and so many names may stand together. */
const MOST_LINES = 6;
const MOST_NAMES = 6;

/** Whether some rows with numbers, totals aside, have no organ: it is printed once for several. */
function isMerged(
  rows: readonly RowLines[],
  organ: number,
  isTotal: (lines: readonly PlacedLine[]) => boolean,
): boolean {
  const printed = rows.filter(({ anchor, lines }) => anchor !== null && !isTotal(lines));
  return printed.some(({ lines }) => lines.every(({ cells }) => cells[organ]!.length === 0));
}

/** Whether a line that parts rows is drawn through some organ: it stands in a cell that is merged over these rows. */
function isCrossed(lines: readonly PlacedLine[], organ: number, separators: readonly number[]): boolean {
  const words = lines.flatMap(({ cells }) => cells[organ]!);
  return words.some(({ box, size }) => {
    const margin = CROSSED * size;
    return separators.some((at) => box[1] + margin < at && at < box[3] - margin);
  });
}

/** Gives each row its organ: groups the rows without them, and then gives each name to all of its own. */
function spread(
  { horizontal }: Page,
  placed: readonly PlacedLine[],
  organ: number,
  edge: number,
  separators: readonly number[],
  group: (lines: readonly PlacedLine[]) => RowLines[],
  isTotal: (lines: readonly PlacedLine[]) => boolean,
  part: (lines: readonly PlacedLine[]) => readonly (readonly PlacedLine[])[],
  mayGoOn: boolean,
  known: KnownWays,
): RowLines[] {
  const names = placed
    .filter((line) => line.cells[organ]!.length > 0 && !isTotal([line]) && !isNote(line, placed, edge))
    .map((line) => onlyColumn(line, organ));
  const rows = group(
    placed
      .map((line) =>
        isTotal([line]) ? line : { ...line, cells: line.cells.map((words, i) => (i === organ ? [] : words)) },
      )
      .filter(({ cells }) => cells.some((words) => words.length > 0)),
  );
  const stops = rows.filter(({ isBand, lines }) => isBand || isTotal(lines)).map(heightOf);
  const middles = names.flatMap(({ cells }) => cells[organ]!.map(({ box }) => (box[0] + box[2]) / 2));
  const x = median(middles);
  const edges = horizontal.filter(({ from, to }) => from < x && x < to).map(({ at }) => at);
  const members = rows.filter((row) => row.anchor !== null && !stops.includes(heightOf(row)));
  const texts = members.map((row) => {
    const y = heightOf(row);
    const [first, last] = heights(row.lines).reduce(
      ([least, most], at) => [Math.min(least, at), Math.max(most, at)],
      [Infinity, -Infinity],
    );
    return { y, first: first!, last: last! };
  });
  const extents = withCells(texts, separators, placed[0]?.size ?? 0);
  const isWhole = !isCrossed(names, organ, edges);
  // Where each row has a cell of its own, and the first a name, a blank stands for the name over it.
  if (isWhole && !mayGoOn && partAll(edges, extents) && isNamed(names, edges, extents[0]!))
    return group(placed);
  const isEdge = isWhole && haveOneNameEach(edges, heights(names), extents);
  spreadMerged(
    names,
    extents,
    isEdge ? [...stops, ...edges] : stops,
    mayGoOn,
    part,
    (line, row, isUnsure) => {
      if (line !== null) members[row]!.lines.push(line);
      if (isUnsure) members[row]!.isOrganUnsure = true;
    },
    known,
    new Set(isEdge ? edges : []),
  );
  return rows;
}

/** A line in the middle of a cell stands on a baseline this far under it, in heights of the font. */
const BASELINE = 0.35;

/** Says of each row which edges its cells have, shifted as a baseline is, where two edges hold each row alone. */
function withCells<T extends Block>(
  rows: readonly T[],
  separators: readonly number[],
  size: number,
): readonly (T & RowBlock)[] {
  const shift = BASELINE * size;
  const cells: Block[] = [];
  let next = 0;
  for (const { first, last } of rows) {
    const from = next;
    while (next < separators.length && separators[next]! < first) next++;
    const [above, below] = [separators[next - 1], separators[next]];
    const isAlone = cells.length === 0 || next > from;
    if (above === undefined || !isAlone || (below ?? last + 1) <= last) return rows;
    // Nothing ends the last row of a page that is shaded row by row: its texts stand in its middle.
    cells.push({ first: above + shift, last: (below ?? last + first - above - 2 * shift) + shift });
  }
  return rows.map((row, i) => ({ ...row, cell: cells[i] }));
}

/** Parts lines that are several known names one under the other, and no name together. */
function partKnown(
  lines: readonly PlacedLine[],
  organ: number,
  { vocabulary }: TellTexts,
): readonly (readonly PlacedLine[])[] {
  const isKnown = (some: readonly PlacedLine[]) =>
    vocabulary.has("organ", cellText(some.flatMap(({ cells }) => cells[organ]!)));
  const split = (rest: readonly PlacedLine[]): readonly (readonly PlacedLine[])[] | null => {
    if (rest.length === 0) return [];
    for (let end = Math.min(rest.length, MOST_LINES); end > 0; end--) {
      const others = isKnown(rest.slice(0, end)) ? split(rest.slice(end)) : null;
      if (others !== null) return [rest.slice(0, end), ...others];
    }
    return null;
  };
  return lines.length > MOST_LINES * MOST_NAMES ? [lines] : (split(lines) ?? [lines]);
}

/** What stands further under the last numbers, in heights of the font, is a note where it is wider than the column. */
const NOTE_BELOW = 1.6;

/** Whether a line stands under the table, and a text of it reaches over the edge of the column of organs. */
function isNote(line: PlacedLine, lines: readonly PlacedLine[], edge: number): boolean {
  const last = lines.findLast(({ values }) => values > 0);
  if (last === undefined || line.y - last.y <= NOTE_BELOW * line.size) return false;
  return partTexts(line.words).some((text) => text[0]!.box[0] < edge && text.at(-1)!.box[2] > edge);
}

/** Whether a line across a column parts each row from the next. */
function partAll(edges: readonly number[], rows: readonly { readonly y: number }[]): boolean {
  return (
    rows.length > 1 && rows.slice(1).every(({ y }, i) => edges.some((edge) => rows[i]!.y < edge && edge < y))
  );
}

/** Whether a name stands in the cell of a row. */
function isNamed(
  names: readonly PlacedLine[],
  edges: readonly number[],
  { y }: { readonly y: number },
): boolean {
  const isParted = (a: number, b: number) =>
    edges.some((edge) => Math.min(a, b) < edge && edge < Math.max(a, b));
  return heights(names).some((at) => !isParted(at, y));
}

/**
 * Whether lines across a column part it into cells with a name each; only the first may go on from a page before, and only
 * the last on the next one.
 */
function haveOneNameEach(
  edges: readonly number[],
  names: readonly number[],
  rows: readonly { readonly y: number }[],
): boolean {
  const sorted = [...edges].sort((a, b) => a - b);
  const cellOf = (y: number) => sorted.findIndex((edge) => y < edge);
  const named = new Set(names.map(cellOf));
  const ends = [rows.at(0), rows.at(-1)].map((row) => cellOf(row?.y ?? 0));
  return rows.every(({ y }) => ends.includes(cellOf(y)) || named.has(cellOf(y)));
}
