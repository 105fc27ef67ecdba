import type { Word } from "../document.ts";
import { fold } from "../text/fold.ts";
import { boundingBox } from "./bounding-box.ts";
import { cellText } from "./cell-text.ts";
import { organColumn } from "./organ-column.ts";
import type { PlacedLine, TellTexts } from "./place-words.ts";
import type { PlacedColumn } from "./region.ts";
import { onlyColumn } from "./row-lines.ts";
import { ONE_TEXT, partTexts } from "./text-lines.ts";

/**
 * Marks the lines that name the organ of the rows under them. They print a known organ, or a text that goes on over the
 * edge of a column. In a table without a column for organs, so does a text in the first column that is printed otherwise
 * than the rows are, that a total names, or that stands apart.
 *
 * @param mayGoOn whether the first text may be the end of a row on the page before
 */
export function markBands(
  lines: readonly PlacedLine[],
  columns: readonly PlacedColumn[],
  tell: TellTexts,
  mayGoOn = false,
): PlacedLine[] {
  const isLabelled = organColumn(columns) !== -1;
  const styles = rowStyles(lines, tell);
  const areCodes = !isLabelled && printCodes(lines);
  const isHeading = isLabelled ? () => false : headingTest(lines, styles, tell);
  const middles = middlesOf(lines, columns);
  // Where organs have a column, a long line of a name is no band yet.
  const starts = columns.map(({ left }, i) => (isLabelled ? firstStart(lines, i) : null) ?? left);
  const marked = new Set(
    lines.filter(
      (line, i) =>
        (isBandLine(line, columns, starts, styles, standsAlone(lines, i), tell, areCodes) &&
          !endsText(lines, i)) ||
        isHeading(line) ||
        (!isLabelled && isCentred(line, middles) && isOfOwnStyle(line.words, styles)),
    ),
  );
  const apart = isLabelled ? new Set() : linesApart(lines, marked, mayGoOn);
  return lines.map((line) => ({ ...line, isBand: marked.has(line) || apart.has(line) }));
}

function isBandLine(
  line: PlacedLine,
  columns: readonly PlacedColumn[],
  starts: readonly number[],
  styles: ReadonlySet<string>,
  isLone: boolean,
  tell: TellTexts,
  areCodes: boolean,
): boolean {
  const { words, cells, values } = line;
  if (values > 0) return false;
  const filled = cells.flatMap((held, i) => (held.length > 0 ? [i] : []));
  const isLeft = words[0]!.box[0] < columns[0]!.right;
  if ((isLeft || partTexts(words).length === 1) && tell.namesOrgan(cellText(words))) return true;
  const isNamed = isLeft && columns[0]!.name !== "organ" && tell.vocabulary.has("organ", cellText(words));
  if (isNamed || columns[filled.at(-1)!]!.kind === "cell") return true;
  // Texts of two columns may stand as near to each other as the words of one.
  const isOneText = isLone && (isEvenlySpaced(words) || isShortName(line, columns));
  // Rows that begin with codes print no other words there, however near what goes on from there to the next column is to them.
  const isNoCode = areCodes && filled[0] === 0 && !cells[0]!.some(({ text }) => /[0-9]/.test(text));
  if (filled.length > 1 && !isOfOwnStyle(words, styles) && !isOneText && !isNoCode) return false;
  const last = words.at(-1)!.box[2];
  const covered = starts.filter((start) => start < last - ONE_TEXT * words[0]!.size).length;
  return isLeft && covered > 1 && partTexts(words).length === 1;
}

/** A text this near to the middle of the table, as a share of its width, is centred there. */
const CENTRED = 0.02;

/** The middle of what rows print, of their texts alone, and the width of all. */
function middlesOf(
  lines: readonly PlacedLine[],
  columns: readonly PlacedColumn[],
): { readonly at: readonly number[]; readonly width: number } {
  const numbers = columns.findIndex(({ kind }) => kind === "cell");
  const rows = lines.filter(({ values }) => values > 0);
  const extent = (words: readonly Word[]) => {
    const [left, , right] = boundingBox(words.map(({ box }) => box));
    return { middle: (left + right) / 2, width: right - left };
  };
  const all = extent(rows.flatMap(({ words }) => words));
  const texts = extent(rows.flatMap(({ cells }) => cells.slice(0, Math.max(numbers, 0)).flat()));
  return { at: [all.middle, texts.middle], width: all.width };
}

