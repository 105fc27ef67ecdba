import type { Word } from "../document.ts";
import { alignNumbers } from "../grid/align-numbers.ts";
import type { LabelVocabulary } from "../read/label-vocabulary.ts";
import { cellText } from "./cell-text.ts";
import { type ColumnLayout, extentOf, isValue, toNumbers } from "./place-columns.ts";
import type { PlacedColumn } from "./region.ts";
import { baseline, partTexts, type TextLine } from "./text-lines.ts";

/** A line of text with its words in columns. */
export interface PlacedLine {
  /** The y of its numbers, or of its first word. */
  readonly y: number;
  readonly size: number;
  readonly cells: readonly (readonly Word[])[];
  /** How many numbers stand in number columns. */
  readonly values: number;
  readonly words: readonly Word[];
  /** Whether some number stands too far from every column to be sure of its own. */
  readonly isDoubted: boolean;
  /** Whether it names the organ of the rows under it. */
  readonly isBand?: boolean;
  /** Whether its texts are the name of a total, which stands beside its numbers. */
  readonly isTotal?: boolean;
}

/** What tells texts apart by what they say. */
export interface TellTexts {
  readonly vocabulary: LabelVocabulary;
  readonly isTotal: (text: string) => boolean;
  /** Whether a text is the name of a column. */
  readonly isHeader?: (text: string) => boolean;
  /** Whether a text says that it names an organ: ÓRGANO: ALCALDÍA. */
  readonly namesOrgan: (text: string) => boolean;
}

/** A gap between columns is wider than those between the words of a text, by this factor. */
const WIDER = 1.25;
/** Texts that touch or overlap stand nearer than the words of one, by this factor. */
const NARROWER = 2;
/** A space, in heights of the font, where a text has no other to compare with. */
const SPACE = 0.28;
/** Texts that begin as near to where their column begins, in points, are aligned with it. */
const ALIGNED = 0.8;

/** A code with the mark before its name, which are one text wherever the name begins: `087 -`. */
const CODE_OF_NAME = /^[0-9.]+ [-–:]$/;

/** Places the words of a line: numbers by their alignment with the columns, texts whole by what most of them covers. */
export function placeWords(
  { words, y }: TextLine,
  { columns, places, starts, unsure, isSpaced = false }: ColumnLayout,
): PlacedLine {
  const cells = columns.map((): Word[] => []);
  const numberColumns = columns.flatMap(({ kind }, i) => (kind === "cell" ? [i] : []));
  const inNumberColumn = (word: Word) => columns[columnOf(word.box, columns)]!.kind === "cell";
  const values = words.filter(
    (word, i) => isValue(word.text) && inNumberColumn(word) && !isWithinText(words, i, inNumberColumn),
  );
  const isNumber = new Set(values);
  const numbers = toNumbers(values, isSpaced);
  const aligned = places === null ? null : alignNumbers(numbers.map(extentOf), places);
  let isOutside = false;
  for (const [i, number] of numbers.entries()) {
    const column = aligned === null ? columnOf(number[0]!.box, columns) : numberColumns[aligned[i]!]!;
    cells[column]!.push(...number);
    const { start, end } = extentOf(number);
    const { left, right } = columns[column]!;
    isOutside ||= aligned === null && (end <= left || right <= start);
  }
  for (const text of partTexts(words.filter((word) => !isNumber.has(word)))) {
    for (const part of partAtColumns(text, columns, starts)) {
      const column = columnOf([part[0]!.box[0], 0, part.at(-1)!.box[2], 0], columns);
      cells[column]!.push(...part);
    }
  }
  const inNumbers = numberColumns.flatMap((i) => cells[i]!);
  const printed = inNumbers.filter(({ text }) => isValue(text)).length;
  // A year within a text that runs on among the numbers makes no row of it.
  const isText = printed * 2 < inNumbers.length;
  return {
    y: isText || numbers.length === 0 ? y : baseline(numbers[0]![0]!),
    size: words[0]!.size,
    // A list that has grown word by word has room for a dozen more, and a long document has a million of them.
    cells: cells.map((held) => (held.length === 0 ? NOTHING : held.slice())),
    values: isText ? 0 : printed,
    words,
    isDoubted:
      isOutside ||
      (places !== null && (aligned === null || aligned.some((column) => unsure?.has(column) === true))),
  };
}

