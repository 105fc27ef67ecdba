import { breaksOff, goesOn } from "../text/wrapped-text.ts";
import { agreeOnAlignment } from "./agree-on-alignment.ts";
import { assignLines, findMisfits, type LineTexts } from "./assign-lines.ts";
import { cellText } from "./cell-text.ts";
import { NEXT_LINE } from "./label-places.ts";
import type { PlacedLine } from "./place-words.ts";
import type { PlacedColumn } from "./region.ts";
import { heightOf, heights, onlyColumn, type RowLines } from "./row-lines.ts";
import { nearest } from "./spread-merged.ts";
import { partTexts } from "./text-lines.ts";

/** What stands this near under the last line of a table, in heights of the font, is the upper part of a parted row. */
export const LAST_PART = 2.5;
/** Numbers whose baselines are nearer than this, in heights of the font, are those of one row. */
const SAME_ROW = 0.8;

/** Lines of numbers that stand so near to each other that they are one row. */
export function mergeNear(lines: readonly PlacedLine[]): PlacedLine[] {
  const merged: PlacedLine[] = [];
  for (const line of lines) {
    const last = merged.at(-1);
    if (last === undefined || line.y - last.y > SAME_ROW * Math.min(line.size, last.size)) merged.push(line);
  }
  return merged;
}

/** Rows parted by lines or shades; a stretch that holds several rows is parted by its numbers. */
export function groupBands(
  lines: readonly PlacedLine[],
  separators: readonly number[],
  columns: readonly PlacedColumn[],
  mayGoOn: boolean,
): RowLines[] {
  const rows: RowLines[] = [];
  const stretches = toStretches(lines, separators);
  // Where lines or shades part names over rows from these, what stands close over numbers is none, such as the first
  // line of a code's name.
  const areParted = stretches.some(({ held }) => held.every(({ isBand }) => isBand));
  for (const [k, { top, bottom, held }] of stretches.entries()) {
    const inside = bottom === Number.POSITIVE_INFINITY ? untilGap(held) : held;
    const anchors = mergeNear(inside.filter(({ values }) => values > 0));
    // Under the last line or shade there is no table any more, unless rows go on.
    const isOutside =
      bottom === Number.POSITIVE_INFINITY && inside[0]!.y - top >= LAST_PART * inside[0]!.size;
    const isFirst = mayGoOn && rows.length === 0;
    // Where other names stand so, a text alone between two lines is one, whatever column it stands under; else it may be.
    if (k > 0 && k < stretches.length - 1 && isLoneText(held) && !held[0]!.isBand) {
      const lines = [{ ...held[0]!, isBand: areParted }];
      const doubts = areParted ? {} : { isOrganUnsure: true, isTextUnsure: true };
      rows.push({ anchor: null, lines, isBand: areParted, ...doubts });
      continue;
    }
    if (anchors.length > 1 || (isFirst && anchors[0]?.isTotal === true))
      rows.push(...groupRows(inside, columns, isFirst));
    else if (anchors.length > 0 || !isOutside) {
      const isWhole = areParted && anchors.length > 0 && bottom !== Number.POSITIVE_INFINITY;
      const mayBePart = (line: PlacedLine, i: number) => isWhole && isNearNext(line, inside[i + 1]);
      const isName = (line: PlacedLine, i: number) => line.isBand === true && !mayBePart(line, i);
      const found = inside
        .filter(isName)
        .map((line): RowLines => ({ anchor: null, lines: [line], isBand: true }));
      const rest = inside.filter((line, i) => !isName(line, i));
      // A name may stand as near to the row under it all the same.
      const isUnsure = rest.some(({ isBand }) => isBand);
      if (rest.length > 0)
        found.push({
          anchor: anchors[0] ?? null,
          lines: rest,
          isBand: false,
          ...(isUnsure && { isTextUnsure: true, isOrganUnsure: true }),
        });
      // What is signed under the last row names none.
      rows.push(...found.sort((a, b) => heightOf(a) - heightOf(b)));
    }
  }
  return rows;
}

/** Whether a line is as near to the next one as lines of one text are. */
function isNearNext(line: PlacedLine, next: PlacedLine | undefined): boolean {
  return next !== undefined && next.y - line.y <= NEXT_LINE * line.size;
}

/** Whether all that stands between two lines or shades is one text on one line, without numbers. */
function isLoneText([line, ...others]: readonly PlacedLine[]): boolean {
  return line !== undefined && others.length === 0 && line.values === 0 && partTexts(line.words).length === 1;
}

/** The lines between each two lines or shades, and those under the last one. */
function toStretches(
  lines: readonly PlacedLine[],
  separators: readonly number[],
): { readonly top: number; readonly bottom: number; readonly held: readonly PlacedLine[] }[] {
  let next = 0;
  return separators
    .map((top, i) => {
      const bottom = separators[i + 1] ?? Number.POSITIVE_INFINITY;
      while (next < lines.length && middle(lines[next]!) < top) next++;
      const held: PlacedLine[] = [];
      while (next < lines.length && middle(lines[next]!) < bottom) held.push(lines[next++]!);
      return { top, bottom, held };
    })
    .filter(({ held }) => held.length > 0);
}

