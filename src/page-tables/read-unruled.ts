import type { Box, Page, Word } from "../document.ts";
import { alignNumbers } from "../grid/align-numbers.ts";
import type { LabelVocabulary } from "../read/label-vocabulary.ts";
import { assignLines } from "./assign-lines.ts";
import { cellText } from "./cell-text.ts";
import { mergeRows } from "./merge-rows.ts";
import { type ColumnLayout, extentOf, isValue, ONE_TEXT } from "./place-columns.ts";
import type { PlacedColumn, RegionCell, RegionRow } from "./region.ts";
import type { TextLine } from "./text-lines.ts";

/** A line or a shade that parts rows reaches over at least this share of the table. */
const SEPARATOR_SHARE = 0.6;
/** Rows are parted by lines or shades where at least this share of neighbours has one between them. */
const MIN_SEPARATED = 0.7;
/** What stands this near under the last line of a table, in heights of the font, is the upper part of a parted row. */
const LAST_PART = 2.5;
/** Numbers whose baselines are nearer than this, in heights of the font, are those of one row. */
const SAME_ROW = 0.8;

/** Reads the rows of a table whose cells no lines part, from the lines of text under its header. */
export function readUnruled(
  page: Page,
  layout: ColumnLayout,
  lines: readonly TextLine[],
  top: number,
  tell: TellTexts,
): RegionRow[] {
  const placed = lines.map((line) => joinTotal(placeWords(line, layout), layout.columns, tell));
  const anchors = mergeNear(placed.filter(({ values }) => values > 0));
  if (anchors.length === 0) return [];
  const separators = findSeparators(page, layout.columns, lines, top);
  const between = anchors
    .slice(1)
    .filter(({ y }, i) => separators.some((at) => at > anchors[i]!.y - anchors[i]!.size && at < y)).length;
  if (between >= (anchors.length - 1) * MIN_SEPARATED && separators.length > 1) {
    return readBands(placed, separators, layout.columns, tell);
  }
  return readRows(placed, layout.columns, tell);
}

/** What tells texts apart by what they say. */
export interface TellTexts {
  readonly vocabulary: LabelVocabulary;
  readonly isTotal: (text: string) => boolean;
}

/** The name of a total may be printed over several columns: it stands in the first of them. */
function joinTotal(line: PlacedLine, columns: readonly PlacedColumn[], { isTotal }: TellTexts): PlacedLine {
  const end = columns.findIndex(({ kind }) => kind === "cell");
  const labels = line.cells.slice(0, end);
  const words = labels.flat();
  if (labels[0]!.length === words.length || !isOneText(words) || !isTotal(cellText(words))) return line;
  return { ...line, cells: line.cells.map((held, i) => (i === 0 ? words : i < end ? [] : held)) };
}

function isOneText(words: readonly Word[]): boolean {
  return words.slice(1).every((word, i) => word.box[0] - words[i]!.box[2] < ONE_TEXT * word.size);
}

/** A line of text with its words in columns. */
interface PlacedLine {
  readonly y: number;
  readonly size: number;
  readonly cells: readonly (readonly Word[])[];
  /** How many numbers stand in number columns. */
  readonly values: number;
  readonly words: readonly Word[];
}

function placeWords({ words, y }: TextLine, { columns, places }: ColumnLayout): PlacedLine {
  const cells = columns.map((): Word[] => []);
  const numberColumns = columns.flatMap(({ kind }, i) => (kind === "cell" ? [i] : []));
  const rest: Word[] = [];
  const numbers: Word[] = [];
  for (const word of words) {
    const isNumber =
      places !== null && isValue(word.text) && columns[columnOf(word, columns)]!.kind === "cell";
    (isNumber ? numbers : rest).push(word);
  }
  const aligned = places === null ? null : alignNumbers(numbers.map(extentOf), places);
  for (const [i, word] of numbers.entries()) {
    const column = aligned === null ? columnOf(word, columns) : numberColumns[aligned[i]!]!;
    cells[column]!.push(word);
  }
  for (const word of rest) cells[columnOf(word, columns)]!.push(word);
  const inNumbers = numberColumns.flatMap((i) => cells[i]!);
  const values = inNumbers.filter(({ text }) => isValue(text)).length;
  // A year within a text that runs on among the numbers makes no row of it.
  const isText = values * 2 < inNumbers.length;
  return { y, size: words[0]!.size, cells, values: isText ? 0 : values, words };
}