/** What an empty cell holds, the same for all. */
export const NOTHING: readonly Word[] = [];

/** Whether a number is a word of a text that runs on among the numbers, such as a year: words stand close on both sides. */
function isWithinText(words: readonly Word[], i: number, inNumberColumn: (word: Word) => boolean): boolean {
  const [before, word, after] = [words[i - 1], words[i]!, words[i + 1]];
  if (before === undefined || after === undefined || isValue(before.text) || isValue(after.text))
    return false;
  return partTexts([before, word, after]).length === 1 && (inNumberColumn(before) || inNumberColumn(after));
}

/** The column that most of a stretch stands in. */
function columnOf([from, , to]: Word["box"], columns: readonly PlacedColumn[]): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < columns.length; i++) {
    const { left, right } = columns[i]!;
    const overlap = Math.min(to, right) - Math.max(from, left);
    if (overlap <= most) continue;
    most = overlap;
    best = i;
  }
  return best;
}

/**
 * Parts a text at the edges of columns where its gap is wider than a space, or where what follows is aligned with the
 * next column; elsewhere it is one text that overhangs an edge.
 *
 * @param starts where the texts of columns begin; null where lines part all texts
 */
function partAtColumns(
  text: readonly Word[],
  columns: readonly PlacedColumn[],
  starts: readonly (number | null)[] | null,
): Word[][] {
  const parts: Word[][] = [[text[0]!]];
  const gaps = text.slice(1).map((word, i) => word.box[0] - text[i]!.box[2]);
  // A code stands where it and the first word of its name do.
  const columnsOf = text.map(({ text: said, box }, i) =>
    columnOf(
      CODE_OF_NAME.test(said) ? [box[0], box[1], (text[i + 1] ?? text[i]!).box[2], box[3]] : box,
      columns,
    ),
  );
  for (const [i, word] of text.slice(1).entries()) {
    const column = columnsOf[i + 1]!;
    const isWithin = column === columnsOf[i];
    const isAligned = Math.abs(word.box[0] - (starts?.[column] ?? Number.NEGATIVE_INFINITY)) <= ALIGNED;
    if (isWithin && !isAligned) {
      parts.at(-1)!.push(word);
      continue;
    }
    const others = gaps.filter((_, k) => k !== i).sort((a, b) => a - b);
    const usual = others[others.length >> 1] ?? SPACE * word.size;
    // A text that is wider than its cell may end over the words of the next one.
    const isWide = gaps[i]! > WIDER * usual;
    const isOver = CODE_OF_NAME.test(text[i]!.text) ? isAligned && isWide : isAligned || isWide;
    // A code where its column's begin stands there alone, though a text before it reaches into the column.
    const isCode = /[0-9]/.test(word.text) && columnsOf.indexOf(column) <= i && columnsOf[i + 2] !== column;
    const hasCome = columnsOf[text.indexOf(parts.at(-1)![0]!)] !== column;
    const isOwn = isWithin ? gaps[i]! * NARROWER < usual || (isCode && hasCome) : isOver;
    if (isOwn || (starts === null && !isWithin)) parts.push([word]);
    else parts.at(-1)!.push(word);
  }
  return parts;
}

/**
 * The name of a total may be printed over several columns, or end at its first number and reach over its column: it stands in
 * the first of them.
 */
export function joinTotal(
  line: PlacedLine,
  columns: readonly PlacedColumn[],
  { isTotal }: TellTexts,
): PlacedLine {
  const end = columns.findIndex(({ kind }) => kind === "cell");
  if (end < 1) return line;
  const labels = line.cells.slice(0, end).flat();
  const words = labels.length > 0 ? labels : line.cells[end]!.filter(({ text }) => !isValue(text));
  if (line.cells[0]!.length === words.length || partTexts(words).length > 1 || !isTotal(cellText(words)))
    return line;
  const isOther = (word: Word) => !words.includes(word);
  return { ...line, cells: line.cells.map((held, i) => (i === 0 ? words : held.filter(isOther))) };
}
