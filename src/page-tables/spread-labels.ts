import type { Page, Ruling, Word } from "../document.ts";
import { firstFrom } from "../pdf/first-from.ts";
import { median } from "../rules/median.ts";
import { doubtAmid, doubtShared, isOneText, type LabelPlaces, mayStandAmid } from "./label-places.ts";
import type { PlacedLine } from "./place-words.ts";
import type { PlacedColumn } from "./region.ts";
import { heightOf, onlyColumn, type RowLines } from "./row-lines.ts";

/**
 * Gives the rows beside a merged cell its text, where lines between rows leave a column of labels out while they part what is
 * beside it. Rows with a text each keep their own, since some tables part their numbers alone. Where both may be, where
 * the text may begin on the page before, or the cell has none, the rows are doubted. The organ is none of these labels:
 * its name is read with the rows that the page does not show.
 *
 * @param mayGoOn whether the first rows may be those of a cell on the page before
 * @param places where the texts of columns without lines stand on earlier pages; noted here
 */
export function spreadLabels(
  rows: readonly RowLines[],
  columns: readonly PlacedColumn[],
  { horizontal }: Page,
  mayGoOn: boolean,
  places: LabelPlaces = new Map(),
): RowLines[] {
  const members = rows.filter(({ anchor, isBand }) => anchor !== null && anchor.isTotal !== true && !isBand);
  const numbers = columns.findIndex(({ kind }) => kind === "cell");
  const [left, right] = extentOf(
    members.flatMap(({ lines }) => lines.flatMap(({ cells }) => cells.slice(numbers).flat())),
  );
  // The frame of a stamp parts no rows.
  const level = horizontal.toSorted((a, b) => a.at - b.at);
  const parting = level.filter(
    ({ from, to }) => Math.min(to, right) - Math.max(from, left) >= PARTING_SHARE * (right - left),
  );
  /** The frame of a table parts none of its rows. */
  const isWhole = (lines: readonly Ruling[]) =>
    !members.slice(1).some((row, k) => isParted(lines, members[k]!, row));
  const isBare = isWhole(parting);
  const textsOf = (i: number) =>
    members.map(({ lines }) =>
      lines.filter(({ cells }) => cells[i]!.length > 0).map((line) => onlyColumn(line, i)),
    );
  /** For each row the lines that stand for those of some of its columns. */
  const given = new Map<RowLines, Map<number, readonly PlacedLine[]>>();
  for (const [i, { kind, name }] of columns.entries()) {
    if (kind === "cell" || name === "organ" || i > numbers) continue;
    const linesOf = (row: RowLines) => row.lines.filter(({ cells }) => cells[i]!.length > 0);
    const printed = members.flatMap(linesOf);
    const isBehindOrgan = columns.slice(0, i).some((column) => column.name === "organ");
    if (printed.length === 0) {
      // Where texts stand amid their rows, those of a page without one are of a text on another page.
      const isOpen = mayGoOn && places.has(name);
      if (isOpen && (places.get(name) === "amid" || isBehindOrgan))
        for (const row of members) row.isTextUnsure = true;
      else if (isOpen) doubtBehind(members, i);
      continue;
    }
    const x = median(printed.flatMap(({ cells }) => cells[i]!.map(({ box }) => (box[0] + box[2]) / 2)));
    const across = level.filter(({ from, to }) => from < x && x < to);
    const beside = parting.filter(({ from, to }) => x < from || to < x);
    // Numbers that their cells break make two rows of one, with no line at all between them: they share the cell as well.
    for (const group of groupBy(members, (above, row) => !isParted(across, above, row))) {
      if (!group.slice(1).some((row, k) => isParted(beside, group[k]!, row))) continue;
      const ownOf = (row: RowLines) => linesOf(row).map((line) => onlyColumn(line, i));
      const own = group.flatMap(ownOf);
      const [areOwn, isText] = [group.every((row) => standsBeside(row, ownOf(row))), isOneText(own)];
      if (areOwn && !isText) continue;
      for (const [k, row] of group.slice(1).entries()) {
        if (!isParted(beside, group[k]!, row)) [group[k]!.isTextUnsure, row.isTextUnsure] = [true, true];
      }
      // Lines as near as those of a text, each beside its row, may be either; texts apart are those of several cells.
      const isUnsure = areOwn || !isText || own.length === 0 || own.length > MAX_LINES;
      if (isUnsure || (mayGoOn && group[0] === members[0])) {
        for (const row of group) row.isTextUnsure = true;
        continue;
      }
      for (const row of group) given.set(row, (given.get(row) ?? new Map()).set(i, own));
    }
    // Without lines, a text that stands off its row's line, or ends there, may be that of a cell merged over it and blank ones.
    const blank = members.filter((row) => linesOf(row).length === 0);
    const ownLines = (row: RowLines) => linesOf(row).map((line) => onlyColumn(line, i));
    const isBesideBlank = members.some(
      (row) => linesOf(row).length === 1 && isOff(row, onlyColumn(linesOf(row)[0]!, i)),
    );
    const endsThere = members.some((row) => endsBeside(row, ownLines(row)));
    if (isWhole(across) && (isBesideBlank || endsThere)) for (const row of blank) row.isTextUnsure = true;
    if (isBare && !mayGoOn && blank.length > 0)
      places.set(name, mayStandAmid(textsOf(i), members) ? "amid" : "top");
    if (isBare && blank.length > 0 && places.get(name) === "amid") doubtAmid(textsOf(i), members);
    if (isBare) doubtShared(textsOf(i), members);
    // One behind a printed label does not stand for what is over it; yet it may be that of a merged cell.
    if (isBare) doubtBehind(blank, i);
    // So may be that of an organ whose name is on the page before.
    if (isBare && mayGoOn && blank.length > 0 && isBehindOrgan)
      for (const row of members.slice(
        0,
        members.findIndex((row) => linesOf(row).length > 0),
      ))
        row.isTextUnsure = true;
    // Two codes in one cell are those of two, and where these end nobody knows: organs were told by the heights of such rows.
    const areCodes = (row: RowLines) =>
      linesOf(row).length > 1 && linesOf(row).every(({ cells }) => isCode(cells[i]!));
    if (blank.length > 0 && members.some(areCodes)) for (const row of members) row.isTextUnsure = true;
  }
  return rows.map((row) => {
    const own = given.get(row);
    if (own === undefined) return row;
    const rest = row.lines
      .map((line) => ({ ...line, cells: line.cells.map((words, i) => (own.has(i) ? [] : words)) }))
      .filter(({ cells }) => cells.some((words) => words.length > 0));
    return { ...row, lines: [...rest, ...[...own.values()].flat()] };
  });
}

