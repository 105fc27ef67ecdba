import type { Page } from "../document.ts";
import { assignLines } from "./assign-lines.ts";
import { boundingBox } from "./bounding-box.ts";
import { cellText } from "./cell-text.ts";
import { joinTotalLines } from "./join-total-lines.ts";
import { markBands } from "./mark-bands.ts";
import type { ColumnLayout } from "./place-columns.ts";
import { joinTotal, type PlacedLine, placeWords, type TellTexts } from "./place-words.ts";
import type { PlacedColumn, RegionCell, RegionRow } from "./region.ts";
import { nearest, spreadMerged } from "./spread-merged.ts";
import { baseline, type TextLine } from "./text-lines.ts";

/** A line or a shade that parts rows reaches over at least this share of the table. */
const SEPARATOR_SHARE = 0.6;
/** Rows are parted by lines or shades where at least this share of neighbours has one between them. */
const MIN_SEPARATED = 0.7;
/** What stands this near under the last line of a table, in heights of the font, is the upper part of a parted row. */
const LAST_PART = 2.5;
/** Numbers whose baselines are nearer than this, in heights of the font, are those of one row. */
const SAME_ROW = 0.8;
/** A line drawn this far within a text, in heights of the font, is drawn through it. */
const CROSSED = 0.3;

/** The lines of one row. */
interface RowLines {
  /** The line of its numbers; null where it has none. */
  readonly anchor: PlacedLine | null;
  readonly lines: PlacedLine[];
  readonly isBand: boolean;
  /** Whether the organ may be that of other rows. */
  isOrganUnsure?: boolean;
}

/**
 * Reads the rows of a table whose cells no lines part, from the lines of text under its header.
 *
 * @param mayGoOn whether the texts over its first numbers may be the end of a row, or its first rows those of an organ, on
 *   the page before
 */