/**
 * The lines of rows that nothing ends: what stands far under their last numbers is a note, or another table, unless it
 * names the organ of rows on the next page.
 */
function untilGap(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const last = lines.findLastIndex(({ values }) => values > 0);
  const end = lines.findIndex(
    ({ y, size }, i) => last !== -1 && i > last && y - lines[i - 1]!.y >= LAST_PART * size,
  );
  return end === -1 ? lines : lines.filter(({ isBand }, i) => i < end || isBand);
}

function middle({ y, size }: PlacedLine): number {
  return y - size / 3;
}

/** What stands under the last numbers, this much further from the line above than lines of one text do, may be a note. */
const NOTE_APART = 1.4;
/** Lines nearer to the last numbers than this, in heights of the font, are of their row. */
const NOTE_BELOW = 1.6;

/** The lines of a column without those under the table that may be a note, and none of its rows' texts. */
function withoutNote(lines: readonly PlacedLine[], last: PlacedLine): readonly PlacedLine[] {
  const gaps = lines.slice(1).map(({ y }, i) => y - lines[i]!.y);
  const pitch = gaps.reduce(
    (least, gap) => (gap > 0 ? Math.min(least, gap) : least),
    Number.POSITIVE_INFINITY,
  );
  const note = lines.findIndex(
    ({ y, size }, i) => i > 0 && y - last.y > NOTE_BELOW * size && gaps[i - 1]! > NOTE_APART * pitch,
  );
  return note === -1 ? lines : lines.slice(0, note);
}

/**
 * Whether a text stands over the numbers of a total, in a column in which the total has no text: it is that of a row
 * before.
 */
function isOverTotal({ y, size, cells }: PlacedLine, row: RowLines | undefined): boolean {
  const anchor = row?.anchor;
  if (anchor?.isTotal !== true || anchor.y - y <= SAME_ROW * size) return false;
  return cells.every((words, i) => words.length === 0 || anchor.cells[i]!.length === 0);
}

/** Whether a row prints texts under the line of its numbers: what stands under the name of a total may be a note. */
function isLonger({ anchor, lines }: RowLines): boolean {
  return lines.some(({ y, size }) => y - anchor!.y > SAME_ROW * size);
}

function whatIsKnown(lines: readonly PlacedLine[]): LineTexts {
  const texts = lines.map(({ cells }) => cellText(cells.flat()));
  return {
    begins: (k) => lines[k]!.isTotal === true,
    goesOn: (k) => goesOn(texts[k]!) || breaksOff(texts[k - 1] ?? ""),
  };
}

/** Rows that only their distances part: the texts of each column go to the numbers that they stand beside. */
export function groupRows(
  printed: readonly PlacedLine[],
  columns: readonly PlacedColumn[],
  mayGoOn: boolean,
): RowLines[] {
  const lines = untilGap(printed);
  const anchors = mergeNear(lines.filter(({ values }) => values > 0));
  const bands = lines.filter(({ isBand }) => isBand);
  const rows = anchors.map((anchor): RowLines => ({ anchor, lines: [], isBand: false }));
  const rest: RowLines = { anchor: null, lines: [], isBand: false };
  const at = heights(anchors);
  const ofColumns = columns.map((_, i) =>
    lines.filter(({ cells, isBand }) => cells[i]!.length > 0 && !isBand).map((line) => onlyColumn(line, i)),
  );
  const give = (line: PlacedLine, row: number) => (rows[row] ?? rest).lines.push(line);
  const doubt = (row: number | undefined) => {
    const doubted = rows[row ?? -1];
    if (doubted !== undefined) doubted.isTextUnsure = true;
  };
  for (const [i, { kind }] of columns.entries()) {
    if (kind === "cell") for (const line of ofColumns[i]!) give(line, nearest(anchors, line.y));
  }
  const texts = ofColumns.filter((_, i) => columns[i]!.kind !== "cell");
  const assign = (own: readonly PlacedLine[]) => assignLines(heights(own), at, mayGoOn, whatIsKnown(own));
  const assigned = agreeOnAlignment(texts.map(assign), anchors.length);
  for (const [i, own] of texts.entries()) {
    const given = assigned[i]!.rows.map((row, k) => (mayGoOn && isOverTotal(own[k]!, rows[row]) ? -1 : row));
    for (const [k, line] of own.entries()) give(line, given[k]!);
    for (const row of assigned[i]!.unsure) doubt(row);
    const { alignment } = assigned[i]!;
    for (const row of findMisfits(heights(own), at, given, alignment, own[0]?.size ?? 1)) doubt(row);
    const without = withoutNote(own, anchors.at(-1)!);
    if (without.length === own.length) continue;
    const [otherwise] = assign(without);
    for (const [k, row] of given.entries()) {
      if (otherwise.rows[k] === row) continue;
      doubt(row);
      doubt(otherwise.rows[k]);
    }
  }
  if (rest.lines.length > 0) rows.unshift(rest);
  for (const row of rows) if (row.anchor?.isTotal === true && isLonger(row)) row.isTextUnsure = true;
  const all = [...rows, ...bands.map((line): RowLines => ({ anchor: null, lines: [line], isBand: true }))];
  return all.sort((a, b) => heightOf(a) - heightOf(b));
}