/** Whether a line without numbers is one text in the middle of the table, or of its texts. */
function isCentred({ words, values }: PlacedLine, { at, width }: ReturnType<typeof middlesOf>): boolean {
  const middle = (words[0]!.box[0] + words.at(-1)!.box[2]) / 2;
  return (
    values === 0 &&
    partTexts(words).length === 1 &&
    at.some((other) => Math.abs(middle - other) <= CENTRED * width)
  );
}

/** Where what rows print in a column begins: a text that ends before it is no longer than its own column. */
function firstStart(lines: readonly PlacedLine[], column: number): number | null {
  const starts = lines.flatMap(({ cells, values }) => (values > 0 ? (cells[column]![0]?.box[0] ?? []) : []));
  return starts.length === 0 ? null : starts.reduce((a, b) => Math.min(a, b));
}

/** Lines nearer than this, in heights of the font, may be of one text. */
const NEXT_LINE = 1.3;

/** Whether no line stands right over or under another. */
function standsAlone(lines: readonly PlacedLine[], i: number): boolean {
  const { y, size } = lines[i]!;
  const near = (other: PlacedLine | undefined) =>
    other !== undefined && Math.abs(other.y - y) < NEXT_LINE * size;
  return !near(lines[i - 1]) && !near(lines[i + 1]);
}

/** The line after a text stands further from it than its own do from each other, at least by this share. */
const FURTHER = 1.1;

/** Whether a text in the first column stands nearer to what is over it there, in the same style, than to what is under it. */
function endsText(lines: readonly PlacedLine[], i: number): boolean {
  const [above, line, below] = [lines[i - 1], lines[i]!, lines[i + 1]];
  const [first] = above?.cells[0] ?? [];
  if (above === undefined || first === undefined || !isAlone(line)) return false;
  const gap = line.y - above.y;
  const isNear = gap < NEXT_LINE * line.size && first.style === line.words[0]!.style;
  return isNear && (below === undefined || below.y - line.y > FURTHER * gap);
}

/** Gaps of one text differ by this share at most. */
const EVEN = 1.25;

/** Whether all words of a line stand equally far apart, and are enough to tell. */
function isEvenlySpaced(words: readonly Word[]): boolean {
  const gaps = words.slice(1).map(({ box }, i) => box[0] - words[i]!.box[2]);
  return gaps.length > 1 && Math.max(...gaps) <= EVEN * Math.min(...gaps);
}

/** The width of a space, in heights of the font, at most. */
const SPACE = 0.3;

/** Whether a line is two words one space apart that say nothing in the last column of texts, where rows print theirs. */
function isShortName(
  { words: [first, second, third], cells }: PlacedLine,
  columns: readonly PlacedColumn[],
): boolean {
  if (first === undefined || second === undefined || third !== undefined) return false;
  const last = columns.findLastIndex(({ kind }) => kind === "label");
  return cells[last]!.length === 0 && second.box[0] - first.box[2] <= SPACE * first.size;
}

/** The styles in which rows print their first column. */
export function rowStyles(lines: readonly PlacedLine[], { isTotal }: TellTexts): ReadonlySet<string> {
  const rows = lines.filter(
    ({ cells, values }) => values > 0 && cells[0]!.length > 0 && !isTotal(cellText(cells[0]!)),
  );
  return new Set(rows.flatMap(({ cells }) => cells[0]!.map(({ style }) => style)));
}

function isOfOwnStyle(words: readonly Word[], styles: ReadonlySet<string>): boolean {
  return styles.size > 0 && words.every(({ style }) => !styles.has(style));
}

