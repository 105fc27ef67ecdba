import { median } from "../rules/median.ts";

/** How the texts of a column stand beside the numbers of their row. */
export type Alignment = "top" | "middle" | "bottom";

const ALIGNMENTS: readonly Alignment[] = ["middle", "top", "bottom"];

/** A text of a row has no more lines. */
const MAX_LINES = 40;
/** What it costs, in line heights, that a row prints no text in the column. */
const BLANK = 0.6;
/** What a line further from the one before it costs, for each line height: texts of one cell stand close. */
const LOOSE = 3;
/** What it costs to part two lines that stand as close as those of one text. */
const TIGHT = 0.3;
/** What it costs, in line heights, that the first lines are the end of a row on the page before. */
const REST = 0.4;
/** Lines this much further apart than the closest ones, as a share, are not close. */
const CLOSE = 1.06;
/** What it costs, in line heights, that a text begins with a line that seems to go on with another. */
const CUT = 0.5;
/** Alignments that cost this much more than the best are none, in line heights for each row, and at least in all. */
const CLEAR = 0.02;
const MIN_CLEAR = 0.25;

/** Readings that cost more than this are left aside at first, and then than so many times as much. */
const FIRST_LIMIT = 4;
const NEXT_LIMIT = 8;
const MAX_LIMIT = 1e6;

/** For each line of a column the row it belongs to, −1 for that on the page before, and what speaks against it, in line heights. */
export interface Assigned {
  readonly rows: readonly number[];
  readonly alignment: Alignment;
  readonly cost: number;
}

/** What is known of lines by what they say. */
export interface LineTexts {
  /** Whether a line is the first of its text, such as TOTAL. */
  readonly begins: (line: number) => boolean;
  /** Whether a line goes on with a text, such as one that begins with a small letter. */
  readonly goesOn: (line: number) => boolean;
}
const NOTHING_KNOWN: LineTexts = { begins: () => false, goesOn: () => false };

/**
 * Gives the lines of text in one column to rows, from top to bottom: each row takes lines that follow each other and
 * stand beside its numbers, all in one alignment.
 *
 * @param lines the y of each line's baseline, ascending
 * @param anchors the y of each row's numbers, ascending
 * @param mayGoOn whether the first lines may be the end of a row on the page before
 * @returns what each alignment makes of the lines, those first that cost least; some that cost much more are left out
 */
export function assignLines(
  lines: readonly number[],
  anchors: readonly number[],
  mayGoOn = false,
  texts = NOTHING_KNOWN,
): [Assigned, ...Assigned[]] {
  const gaps = lines.slice(1).map((y, i) => y - lines[i]!);
  const pitch =
    gaps.length === 0
      ? anchorPitch(anchors)
      : gaps.filter((gap) => gap > 0).reduce((least, gap) => Math.min(least, gap), Number.POSITIVE_INFINITY);
  const loose = lines.map((_, i) =>
    texts.begins(i) ? Number.POSITIVE_INFINITY : looseness(lines, i, pitch),
  );
  const cut = lines.map((_, i) => (texts.goesOn(i) ? CUT : 0));
  for (let limit = FIRST_LIMIT; ; limit *= NEXT_LIMIT) {
    const found = ALIGNMENTS.map((alignment) =>
      align(lines, anchors, alignment, pitch, loose, cut, mayGoOn, limit),
    ).sort((a, b) => a.cost - b.cost) as [Assigned, ...Assigned[]];
    if (found[0].cost + clearCost(anchors.length) < limit || limit > MAX_LIMIT) return found;
  }
}

/** How much more, in line heights, an alignment of so many rows costs than the best one if it is none. */
export function clearCost(rows: number): number {
  return Math.max(MIN_CLEAR, CLEAR * rows);
}

function anchorPitch(anchors: readonly number[]): number {
  return Math.max(1, Math.min(10, ...anchors.slice(1).map((y, i) => y - anchors[i]!)));
}

function align(
  lines: readonly number[],
  anchors: readonly number[],
  alignment: Alignment,
  pitch: number,
  loose: readonly number[],
  cut: readonly number[],
  mayGoOn: boolean,
  limit: number,
): Assigned {
  const n = lines.length;
  // best[i]: the least cost at which the rows so far take the first i lines; taken[k][i]: how many the row k then took.
  let best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  best[0] = 0;
  for (let to = 1, cost = REST; mayGoOn && to <= n; to++) {
    if (to > 1) cost += loose[to - 1]!;
    best[to] = cost;
  }
  const taken: Int32Array[] = [];
  for (const y of anchors) {
    const next = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const took = new Int32Array(n + 1);
    for (let from = 0; from <= n; from++) {
      const before = best[from]!;
      if (before >= limit) continue;
      if (before + BLANK < next[from]!) {
        next[from] = before + BLANK;
        took[from] = 0;
      }
      let parted = before + (cut[from] ?? 0);
      if (from > 0 && from < n && lines[from]! - lines[from - 1]! <= pitch * CLOSE) parted += TIGHT;
      const last = Math.min(n, from + MAX_LINES);
      for (let to = from + 1; to <= last; to++) {
        if (to - from > 1) parted += loose[to - 1]!;
        if (parted >= limit) break;
        const cost = parted + Math.abs(placeOf(lines[from]!, lines[to - 1]!, alignment) - y) / pitch;
        if (cost < next[to]!) {
          next[to] = cost;
          took[to] = to - from;
        }
      }
    }
    taken.push(took);
    best = next;
  }
  const rows = new Array<number>(n).fill(-1);
  let i = n;
  for (let row = anchors.length - 1; row >= 0; row--) {
    const count = taken[row]![i]!;
    rows.fill(row, i - count, i);
    i -= count;
  }
  return { rows, alignment, cost: best[n]! };
}

/** The y of a text from its first line to its last that is to stand beside its numbers. */
function placeOf(first: number, last: number, alignment: Alignment): number {
  return alignment === "top" ? first : alignment === "bottom" ? last : (first + last) / 2;
}

/** Texts stand this far, in heights of their lines, from where the others of their column do only if they are not whole. */
const MISFIT = 0.45;
/** Where more than this share of texts stand otherwise, their column stands in some way of its own. */
const MAX_MISFITS = 0.2;

/**
 * The rows whose text in a column stands otherwise beside its numbers than those of the other rows, and those beside
 * them: part of the text is on another page, or one row has lines of the other.
 *
 * @param rows for each line its row
 */
export function findMisfits(
  lines: readonly number[],
  anchors: readonly number[],
  rows: readonly number[],
  alignment: Alignment,
  pitch: number,
): number[] {
  const texts = [...Map.groupBy(rows.keys(), (line) => rows[line]!)].filter(([row]) => row !== -1);
  const offsets = texts.map(
    ([row, own]) => placeOf(lines[own[0]!]!, lines[own.at(-1)!]!, alignment) - anchors[row]!,
  );
  const usual = median(offsets);
  const misfits = texts.flatMap(([row], i) => (Math.abs(offsets[i]! - usual) > MISFIT * pitch ? [row] : []));
  return misfits.length <= MAX_MISFITS * texts.length
    ? misfits.flatMap((row) => [row - 1, row, row + 1])
    : [];
}

/** What it costs that a line goes on with the one before it. */
function looseness(lines: readonly number[], i: number, pitch: number): number {
  return i === 0 ? 0 : (LOOSE * Math.max(0, lines[i]! - lines[i - 1]! - pitch)) / pitch;
}
