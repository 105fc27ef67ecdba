import { goesOn } from "../text/wrapped-text.ts";
import { cellText } from "./cell-text.ts";
import type { PlacedLine } from "./place-words.ts";
import { heightOf, heights, type RowLines } from "./row-lines.ts";

/** Where the texts of columns without lines stand: amid the rows of each, or beside the first of them. */
export type LabelPlaces = Map<string, "amid" | "top">;

/** How far, in distances between rows, a text in the middle of its rows may seem to stand off it, as these differ in height. */
const OFF_MIDDLE = 0.4;
/** So many ways to part rows are looked at together: rows that differ in height leave few. */
const MAX_WAYS = 8;

/** A text of a column: the rows beside which its lines stand, the last excluded, and the y of its first line and last. */
interface LabelText {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Whether the texts of a column without lines may each stand in the middle of several rows. Where the first row has
 * none, that of the first text tells; else all of them, as texts beside the first of their rows hardly stand in the
 * middle of any.
 */
export function mayStandAmid(lines: readonly (readonly PlacedLine[])[], rows: readonly RowLines[]): boolean {
  const alone = lines.flatMap((own, k) => (own.length > 0 ? [toText(own, k, k + 1)] : []));
  // The lines of a text may stand beside two rows.
  const joined: LabelText[] = [];
  for (const text of alone) {
    const last = joined.at(-1);
    const isNext = last?.to === text.from && isOneText([...lines[last.to - 1]!, ...lines[text.from]!]);
    if (isNext) joined[joined.length - 1] = { ...last, to: text.to, last: text.last };
    else joined.push(text);
  }
  return [alone, joined].some((texts) => areAmid(texts, rows));
}

function toText(own: readonly PlacedLine[], from: number, to: number): LabelText {
  return { from, to, first: own[0]!.y, last: own.at(-1)!.y };
}

function areAmid(texts: readonly LabelText[], rows: readonly RowLines[]): boolean {
  const at = rows.map(heightOf);
  /** The first line of each row and the last, whatever their column. */
  const extents = rows.map(({ lines }) =>
    heights(lines).reduce<[number, number]>(
      ([first, last], y) => [Math.min(first, y), Math.max(last, y)],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    ),
  );
  const gapAt = (k: number) => Math.max((at[k + 1] ?? at[k]!) - at[k]!, at[k]! - (at[k - 1] ?? at[k]!));
  /** Past which rows those of a text may end that begin at some row. */
  const endsOf = (n: number, start: number): number[] => {
    const { from, to, first, last } = texts[n]!;
    const next = texts[n + 1]?.from ?? rows.length;
    const rowsUnder = Array.from({ length: next - to + 1 }, (_, i) => to - 1 + i);
    const isAmid = (end: number) =>
      Math.abs((first + last - extents[start]![0] - extents[end]![1]) / 2) <= OFF_MIDDLE * gapAt(end);
    return start > from ? [] : rowsUnder.filter(isAmid).map((end) => end + 1);
  };
  if (texts[0]?.from !== 0) return texts.length > 0 && endsOf(0, 0).length > 0;
  let starts = [0];
  for (const n of texts.keys()) {
    starts = [...new Set(starts.flatMap((start) => endsOf(n, start)))].slice(0, MAX_WAYS);
  }
  return starts.includes(rows.length);
}

/** Doubts rows without a text of a column, and those that may share one of which a line stands beside each. */
export function doubtAmid(texts: readonly (readonly PlacedLine[])[], rows: readonly RowLines[]): void {
  for (const [k, row] of rows.entries()) {
    const isShared = [k - 1, k + 1].some(
      (other) => (texts[other]?.length ?? 0) > 0 && isOneText([...texts[k]!, ...texts[other]!]),
    );
    if (texts[k]!.length === 0 || isShared) row.isTextUnsure = true;
  }
}

/** Doubts rows beside each other of which the text of the lower one goes on from that of the upper: they may share it. */
export function doubtShared(texts: readonly (readonly PlacedLine[])[], rows: readonly RowLines[]): void {
  for (const [k, row] of rows.entries()) {
    const [upper, lower] = [texts[k - 1] ?? [], texts[k]!];
    if (upper.length === 0 || lower.length === 0 || !isOneText([...upper, ...lower])) continue;
    if (goesOn(cellText(lower.flatMap(({ cells }) => cells.flat()))))
      [rows[k - 1]!.isTextUnsure, row.isTextUnsure] = [true, true];
  }
}

/** Lines of one text stand at most this far apart, in heights of the font. */
export const NEXT_LINE = 1.8;

/** Whether lines of a column are near enough to each other to be those of one text. */
export function isOneText(lines: readonly PlacedLine[]): boolean {
  const sorted = lines.toSorted((a, b) => a.y - b.y);
  return sorted.every(({ y, size }, i) => i === 0 || y - sorted[i - 1]!.y <= NEXT_LINE * size);
}
