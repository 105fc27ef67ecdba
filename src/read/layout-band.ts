import type { Line } from "../document.ts";
import type { Column } from "../grid/header.ts";
import { foldWords } from "../text/fold-words.ts";
import type { LabelVocabulary } from "./label-vocabulary.ts";
import { hasRowNumbers, type LayoutLine, type Slot, wordsOf } from "./layout-line.ts";

/** No name of an organ is longer. */
const MAX_NAME = 120;

/** Lines after a band in which its first row must begin: its text may stand higher than its numbers. */
const LINES_TO_ROW = 3;

/** The same after the name of a known organ, which is a band all the more surely. */
export const LINES_UNDER_NAME = 10;

/**
 * Whether a line is a lone text that begins in the first printed column and runs over into the next, in a table
 * that has no column for organs. No cell does so: it is a band over rows, and says nothing of where columns stand.
 */
export function spansColumns({ pieces, text }: Line, columns: readonly Column[]): boolean {
  const [first, second] = columns;
  if (first === undefined || second === undefined || hasOrgans(columns)) return false;
  const piece = pieces[0];
  if (piece === undefined || pieces.length > 1 || text.trim().length > MAX_NAME) return false;
  return /^\p{Lu}/u.test(piece.text) && piece.start < first.end && piece.end > second.start;
}

function hasOrgans(columns: readonly Column[]): boolean {
  return columns.some(({ name }) => name === "organ");
}

/**
 * Whether a line names the organ of the rows under it: a known organ alone on its line over rows that print
 * none, or, where the table has no column for organs, a lone text across the columns.
 *
 * @param next the lines that follow, of which the next few are looked at
 * @param first the slot of the first column of the page
 */
export function isBand(
  line: LayoutLine,
  next: readonly LayoutLine[],
  columns: readonly Column[],
  first: Slot | undefined,
  vocabulary: LabelVocabulary,
  isTotal: (text: string) => boolean,
): boolean {
  // The name of a row of sums may be wrapped, its numbers beside the last line.
  if (isTotal(line.line.text.trim())) return false;
  const isKnown = line.numbers.length === 0 && vocabulary.has("organ", Object.values(line.texts).join(" "));
  const row = next.slice(0, isKnown ? LINES_UNDER_NAME : LINES_TO_ROW).findIndex(hasRowNumbers);
  if (row === -1 || next.slice(0, row + 1).some(({ texts }) => texts.organ !== undefined)) return false;
  if (isKnown) return !(isBesideFirst(line, first, columns) && standsUnder(line, next));
  if (isOverCodes(line, next[row]!, columns)) return true;
  const piece = line.line.pieces[0]!;
  return (
    spansColumns(line.line, columns) &&
    first !== undefined &&
    piece.start < first.end &&
    piece.end > first.end &&
    !touchesSecond(line.line, next, first) &&
    !isPartOfValue(line.texts[first.name ?? ""] ?? "", first.name ?? "", vocabulary)
  );
}

/** Whether a text is a line of what its column is known to print. */
function isPartOfValue(text: string, key: string, vocabulary: LabelVocabulary): boolean {
  const words = foldWords(text);
  return (
    words !== "" && vocabulary.valuesOf(key).some((value) => ` ${value.join(" ")} `.includes(` ${words} `))
  );
}

/** Whether two texts that touch fill the first two columns: the second begins right where those of the lines below do. */
function touchesSecond(line: Line, next: readonly LayoutLine[], first: Slot): boolean {
  const second = ({ pieces }: Line) =>
    pieces.flatMap(wordsOf).find(({ start, end }) => (start + end) / 2 >= first.end)?.start;
  return next.slice(0, LINES_TO_ROW).some((other) => second(other.line) === second(line));
}

/** Whether a text stands in another column than that of organs, or where there is none, than the first. */
function isBesideFirst(
  { line, texts }: LayoutLine,
  first: Slot | undefined,
  columns: readonly Column[],
): boolean {
  if (hasOrgans(columns)) return texts.organ === undefined;
  return first !== undefined && line.pieces[0]!.start >= first.end;
}

/** Whether a text begins right where one of the lines below does: it is the end of a text of that column. */
function standsUnder({ line }: LayoutLine, next: readonly LayoutLine[]): boolean {
  const start = line.pieces[0]!.start;
  return next
    .slice(0, LINES_TO_ROW)
    .some((other) => other.line.pieces.some((piece) => piece.start === start));
}

/** Whether a lone name stands where the row below prints its code, in a table that has no column for organs. */
function isOverCodes({ line }: LayoutLine, row: LayoutLine, columns: readonly Column[]): boolean {
  if (hasOrgans(columns) || columns[0]?.name !== "code" || line.pieces.length > 1) return false;
  const [name, code] = [line.pieces[0]!, row.line.pieces[0]!];
  const isOver = name.start <= code.start && name.end > code.start;
  return isOver && /^\p{Lu}\D*$/u.test(name.text) && /\d/.test(row.texts.code ?? "");
}

/**
 * Lines that may be bands and cannot be told from the first line of a wrapped text: in a table that begins with
 * its activities, a line over a row's numbers after which the text begins anew.
 */
export function mayBeBands(
  lines: readonly LayoutLine[],
  anchor: number,
  keys: readonly string[],
): LayoutLine[] {
  if (keys.includes("organ") || keys[0] !== "activity") return [];
  return lines.slice(0, anchor).filter(({ texts }, i) => {
    const below = lines.slice(i + 1).find((line) => line.texts.activity !== undefined)?.texts.activity;
    return texts.activity !== undefined && /^\p{Lu}/u.test(texts.activity) && /^\p{Lu}/u.test(below ?? "");
  });
}