export function readUnruled(
  page: Page,
  { columns, ...layout }: ColumnLayout,
  lines: readonly TextLine[],
  top: number,
  tell: TellTexts,
  mayGoOn = false,
): RegionRow[] {
  const placed = markBands(
    joinTotalLines(
      lines.map((line) => joinTotal(placeWords(line, { columns, ...layout }), columns, tell)),
      columns,
      tell,
    ),
    columns,
    tell,
    mayGoOn,
  );
  const anchors = mergeNear(placed.filter(({ values }) => values > 0));
  if (anchors.length === 0) return [];
  const separators = findSeparators(page, columns, lines, top);
  const between = anchors
    .slice(1)
    .filter(({ y }, i) => separators.some((at) => at > anchors[i]!.y - anchors[i]!.size && at < y)).length;
  const isBanded = between >= (anchors.length - 1) * MIN_SEPARATED && separators.length > 1;
  const group = (from: readonly PlacedLine[]) =>
    isBanded ? groupBands(from, separators, columns, mayGoOn) : groupRows(from, columns, mayGoOn);
  const rows = group(placed);
  const organ = columns.findIndex(({ kind, name }) => kind === "label" && name === "organ");
  const merged =
    organ !== -1 && (isMerged(rows, organ) || (isBanded && isCrossed(placed, organ, separators)))
      ? spreadOrgan(page, placed, organ, columns, group, tell, mayGoOn)
      : rows;
  const first = merged.findIndex(({ anchor }) => anchor !== null);
  return merged.map((row, i) => toRow(row, columns, mayGoOn && i < first && !row.isBand));
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
function groupBands(
  lines: readonly PlacedLine[],
  separators: readonly number[],
  columns: readonly PlacedColumn[],
  mayGoOn: boolean,
): RowLines[] {
  const rows: RowLines[] = [];
  let next = 0;
  for (const [i, top] of separators.entries()) {
    const bottom = separators[i + 1] ?? Number.POSITIVE_INFINITY;
    while (next < lines.length && middle(lines[next]!) < top) next++;
    const inside: PlacedLine[] = [];
    while (next < lines.length && middle(lines[next]!) < bottom) inside.push(lines[next++]!);
    if (inside.length === 0) continue;
    const anchors = mergeNear(inside.filter(({ values }) => values > 0));
    // Under the last line or shade there is no table any more, unless rows go on.
    const isOutside =
      bottom === Number.POSITIVE_INFINITY && inside[0]!.y - top >= LAST_PART * inside[0]!.size;
    if (anchors.length > 1) rows.push(...groupRows(inside, columns, mayGoOn && rows.length === 0));
    else if (anchors.length > 0 || !isOutside) {
      const bands = inside.filter(({ isBand }) => isBand);
      rows.push(...bands.map((line) => ({ anchor: null, lines: [line], isBand: true })));
      const rest = inside.filter(({ isBand }) => !isBand);
      if (rest.length > 0) rows.push({ anchor: anchors[0] ?? null, lines: rest, isBand: false });
    }
  }
  return rows;
}

function middle({ y, size }: PlacedLine): number {
  return y - size / 3;
}

/** Rows that only their distances part: the texts of each column go to the numbers that they stand beside. */
function groupRows(
  lines: readonly PlacedLine[],
  columns: readonly PlacedColumn[],
  mayGoOn: boolean,
): RowLines[] {
  const anchors = mergeNear(lines.filter(({ values }) => values > 0));
  const bands = lines.filter(({ isBand }) => isBand);
  const rows = anchors.map((anchor): RowLines => ({ anchor, lines: [], isBand: false }));
  const rest: RowLines = { anchor: null, lines: [], isBand: false };
  for (const [i, column] of columns.entries()) {
    const printed = lines.filter(({ cells, isBand }) => cells[i]!.length > 0 && !isBand);
    const given =
      column.kind === "cell"
        ? printed.map(({ y }) => nearest(anchors, y))
        : assignLines(
            heights(printed.map((line) => onlyColumn(line, i))),
            anchors.map(({ y }) => y),
            mayGoOn,
          ).rows;
    for (const [k, line] of printed.entries()) (rows[given[k]!] ?? rest).lines.push(onlyColumn(line, i));
  }
  if (rest.lines.length > 0) rows.unshift(rest);
  const all = [...rows, ...bands.map((line): RowLines => ({ anchor: null, lines: [line], isBand: true }))];
  return all.sort((a, b) => heightOf(a) - heightOf(b));
}

function heightOf({ anchor, lines }: RowLines): number {
  return (anchor ?? lines[0]!).y;
}

/** What a line prints in one column, which may stand a little lower or higher than the rest. */
function onlyColumn(line: PlacedLine, column: number): PlacedLine {
  const [first] = line.cells[column]!;
  return {
    ...line,
    y: first === undefined ? line.y : baseline(first),
    cells: line.cells.map((words, i) => (i === column ? words : [])),
  };
}

/** Whether some rows with numbers have no organ, or its name is torn over rows: it is printed once for several. */
function isMerged(rows: readonly RowLines[], organ: number): boolean {
  const printed = rows.filter(({ anchor }) => anchor !== null);
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

/** Groups the rows without their organs, which are printed once for several rows, and then gives each row its own. */
function spreadOrgan(
  { horizontal }: Page,
  placed: readonly PlacedLine[],
  organ: number,
  columns: readonly PlacedColumn[],
  group: (lines: readonly PlacedLine[]) => RowLines[],
  tell: TellTexts,
  mayGoOn: boolean,
): RowLines[] {
  const labels = Math.max(
    0,
    columns.findIndex(({ kind }) => kind === "cell"),
  );
  const isTotal = (...lines: readonly PlacedLine[]) =>
    tell.isTotal(cellText(lines.flatMap(({ cells }) => cells.slice(0, labels).flat())));
  const names = placed
    .filter((line) => line.cells[organ]!.length > 0 && !isTotal(line))
    .map((line) => onlyColumn(line, organ));
  const rows = group(
    placed
      .map((line) =>
        isTotal(line) ? line : { ...line, cells: line.cells.map((words, i) => (i === organ ? [] : words)) },
      )
      .filter(({ cells }) => cells.some((words) => words.length > 0)),
  );
  const stops = rows.filter(({ isBand, lines }) => isBand || isTotal(...lines)).map(heightOf);
  const middles = names.flatMap(({ cells }) => cells[organ]!.map(({ box }) => (box[0] + box[2]) / 2));
  const x = middles.sort((a, b) => a - b)[middles.length >> 1] ?? 0;
  const edges = horizontal.filter(({ from, to }) => from < x && x < to).map(({ at }) => at);
  const members = rows.filter((row) => row.anchor !== null && !stops.includes(heightOf(row)));
  const extents = members.map((row) => {
    return {
      y: heightOf(row),
      first: Math.min(...heights(row.lines)),
      last: Math.max(...heights(row.lines)),
    };
  });
  const isEdge = !isCrossed(names, organ, edges) && haveOneNameEach(edges, heights(names), extents);
  spreadMerged(names, extents, isEdge ? [...stops, ...edges] : stops, mayGoOn, (line, row, isUnsure) => {
    if (line !== null) members[row]!.lines.push(line);
    if (isUnsure) members[row]!.isOrganUnsure = true;
  });
  return rows;
}

/** Whether lines across a column part it into cells with a name each; only the first may go on from a page before. */
function haveOneNameEach(
  edges: readonly number[],
  names: readonly number[],
  rows: readonly { readonly y: number }[],
): boolean {
  const sorted = [...edges].sort((a, b) => a - b);
  const cellOf = (y: number) => sorted.findIndex((edge) => y < edge);
  const named = new Set(names.map(cellOf));
  const first = cellOf(rows[0]?.y ?? 0);
  return rows.every(({ y }) => cellOf(y) === first || named.has(cellOf(y)));
}

function heights(lines: readonly PlacedLine[]): number[] {
  return lines.map(({ y }) => y);
}

function toRow(
  { anchor, lines, isBand, isOrganUnsure = false }: RowLines,
  columns: readonly PlacedColumn[],
  isRest: boolean,
): RegionRow {
  const words = lines.flatMap(({ cells }) => cells.flat());
  const cells = columns.map((_, i): RegionCell => {
    if (isBand) return { words: i === 0 ? words : [], box: null };
    return { words: lines.flatMap((line) => line.cells[i]!), box: null };
  });
  const box = boundingBox(words.map((word) => word.box));
  const isDoubted = lines.some((line) => line.isDoubted);
  return {
    cells,
    top: box[1],
    bottom: box[3],
    at: anchor?.y ?? lines[0]!.y,
    isBand,
    isDoubted,
    isOrganUnsure,
    isRest,
  };
}
