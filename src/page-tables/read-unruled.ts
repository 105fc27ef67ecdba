import type { Page, Word } from "../document.ts";
import { foldWords } from "../text/fold-words.ts";
import { boundingBox } from "./bounding-box.ts";
import { cellText } from "./cell-text.ts";
import { groupBands, groupRows, LAST_PART, mergeNear } from "./group-lines.ts";
import { joinBands } from "./join-bands.ts";
import { joinTotalLines } from "./join-total-lines.ts";
import type { LabelPlaces } from "./label-places.ts";
import { markBands } from "./mark-bands.ts";
import type { KnownWays } from "./merge-rows.ts";
import type { ColumnLayout } from "./place-columns.ts";
import { joinTotal, type PlacedLine, placeWords, type TellTexts } from "./place-words.ts";
import type { PlacedColumn, RegionCell, RegionRow } from "./region.ts";
import type { RowLines } from "./row-lines.ts";
import { spreadLabels } from "./spread-labels.ts";
import { spreadOrgan } from "./spread-organ.ts";
import { partTexts, type TextLine } from "./text-lines.ts";
import { withoutSignatures } from "./without-signatures.ts";

/** A line or a shade that parts rows reaches over at least this share of the table. */
const SEPARATOR_SHARE = 0.6;
/** Rows are parted by lines or shades where at least this share of neighbours has one between them. */
const MIN_SEPARATED = 0.7;

/** How the texts of merged cells stand beside their rows: the names of organs, and other labels. */
export interface KnownPlaces {
  readonly organs: KnownWays;
  readonly labels: LabelPlaces;
}

/**
 * Reads the rows of a table whose cells no lines part, from the lines of text under its header.
 *
 * @param mayGoOn whether the texts over its first numbers may be the end of a row, or its first rows those of an organ, on
 *   the page before
 * @param known how the texts of merged cells on earlier pages stand beside their rows; noted here
 */
export function readUnruled(
  page: Page,
  { columns, ...layout }: ColumnLayout,
  lines: readonly TextLine[],
  top: number,
  tell: TellTexts,
  mayGoOn = false,
  known: KnownPlaces = { organs: new Map(), labels: new Map() },
): RegionRow[] {
  const printed = lines
    .map((line) => joinTotal(placeWords(line, { columns, ...layout }), columns, tell))
    .map((line) => ({ ...line, isTotal: line.values > 0 && tell.isTotal(labelsOf(line, columns)) }));
  const over = printed.findIndex(
    (line) => !standsOverNumbers(line, columns) && !isOfHeader(line, columns, tell),
  );
  const first = printed.findIndex(({ values }) => values > 0);
  const last = printed.findLastIndex(
    (line, i) => (i < over && isHeaderEnd(line, columns, tell)) || (i < first && endsNames(line, columns)),
  );
  const body = withoutSignatures(printed.slice(last + 1), columns);
  const placed = markBands(joinTotalLines(body, columns, tell), columns, tell, mayGoOn);
  const anchors = mergeNear(placed.filter(({ values }) => values > 0));
  if (anchors.length === 0) return mayGoOn ? restOnly(placed, columns) : [];
  const separators = findSeparators(page, columns, lines, top);
  const between = anchors
    .slice(1)
    .filter(({ y }, i) => separators.some((at) => at > anchors[i]!.y - anchors[i]!.size && at < y)).length;
  const isBanded = between >= (anchors.length - 1) * MIN_SEPARATED && separators.length > 1;
  const group = (from: readonly PlacedLine[]) =>
    isBanded ? groupBands(from, separators, columns, mayGoOn) : groupRows(from, columns, mayGoOn);
  const grouped = spreadOrgan(
    page,
    placed,
    columns,
    isBanded ? separators : [],
    group,
    tell,
    mayGoOn,
    known.organs,
  );
  const named = joinBands(grouped, isBanded ? separators : [], tell);
  const rows = spreadLabels(named, columns, page, mayGoOn, known.labels);
  const begin = rows.findIndex(({ anchor }) => anchor !== null);
  return rows.map((row, i) => toRow(row, columns, mayGoOn && i < begin && !row.isBand));
}

function labelsOf({ cells }: PlacedLine, columns: readonly PlacedColumn[]): string {
  return cellText(cells.flatMap((words, i) => (columns[i]!.kind === "cell" ? [] : words)));
}