/** Whether one of some lines, from the top down, stands between two rows. */
function isParted(lines: readonly Ruling[], above: RowLines, row: RowLines): boolean {
  const [top, bottom] = [heightOf(above), heightOf(row)];
  for (let i = firstFrom(lines, top); i < lines.length && lines[i]!.at < bottom; i++)
    if (lines[i]!.at > top) return true;
  return false;
}

/** Doubts rows that print a label before some column. */
function doubtBehind(rows: readonly RowLines[], column: number): void {
  for (const row of rows) {
    const isPrinted = row.lines.some(({ cells }) => cells.slice(0, column).some(({ length }) => length > 0));
    if (isPrinted) row.isTextUnsure = true;
  }
}

/** Lines between rows reach over at least this share of their numbers. */
const PARTING_SHARE = 0.6;

/** Where words begin and end, from left to right. */
function extentOf(words: readonly Word[]): [left: number, right: number] {
  return words.reduce<[number, number]>(
    ([left, right], { box }) => [Math.min(left, box[0]), Math.max(right, box[2])],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

/** A text of one line beside the line of its row's numbers stands no further off it than this, in heights of the font. */
const BESIDE = 0.3;

/** A text has no more lines: each of its rows is given all of them. */
const MAX_LINES = 40;

/** Whether the numbers of a row stand beside its text: its first line, its middle or its last. */
function standsBeside(row: RowLines, lines: readonly PlacedLine[]): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return false;
  const middle = { ...first, y: (first.y + last.y) / 2 };
  return [first, middle, last].some((line) => !isOff(row, line));
}

/** AEI.05.02, AOI00100000012. */
const CODE = /^\p{Lu}{2,4}[.-]?[0-9][0-9.]*$/u;

/** Whether the last of several lines stands beside a row's numbers, and not what is over it. */
function endsBeside(row: RowLines, lines: readonly PlacedLine[]): boolean {
  return lines.length > 1 && standsBeside(row, lines.slice(-1)) && !standsBeside(row, lines.slice(0, -1));
}

function isCode(words: readonly Word[]): boolean {
  return words.length === 1 && CODE.test(words[0]!.text);
}

function isOff({ anchor }: RowLines, { y, size }: PlacedLine): boolean {
  return Math.abs(y - anchor!.y) > BESIDE * size;
}

/** Parts a list between neighbours that do not belong together. */
function groupBy<T>(items: readonly T[], areTogether: (a: T, b: T) => boolean): T[][] {
  const groups: T[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last !== undefined && areTogether(last.at(-1)!, item)) last.push(item);
    else groups.push([item]);
  }
  return groups;
}
