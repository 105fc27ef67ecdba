import type { Word } from "../document.ts";
import { alignNumbers, type ColumnPlaces, type Extent, learnPlaces } from "../grid/align-numbers.ts";
import { kindOf } from "../read/field-kind.ts";
import { median } from "../rules/median.ts";
import { boundingBox } from "./bounding-box.ts";
import { cellText } from "./cell-text.ts";
import { clusterNumbers } from "./cluster-numbers.ts";
import { findEdge, type PrintedLine } from "./find-edge.ts";
import { areThousandsParted, joinThousands } from "./join-thousands.ts";
import type { PlacedColumn } from "./region.ts";
import { center, type Span } from "./span.ts";
import { partTexts, type TextLine } from "./text-lines.ts";

/** Where the columns of a table without lines stand. */
export interface ColumnLayout {
  readonly columns: readonly PlacedColumn[];
  /** Where the numbers of the number columns stand; null where each column's stretch is known from lines. */
  readonly places: ColumnPlaces | null;
  /** Where the texts of each column begin, if most of them begin there, in points; null where lines part all texts. */
  readonly starts: readonly (number | null)[] | null;
  /** The number columns whose numbers may be those of a blank one beside them. */
  readonly unsure?: ReadonlySet<number>;
  /** Whether a space parts the thousands of numbers. */
  readonly isSpaced?: boolean;
}

/** A row of the table prints at least this share of its number columns. */
const MIN_ROW_SHARE = 0.3;

function isRowOf(numberColumns: number, words: readonly Word[]): boolean {
  return words.filter(({ text }) => isValue(text)).length >= Math.max(1, MIN_ROW_SHARE * numberColumns);
}

/**
 * Finds the stretch of the page that each column takes up, from its header and from what the rows print: numbers
 * are aligned with each other, not with their header, and texts are wider than theirs.
 */
export function placeColumns(
  header: readonly PlacedColumn[],
  lines: readonly TextLine[],
  isTotal: (text: string) => boolean = () => false,
): ColumnLayout {
  const columns = settleUnknown(header, lines);
  const isNumber = columns.map(({ kind }) => kind === "cell");
  const first = isNumber.indexOf(true);
  const last = isNumber.lastIndexOf(true);
  const numberColumns = columns.filter((_, i) => isNumber[i]);
  if (numberColumns.length === 0) return { columns, places: null, starts: [] };
  const from = first === 0 ? Number.NEGATIVE_INFINITY : center(columns[first - 1]!);
  const to = last === columns.length - 1 ? Number.POSITIVE_INFINITY : columns[last + 1]!.right;
  const values = lines
    .map(({ words }) => words.filter(({ text, box }) => isValue(text) && box[2] > from && box[0] < to))
    .filter((words) => isRowOf(numberColumns.length, words));
  const isSpaced = areThousandsParted(values, numberColumns.length);
  const rows = values.map((words) => toNumbers(words, isSpaced).map(extentOf));
  const headed = { places: numberColumns.map(center), edge: "center" as const };
  // The second time all numbers are aligned with places that all rows show.
  const clustered = clusterNumbers(rows, headed.places);
  const places =
    clustered?.places ??
    refinePlaces(refinePlaces(learnPlaces(rows, numberColumns.length) ?? headed, rows), rows);
  const extents = numberExtents(rows, numberColumns, places);
  let next = 0;
  const spans = columns.map((column, i) => (isNumber[i] ? extents[next++]! : column));
  // A text that runs on among the numbers stands over the columns and not in one of them.
  const start = extents[0]!.left;
  const isOver = (text: readonly Word[]) =>
    extents.some((extent) => text[0]!.box[0] < center(extent) && text.at(-1)!.box[2] > center(extent));
  const inColumns = lines.flatMap((line): TextLine[] => {
    const { words } = line;
    const isRow =
      words.at(-1)!.box[2] < start || words.some(({ text, box }) => box[2] > start && isValue(text));
    if (isRow) return [line];
    const own = partTexts(words).filter((text) => !isOver(text));
    return own.length === 0 ? [] : [{ ...line, words: own.flat() }];
  });
  const printed = inColumns.map(toPrinted);
  // So does the name of a total over columns of texts.
  const inTexts = printed.filter(({ words }) => !isTotal(cellText(partTexts(words)[0]!)));
  // From right to left: how far a column's own texts can reach is known once its right edge is.
  const edges: number[] = [];
  for (let i = spans.length - 2; i >= 0; i--) {
    edges[i] = findEdge(
      spans[i]!,
      spans[i + 1]!,
      isNumber[i]!,
      isNumber[i + 1]!,
      isNumber[i]! || isNumber[i + 1]! ? printed : inTexts,
      edges[i + 1] ?? Number.POSITIVE_INFINITY,
    );
  }
  const placed = columns.map((column, i) => ({
    ...column,
    left: edges[i - 1] ?? Number.NEGATIVE_INFINITY,
    right: edges[i] ?? Number.POSITIVE_INFINITY,
  }));
  return {
    columns: placed,
    places,
    unsure: clustered?.unsure ?? new Set(),
    isSpaced,
    starts: commonStarts(placed, inTexts),
  };
}

/**
 * An unknown column holds numbers if most rows that print something under its header print a number there: the lines of a
 * remark beside it may reach under it too.
 */