/** Whether a line without numbers prints over columns of numbers alone. */
function standsOverNumbers({ cells, values }: PlacedLine, columns: readonly PlacedColumn[]): boolean {
  return values === 0 && columns.every(({ kind }, i) => kind === "cell" || cells[i]!.length === 0);
}

/**
 * Whether all that a line prints without numbers is words of its columns' names, or ends them: DA under MEDI, TRE under
 * TRIMES.
 */
function isOfHeader(
  { cells, values }: PlacedLine,
  columns: readonly PlacedColumn[],
  { isHeader = () => false }: TellTexts,
): boolean {
  const isOwn = (words: readonly Word[], { text }: PlacedColumn) => {
    const named = foldWords(text).split(" ");
    return (
      words.every((word) => named.includes(foldWords(word.text))) || isHeader(`${text} ${cellText(words)}`)
    );
  };
  return values === 0 && cells.every((words, i) => words.length === 0 || isOwn(words, columns[i]!));
}

/**
 * Whether a line over columns of numbers prints the ends of header words that a cell breaks: texts apart, `No` over `v`,
 * one that the names of other columns have too, `IV` over `TRIM`, or the last word of a name, `META` over `ANUAL`.
 */
function isHeaderEnd(
  { words, cells }: PlacedLine,
  columns: readonly PlacedColumn[],
  { isHeader = () => false }: TellTexts,
): boolean {
  const named = new Set(
    columns.flatMap(({ kind, text }) => (kind === "cell" ? foldWords(text).split(" ") : [])),
  );
  const endsName = (i: number) =>
    columns[i]!.kind === "cell" && isHeader(`${columns[i]!.text} ${cellText(words)}`);
  return (
    partTexts(words).length > 1 ||
    words.every(({ text }) => named.has(foldWords(text))) ||
    cells.some((held, i) => held.length === words.length && endsName(i))
  );
}

/**
 * Whether a line over the first numbers prints the ends of the names of columns of texts, under which a name that is not known
 * goes on: ESTRATÉGICA of ACCIÓN ESTRATÉGICA beside (S/) under PIM.
 */
function endsNames({ cells }: PlacedLine, columns: readonly PlacedColumn[]): boolean {
  const labels = columns.flatMap(({ kind, text }, i) =>
    kind !== "cell" && cells[i]!.length > 0 ? [[foldWords(text), foldWords(cellText(cells[i]!))]] : [],
  );
  return labels.length > 0 && labels.every(([name, end]) => name!.endsWith(` ${end}`));
}

/** The y of lines across the table and of the edges of its shades, ascending. */
function findSeparators(
  { horizontal, fills }: Page,
  columns: readonly PlacedColumn[],
  lines: readonly TextLine[],
  top: number,
): number[] {
  const [start, , end] = boundingBox(lines.flatMap(({ words }) => words.map(({ box }) => box)));
  const left = Math.max(columns[0]!.left, start);
  const right = Math.min(columns.at(-1)!.right, end);
  const inside = (from: number, to: number) => Math.max(0, Math.min(to, right) - Math.max(from, left));
  const reaches = (length: number) => length >= SEPARATOR_SHARE * (right - left);
  // Some programs shade a row cell by cell.
  const shaded = Map.groupBy(fills, ([, upper, , lower]) => `${upper.toFixed(1)} ${lower.toFixed(1)}`);
  const shades = [...shaded.values()].filter((cells) =>
    reaches(cells.reduce((sum, [from, , to]) => sum + inside(from, to), 0)),
  );
  const at = [
    ...horizontal.filter(({ from, to }) => reaches(inside(from, to))).map(({ at }) => at),
    ...shades.flatMap(([first]) => [first![1], first![3]]),
  ];
  return [top, ...at.filter((y) => y > top)].sort((a, b) => a - b);
}

/** What a page without rows prints right under its header of a row on the page before. */
function restOnly(lines: readonly PlacedLine[], columns: readonly PlacedColumn[]): RegionRow[] {
  const end = lines.findIndex(
    ({ isBand, y, size }, i) => isBand || (i > 0 && y - lines[i - 1]!.y > LAST_PART * size),
  );
  const rest = end === -1 ? [...lines] : lines.slice(0, end);
  return rest.length === 0 ? [] : [toRow({ anchor: null, lines: rest, isBand: false }, columns, true)];
}

function toRow(
  { anchor, lines, isBand, isOrganUnsure = false, isTextUnsure = false }: RowLines,
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
    isTextUnsure,
    isRest,
  };
}