/** The column that most of a word stands in. */
function columnOf({ box }: Word, columns: readonly PlacedColumn[]): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [i, { left, right }] of columns.entries()) {
    const overlap = Math.min(box[2], right) - Math.max(box[0], left);
    if (overlap <= most) continue;
    most = overlap;
    best = i;
  }
  return best;
}

/** Lines of numbers that stand so near to each other that they are one row. */
function mergeNear(lines: readonly PlacedLine[]): PlacedLine[] {
  const merged: PlacedLine[] = [];
  for (const line of lines) {
    const last = merged.at(-1);
    if (last === undefined || line.y - last.y > SAME_ROW * Math.min(line.size, last.size)) merged.push(line);
  }
  return merged;
}

/** The y of lines across the table and of the edges of its shades, ascending. */
function findSeparators(
  { horizontal, fills }: Page,
  columns: readonly PlacedColumn[],
  lines: readonly TextLine[],
  top: number,
): number[] {
  const words = lines.flatMap(({ words }) => words);
  const left = Math.max(columns[0]!.left, Math.min(...words.map(({ box }) => box[0])));
  const right = Math.min(columns.at(-1)!.right, Math.max(...words.map(({ box }) => box[2])));
  const reaches = (from: number, to: number) =>
    Math.min(to, right) - Math.max(from, left) >= SEPARATOR_SHARE * (right - left);
  const at = [
    ...horizontal.filter(({ from, to }) => reaches(from, to)).map(({ at }) => at),
    ...fills.filter(([from, , to]) => reaches(from, to)).flatMap(([, upper, , lower]) => [upper, lower]),
  ];
  return [top, ...at.filter((y) => y > top)].sort((a, b) => a - b);
}

/** Rows parted by lines or shades; a stretch that holds several rows is parted by its numbers. */
function readBands(
  lines: readonly PlacedLine[],
  separators: readonly number[],
  columns: readonly PlacedColumn[],
  tell: TellTexts,
): RegionRow[] {
  const rows: RegionRow[] = [];
  for (const [i, top] of separators.entries()) {
    const bottom = separators[i + 1];
    // Under the last line or shade there is no table any more, unless rows go on.
    const inside = lines.filter(
      ({ y, size }) => middle(y, size) >= top && (bottom === undefined || middle(y, size) < bottom),
    );
    if (inside.length === 0) continue;
    const anchors = mergeNear(inside.filter(({ values }) => values > 0));
    if (anchors.length > 1) rows.push(...readRows(inside, columns, tell));
    else if (bottom !== undefined || anchors.length > 0 || inside[0]!.y - top < LAST_PART * inside[0]!.size) {
      const bands = inside.filter((line) => isBandLine(line, columns, tell));
      rows.push(...bands.map((line) => toRow([line], columns, tell, true)));
      const rest = inside.filter((line) => !bands.includes(line));
      if (rest.length > 0) rows.push(toRow(rest, columns, tell));
    }
  }
  return rows;
}

function middle(y: number, size: number): number {
  return y - size / 3;
}

/** Rows that only their distances part: the texts of each column go to the numbers that they stand beside. */
function readRows(
  lines: readonly PlacedLine[],
  columns: readonly PlacedColumn[],
  tell: TellTexts,
): RegionRow[] {
  const anchors = mergeNear(lines.filter(({ values }) => values > 0));
  const bands = lines.filter((line) => isBandLine(line, columns, tell));
  const members = anchors.map((): PlacedLine[] => []);
  for (const [i, column] of columns.entries()) {
    const printed = lines.filter((line) => line.cells[i]!.length > 0 && !bands.includes(line));
    const isolated = (line: PlacedLine): PlacedLine => ({
      ...line,
      cells: line.cells.map((words, k) => (k === i ? words : [])),
    });
    if (column.kind === "cell") {
      for (const line of printed) members[nearest(anchors, line.y)]!.push(isolated(line));
      continue;
    }
    const { rows } = assignLines(
      printed.map(({ y }) => y),
      anchors.map(({ y }) => y),
    );
    if (column.name === "organ" && new Set(rows).size < anchors.length) {
      const stops = [...bands, ...anchors.filter(({ cells }) => tell.isTotal(cellText(cells[0]!)))];
      spreadMerged(printed, anchors, stops, (line, row) => members[row]!.push(isolated(line)));
    } else for (const [k, line] of printed.entries()) members[rows[k]!]!.push(isolated(line));
  }
  const rows = members.map((lines, i) => ({ y: anchors[i]!.y, row: toRow(lines, columns, tell) }));
  const all = [...rows, ...bands.map((line) => ({ y: line.y, row: toRow([line], columns, tell, true) }))];
  return all.sort((a, b) => a.y - b.y).map(({ row }) => row);
}