function settleUnknown(columns: readonly PlacedColumn[], lines: readonly TextLine[]): PlacedColumn[] {
  if (columns.every(({ kind }) => kind !== "unknown")) return [...columns];
  const cells = columns.filter(({ kind }) => kind === "cell").length;
  const rows = lines.filter(({ words }) => isRowOf(cells, words));
  return columns.map((column, i) => {
    if (column.kind !== "unknown") return column;
    const [before, after] = [columns[i - 1], columns[i + 1]];
    const from = before === undefined ? Number.NEGATIVE_INFINITY : (center(before) + column.left) / 2;
    const to = after === undefined ? Number.POSITIVE_INFINITY : (center(after) + column.right) / 2;
    const under = rows
      .map(({ words }) => words.filter(({ box }) => box[0] > from && box[2] < to))
      .filter(({ length }) => length > 0);
    const numbers = under.filter((words) =>
      partTexts(words).some((text) => text.every((word) => isValue(word.text))),
    ).length;
    return numbers * 2 > under.length
      ? { ...column, kind: "cell", name: `extra.${column.name}` }
      : { ...column, kind: "label" };
  });
}

/** Where the texts of each column begin, if most of them begin there. */
export function commonStarts(
  columns: readonly PlacedColumn[],
  lines: readonly TextLine[],
): (number | null)[] {
  return columns.map(({ kind, left, right }) => (kind === "cell" ? null : commonStart(lines, left, right)));
}

/** Where most of the texts between two edges begin; null where they begin in different places. */
function commonStart(lines: readonly TextLine[], left: number, right: number): number | null {
  const starts = lines
    .flatMap(({ words }) => words.find(({ box }) => (box[0] + box[2]) / 2 > left)?.box[0] ?? [])
    .filter((x) => x < right)
    .sort((a, b) => a - b);
  let best: { count: number; at: number | null } = { count: starts.length / 2, at: null };
  for (let from = 0, to = 0; to < starts.length; to++) {
    while (starts[to]! - starts[from]! > 1) from++;
    if (to - from + 1 > best.count) best = { count: to - from + 1, at: starts[from]! };
  }
  return best.at;
}

/**
 * Where numbers stand, learnt from all rows: each is first aligned with places that few rows show, or the headers. That
 * tells how far from these numbers stand, and by which edge they are aligned; a column without numbers stands as the
 * others do.
 */
function refinePlaces(first: ColumnPlaces, rows: readonly (readonly Extent[])[]): ColumnPlaces {
  const seen = first.places.map((): Extent[] => []);
  for (const row of rows) {
    const columns = alignNumbers(row, first);
    for (const [i, column] of (columns ?? []).entries()) seen[column]!.push(row[i]!);
  }
  const edges = {
    center: ({ start, end }: Extent) => (start + end) / 2,
    right: ({ end }: Extent) => end,
    left: ({ start }: Extent) => start,
  };
  const learnt = (["center", "right", "left"] as const).map((edge) => ({
    edge,
    ...learnEdge(first.places, seen, edges[edge]),
  }));
  const { places, edge } = learnt.reduce((a, b) => (b.spread < a.spread ? b : a));
  return { places, edge };
}

function learnEdge(
  headers: readonly number[],
  seen: readonly (readonly Extent[])[],
  edge: (extent: Extent) => number,
): { places: number[]; spread: number } {
  const points = seen.map((extents) => extents.map(edge));
  const middles = points.map((values) => (values.length === 0 ? null : median(values)));
  const shift = median(middles.flatMap((middle, i) => (middle === null ? [] : [middle - headers[i]!])));
  let spread = 0;
  for (const [i, values] of points.entries()) {
    for (const value of values) spread += Math.abs(value - middles[i]!);
  }
  return { places: middles.map((middle, i) => middle ?? headers[i]! + shift), spread };
}

/** What a number column may print: a number, or what stands for one. */
export function isValue(text: string): boolean {
  const kind = kindOf(text);
  return kind === "number" || kind === "marker";
}

/** The numbers of a row, each as the words that it is printed as. */
export function toNumbers(values: readonly Word[], isSpaced: boolean): Word[][] {
  return isSpaced ? joinThousands(values) : values.map((word) => [word]);
}

export function extentOf(words: readonly Word[]): Extent {
  const [start, , end] = boundingBox(words.map(({ box }) => box));
  return { start, end };
}

/** The stretch that the numbers of each column take up; a column without any takes that of its header. */
function numberExtents(
  rows: readonly (readonly Extent[])[],
  columns: readonly PlacedColumn[],
  places: ColumnPlaces,
): Span[] {
  const spans: ({ left: number; right: number } | null)[] = columns.map(() => null);
  for (const row of rows) {
    const found = alignNumbers(row, places);
    for (const [i, column] of (found ?? []).entries()) {
      const { start, end } = row[i]!;
      const span = spans[column];
      spans[column] =
        span == null
          ? { left: start, right: end }
          : { left: Math.min(span.left, start), right: Math.max(span.right, end) };
    }
  }
  return spans.map((span, i) => {
    if (span !== null) return span;
    const at = places.places[i]!;
    const half = (columns[i]!.right - columns[i]!.left) / 2;
    const start = { left: at, center: at - half, right: at - 2 * half }[places.edge];
    return { left: start, right: start + 2 * half };
  });
}

function toPrinted(line: TextLine): PrintedLine {
  const texts = partTexts(line.words);
  return {
    ...line,
    texts: { starts: texts.map(([first]) => first!.box[0]), ends: texts.map((text) => text.at(-1)!.box[2]) },
    lastValue: line.words.findLast(({ text }) => isValue(text))?.box[0] ?? Number.NEGATIVE_INFINITY,
  };
}