/** Makes a test for texts that stand in the first column alone, in a style of their own or named by a total. */
function headingTest(
  lines: readonly PlacedLine[],
  styles: ReadonlySet<string>,
  { isTotal }: TellTexts,
): (line: PlacedLine) => boolean {
  const named = lines
    .filter(({ cells, values }) => values > 0 && cells[0]!.length > 0)
    .map(({ cells }) => cellText(cells[0]!))
    .filter(isTotal)
    .map(fold);
  const areCodes = printCodes(lines);
  return (line) => {
    if (!isAlone(line)) return false;
    if (isOfOwnStyle(line.words, styles) || (areCodes && !isCode(line))) return true;
    const text = ` ${fold(cellText(line.words))}`;
    return named.some((total) => total.endsWith(text));
  };
}

/** Rows print codes where at least this share of them do. */
const MIN_CODES = 0.9;

/** Whether rows begin with a code or a number each, on the line of their numbers: 1.2.6, C0001. */
function printCodes(lines: readonly PlacedLine[]): boolean {
  const rows = lines.filter(({ values, isTotal }) => values > 0 && isTotal !== true);
  return rows.length > 1 && rows.filter(isCode).length >= MIN_CODES * rows.length;
}

function isCode({ cells }: PlacedLine): boolean {
  return cells[0]!.length === 1 && /[0-9]/.test(cells[0]![0]!.text);
}

/** Whether a line prints a text in the first column, and nothing else. */
function isAlone({ words, cells, values }: PlacedLine): boolean {
  return values === 0 && cells[0]!.length === words.length;
}

/** Lines of one text stand at most this much further apart than the closest ones, as a share. */
const SAME_TEXT = 1.06;
/** Lines further apart than this, in heights of the font, are no lines of one text. */
const MAX_PITCH = 1.6;
/** Browsers place lines on the pixels of a screen, in points, so that those of one text are one more or less apart. */
const PIXEL = 0.75;
/** Lines stand on pixels that are this near to one, as a share of it. */
const ON_PIXEL = 0.03;

/**
 * The lines of texts that stand alone in the first column, further from those over and under them than lines of one text.
 * The first text of a page but bands may be the end of a row on the page before.
 */
function linesApart(
  lines: readonly PlacedLine[],
  bands: ReadonlySet<PlacedLine>,
  mayGoOn: boolean,
): ReadonlySet<PlacedLine> {
  const printed = lines.filter((line) => line.cells[0]!.length > 0 && !bands.has(line));
  // The numbers of a line may stand a little higher or lower than its text.
  const at = printed.map((line) => onlyColumn(line, 0).y);
  const most = MAX_PITCH * (printed[0]?.size ?? 0);
  const pitch = at.slice(1).reduce((least, y, i) => Math.min(least, y - at[i]!), most);
  const near = areOnPixels(at)
    ? Math.max(pitch + PIXEL * (1 + ON_PIXEL), pitch * SAME_TEXT)
    : pitch * SAME_TEXT;
  const texts: PlacedLine[][] = [];
  for (const [i, line] of printed.entries()) {
    if (i > 0 && at[i]! - at[i - 1]! <= near) texts.at(-1)!.push(line);
    else texts.push([line]);
  }
  const isName = (text: readonly PlacedLine[]) => text.length > 1 || !isCode(text[0]!);
  const alone = texts
    .slice(mayGoOn ? 1 : 0)
    .filter((text) => text.every(isAlone) && isName(text) && !hasOthers(text, lines));
  return new Set(alone.flat());
}

/** Whether each line stands whole pixels under the one before it; over a page what programs round adds up. */
function areOnPixels(at: readonly number[]): boolean {
  return at.slice(1).every((y, i) => {
    const pixels = (y - at[i]!) / PIXEL;
    return Math.abs(pixels - Math.round(pixels)) <= ON_PIXEL;
  });
}

/** Whether some other column prints beside a text. */
function hasOthers(text: readonly PlacedLine[], lines: readonly PlacedLine[]): boolean {
  const from = text[0]!.y - text[0]!.size;
  const to = text.at(-1)!.y + text[0]!.size;
  return lines.some(({ y, cells, words }) => y > from && y < to && cells[0]!.length < words.length);
}
