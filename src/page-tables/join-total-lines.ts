import type { Word } from "../document.ts";
import { fold } from "../text/fold.ts";
import { cellText } from "./cell-text.ts";
import { rowStyles } from "./mark-bands.ts";
import type { PlacedLine, TellTexts } from "./place-words.ts";
import type { PlacedColumn } from "./region.ts";
import { baseline, partTexts } from "./text-lines.ts";

/** Lines of one name stand this near to each other, in heights of the font. */
const NEXT_LINE = 1.6;
/** And at most this much further apart than the closest lines of texts do, as a share: the name of an organ has room over it. */
const SAME_TEXT = 1.2;
/** A space, in heights of the font. */
const SPACE = 0.28;

/**
 * Makes one line of those over which the name of a total is wrapped. It ends where the next word would have had room
 * on the line, where the font changes, or where another line has numbers.
 */
export function joinTotalLines(
  lines: readonly PlacedLine[],
  columns: readonly PlacedColumn[],
  tell: TellTexts,
): PlacedLine[] {
  const styles = rowStyles(lines, tell);
  const left = lines.reduce(
    (least, { words }) => Math.min(least, words[0]!.box[0]),
    Number.POSITIVE_INFINITY,
  );
  const pitch = closest(lines, columns);
  const joined: PlacedLine[] = [];
  /** What was printed without numbers so far, folded: names of organs among it. */
  const texts = new Set<string>();
  for (let i = 0; i < lines.length; i++) {
    const name = [lines[i]!];
    const text = cellText(labelsOf(lines[i]!, columns));
    if (lines[i]!.values === 0 && text.length >= MIN_NAME) texts.add(fold(text));
    if (tell.isTotal(text) && !isWhole(fold(text), texts)) {
      for (let next = nextOf(lines, i, columns); next !== i; next = nextOf(lines, i, columns)) {
        const more = lines.slice(i + 1, next + 1);
        if (!goesOn(name, more, columns, styles, left, pitch)) break;
        name.push(...more);
        i = next;
      }
    }
    const numbers = name.find(({ values }) => values > 0);
    joined.push(...(name.length === 1 || numbers === undefined ? name : [joinLines(name, numbers, columns)]));
  }
  return joined;
}

/** The name of a total often ends in that of an organ, of which two words are said before it at most. */
const MAX_BEFORE = 2;
/** Shorter texts are no names, but lines of one: DE, DEL, Y. */
const MIN_NAME = 4;

function isWhole(total: string, texts: ReadonlySet<string>): boolean {
  const words = total.split(" ");
  return words.slice(1, MAX_BEFORE + 1).some((_, i) => texts.has(words.slice(i + 1).join(" ")));
}

function isLabel({ kind }: PlacedColumn): boolean {
  return kind !== "cell";
}

/** How far apart the closest lines of a column of texts are. */
function closest(lines: readonly PlacedLine[], columns: readonly PlacedColumn[]): number {
  const gaps = columns.flatMap((column, i) => {
    if (!isLabel(column)) return [];
    const ys = lines.filter(({ cells }) => cells[i]!.length > 0).map(({ cells }) => baseline(cells[i]![0]!));
    return ys.slice(1).map((y, k) => y - ys[k]!);
  });
  return gaps.filter((gap) => gap > 0).reduce((least, gap) => Math.min(least, gap), Number.POSITIVE_INFINITY);
}

/** The next line with a text: numbers in the middle of a name of two lines stand between them, on a line of their own. */
function nextOf(lines: readonly PlacedLine[], i: number, columns: readonly PlacedColumn[]): number {
  const hasText = (at: number) => at < lines.length && labelsOf(lines[at]!, columns).length > 0;
  return [i + 1, i + 2].find(hasText) ?? i;
}

/** Whether a name goes on on the last of some lines; those before it hold numbers only. */
function goesOn(
  name: readonly PlacedLine[],
  more: readonly PlacedLine[],
  columns: readonly PlacedColumn[],
  styles: ReadonlySet<string>,
  left: number,
  pitch: number,
): boolean {
  const next = more.at(-1)!;
  const printed = name.flatMap((line) => labelsOf(line, columns).at(-1) ?? []);
  const last = printed.at(-1)!;
  const words = labelsOf(next, columns);
  if (next.y - name.at(-1)!.y > Math.min(NEXT_LINE * last.size, SAME_TEXT * pitch)) return false;
  if (words.some(({ style }) => style !== last.style) || partTexts(words).length > 1) return false;
  if (!areAligned(labelsOf(name[0]!, columns), words, left)) return false;
  if ([...name, ...more].filter(({ values }) => values > 0).length > 1) return false;
  // A name that is wider than its column has the room of all columns before the numbers.
  const reach = Math.max(...printed.map(({ box }) => box[2]));
  // In the font of the rows, a text under a total within its column is as like to be the first line of a row.
  if (styles.has(last.style) && reach <= columns[0]!.right) return false;
  const room = columns.find(({ kind, right }) => kind === "cell" || right > reach);
  const end = room?.kind === "cell" ? room.left : (room?.right ?? Number.POSITIVE_INFINITY);
  const [from, , to] = words[0]!.box;
  return last.box[2] + SPACE * last.size + (to - from) > end;
}

/** Lines of one text begin this near to each other, or have their middle there, in points. */
const ALIGNED = 1;

/** Whether two lines begin at the same edge, or stand in the middle of the same room at another. */
function areAligned(upper: readonly Word[], lower: readonly Word[], left: number): boolean {
  const from = lower[0]!.box[0] - upper[0]!.box[0];
  const to = lower.at(-1)!.box[2] - upper.at(-1)!.box[2];
  if (Math.abs(from) <= ALIGNED) return true;
  return upper[0]!.box[0] - left > ALIGNED && Math.min(Math.abs(to), Math.abs(from + to) / 2) <= ALIGNED;
}

function labelsOf({ cells }: PlacedLine, columns: readonly PlacedColumn[]): PlacedLine["words"] {
  return cells.flatMap((words, i) => (isLabel(columns[i]!) ? words : []));
}

function joinLines(
  name: readonly PlacedLine[],
  numbers: PlacedLine,
  columns: readonly PlacedColumn[],
): PlacedLine {
  const label = name.flatMap((line) => labelsOf(line, columns));
  return {
    ...numbers,
    words: name.flatMap(({ words }) => words),
    cells: numbers.cells.map((words, i) => (isLabel(columns[i]!) ? (i === 0 ? label : []) : words)),
  };
}