/** Lines of one text stand at most this much further apart than the closest ones, as a share. */
const SAME_BLOCK = 1.2;

/**
 * Gives the texts of a column that prints one for several rows to all of these rows.
 *
 * @param stops lines that end what goes on: totals, and names over rows
 */
function spreadMerged(
  printed: readonly PlacedLine[],
  anchors: readonly PlacedLine[],
  stops: readonly PlacedLine[],
  give: (line: PlacedLine, row: number) => void,
): void {
  const gaps = printed.slice(1).map(({ y }, i) => y - printed[i]!.y);
  const pitch = Math.max(1, Math.min(...gaps, 2 * (printed[0]?.size ?? 1)));
  const edges = [
    Number.NEGATIVE_INFINITY,
    ...stops.map(({ y }) => y).sort((a, b) => a - b),
    Number.POSITIVE_INFINITY,
  ];
  for (const stop of stops) {
    const row = anchors.indexOf(stop);
    if (row !== -1 && printed.includes(stop)) give(stop, row);
  }
  for (const [i, from] of edges.slice(0, -1).entries()) {
    const isWithin = ({ y }: PlacedLine) => y > from && y < edges[i + 1]!;
    const rows = anchors.flatMap((anchor, row) => (isWithin(anchor) && !stops.includes(anchor) ? [row] : []));
    const blocks = toBlocks(
      printed.filter((line) => isWithin(line) && !stops.includes(line)),
      pitch,
    );
    const merged = mergeRows(
      blocks.map((lines) => ({ first: lines[0]!.y, last: lines.at(-1)!.y })),
      rows.map((row) => anchors[row]!.y),
      pitch,
    );
    if (merged === null) {
      for (const line of blocks.flat()) give(line, nearest(anchors, line.y));
    } else {
      for (const [k, block] of merged.blocks.entries())
        for (const line of blocks[block] ?? []) give(line, rows[k]!);
    }
  }
}

function toBlocks(lines: readonly PlacedLine[], pitch: number): PlacedLine[][] {
  const blocks: PlacedLine[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1)?.at(-1);
    if (last !== undefined && line.y - last.y <= pitch * SAME_BLOCK) blocks.at(-1)!.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

function nearest(anchors: readonly PlacedLine[], y: number): number {
  let best = 0;
  for (const [i, anchor] of anchors.entries()) {
    if (Math.abs(anchor.y - y) < Math.abs(anchors[best]!.y - y)) best = i;
  }
  return best;
}

/** A line that names the organ of the rows under it: a known organ, or a text that goes on over the edge of a column. */
function isBandLine(
  { words, cells, values }: PlacedLine,
  columns: readonly PlacedColumn[],
  tell: TellTexts,
): boolean {
  if (values > 0) return false;
  const filled = cells.flatMap((held, i) => (held.length > 0 ? [i] : []));
  const isLeft = words[0]!.box[0] < columns[0]!.right;
  const isNamed = isLeft && columns[0]!.name !== "organ" && tell.vocabulary.has("organ", cellText(words));
  if (isNamed) return true;
  if (columns[filled.at(-1)!]!.kind === "cell") return true;
  return isLeft && (filled.length > 1 || filled[0]! > 0) && isOneText(words);
}

function toRow(
  lines: readonly PlacedLine[],
  columns: readonly PlacedColumn[],
  tell: TellTexts,
  isBand = lines.length === 1 && isBandLine(lines[0]!, columns, tell),
): RegionRow {
  const words = lines.flatMap(({ cells }) => cells.flat());
  const cells = isBand
    ? columns.map((_, i): RegionCell => ({ words: i === 0 ? words : [], box: null }))
    : columns.map((_, i): RegionCell => ({ words: lines.flatMap((line) => line.cells[i]!), box: null }));
  const box = boundsOf(words.map((word) => word.box));
  return { cells, top: box[1], bottom: box[3], isBand };
}

function boundsOf(boxes: readonly Box[]): Box {
  return [
    Math.min(...boxes.map(([left]) => left)),
    Math.min(...boxes.map(([, top]) => top)),
    Math.max(...boxes.map(([, , right]) => right)),
    Math.max(...boxes.map(([, , , bottom]) => bottom)),
  ];
}
