import { center, type Span } from "./span.ts";
import type { TextLine } from "./text-lines.ts";

/** Where texts begin and end, from left to right. */
interface Stretches {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A line with what is asked of it at every edge. */
export interface PrintedLine extends TextLine {
  readonly texts: Stretches;
  /** Where the last number begins, or what stands for one; minus infinity where there is none. */
  readonly lastValue: number;
}

/**
 * The place between two columns that fewest words print over: between the middles of two headers over texts,
 * between the numbers themselves. Before a place where most rows begin a text, words of a few may run over it.
 */
export function findEdge(
  left: Span,
  right: Span,
  isLeftNumber: boolean,
  isRightNumber: boolean,
  lines: readonly PrintedLine[],
  end: number,
): number {
  const from = isLeftNumber ? left.right : center(left);
  const to = isRightNumber ? right.left : center(right);
  if (to <= from) return (from + to) / 2;
  if (isLeftNumber && isRightNumber) return (from + to) / 2;
  const byWord = countOver(lines, from, to, eachWord);
  // Others say nothing of this edge.
  const isNear = (start: number, end: number) => start < to + SAME_PLACE && end > from - SAME_PLACE;
  const texts = new Map(lines.map((line) => [line, nearStretches(line.texts, isNear)]));
  const byText = countOver(lines, from, to, (line, add) => {
    const { starts, ends } = texts.get(line)!;
    for (let k = 0; k < starts.length; k++) add(starts[k]!, ends[k]!);
  });
  const rows = lines.filter(({ lastValue }) => lastValue > to);
  const byRow = countOver(rows, from, to, eachWord);
  const stops = [...new Set([from, ...byWord.keys(), ...byText.keys(), to])].sort((a, b) => a - b);
  const begins = startsAt(texts.values(), from, to);
  const after = lines.filter(({ words }) => words.some(({ box }) => box[0] > from && box[0] < end));
  const before = lines.filter(({ words }) => words.some(({ box }) => box[2] > from && box[0] < from));
  const startsOf = (line: PrintedLine) => texts.get(line)!.starts;
  const endsOf = (line: PrintedLine) => texts.get(line)!.ends;
  const isStartOfRows = areNear(rows.map(startsOf), MOST);
  const isWordOfRows = areNear(
    rows.map(({ words }) => words.map(({ box }) => box[0]).filter((x) => isNear(x, x))),
    MOST,
  );
  const isStartOfLines = areNear(after.map(startsOf), MOST);
  const isEndOfLines = areNear(before.map(endsOf), MIN_ENDS);
  // Where texts begin at the left edge of their column, the middle of its header may stand past all of them.
  const last = isRightNumber ? Number.POSITIVE_INFINITY : lastStart(lines, from, end);
  let best = {
    starts: 0,
    words: Number.POSITIVE_INFINITY,
    texts: 0,
    isEmpty: true,
    begins: 0,
    left: from,
    right: to,
  };
  let inRows = 0;
  let words = 0;
  let over = 0;
  for (const [i, at] of stops.slice(0, -1).entries()) {
    inRows += byRow.get(at) ?? 0;
    words += byWord.get(at) ?? 0;
    over += byText.get(at) ?? 0;
    const right = stops[i + 1]!;
    const mayStart = !isRightNumber && inRows <= MAX_OVERRUN * rows.length;
    const [areEnds, areWords] = [isEndOfLines(at), isWordOfRows(right)];
    const ofRows = isStartOfRows(right) || (areEnds && areWords);
    const gap = {
      starts: mayStart ? Number(ofRows) + 2 * Number(isStartOfLines(right)) : 0,
      words,
      texts: over,
      isEmpty: at > last,
      // Numbers begin where they will: a total's name beside the first of them is no start of their column.
      begins: isRightNumber ? 0 : (begins.get(right) ?? 0),
      left: at,
      right,
    };
    const [more] = [
      gap.starts - best.starts,
      best.words - words,
      Number(best.isEmpty) - Number(gap.isEmpty),
      best.texts - over,
      gap.begins - best.begins,
      gap.right - gap.left - (best.right - best.left),
    ].filter((difference) => difference !== 0);
    if ((more ?? 0) > 0) best = gap;
  }
  return (best.left + best.right) / 2;
}

/** Texts of at most this share of rows are printed over the edge of their column, as words that are wider than it. */
const MAX_OVERRUN = 0.2;
/** Texts that begin, or end, nearer to each other than this, in points, do so at one place. */
const SAME_PLACE = 0.8;
/** A column begins where more than this share of its lines begin, */
const MOST = 0.5;
/** and ends where more than this share end: the last line of a text is seldom full. */
const MIN_ENDS = 0.25;
/** Fewer words may stand at one place by chance. */
const MIN_ALIGNED = 3;

/**
 * Makes a function that says whether a share of lines have a text that begins, or ends, near a place, as those do that are
 * aligned with the edge of their column: a band's name may run over it, and the last word of a justified line may stand but a
 * space away from it. To be asked from left to right.
 */
function areNear(lines: readonly (readonly number[])[], share: number): (at: number) => boolean {
  const places = lines.flatMap((line, k) => line.map((x) => ({ x, k }))).sort((a, b) => a.x - b.x);
  const within = new Map<number, number>();
  let [first, next] = [0, 0];
  return (at) => {
    for (; next < places.length && places[next]!.x - at < SAME_PLACE; next++) {
      const { k } = places[next]!;
      within.set(k, (within.get(k) ?? 0) + 1);
    }
    for (; first < next && at - places[first]!.x >= SAME_PLACE; first++) {
      const { k } = places[first]!;
      const left = within.get(k)! - 1;
      if (left === 0) within.delete(k);
      else within.set(k, left);
    }
    return within.size >= MIN_ALIGNED && within.size > share * lines.length;
  };
}

/** How many texts begin at each place between two others: most do where a column begins at its left. */
function startsAt(texts: Iterable<Stretches>, from: number, to: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { starts } of texts)
    for (const x of starts) if (x > from && x < to) counts.set(x, (counts.get(x) ?? 0) + 1);
  return counts;
}

/** The stretches that reach near an edge. */
function nearStretches(
  { starts, ends }: Stretches,
  isNear: (start: number, end: number) => boolean,
): Stretches {
  const near = { starts: [] as number[], ends: [] as number[] };
  for (let k = 0; k < starts.length; k++) {
    if (!isNear(starts[k]!, ends[k]!)) continue;
    near.starts.push(starts[k]!);
    near.ends.push(ends[k]!);
  }
  return near;
}

/** The last place between two others where a word begins. */
function lastStart(lines: readonly TextLine[], from: number, end: number): number {
  const starts = lines.flatMap(({ words }) =>
    words.flatMap(({ box }) => (box[0] > from && box[0] < end ? [box[0]] : [])),
  );
  return starts.reduce((a, b) => Math.max(a, b), from);
}

type Add = (start: number, end: number) => void;

function eachWord({ words }: PrintedLine, add: Add): void {
  for (const { box } of words) add(box[0], box[2]);
}

/** How many more stretches begin than end at each place between two others. */
function countOver(
  lines: readonly PrintedLine[],
  from: number,
  to: number,
  eachStretch: (line: PrintedLine, add: Add) => void,
): Map<number, number> {
  const stops = new Map<number, number>();
  const count = (at: number, by: number) => stops.set(at, (stops.get(at) ?? 0) + by);
  const add: Add = (start, end) => {
    if (end <= from || start >= to) return;
    count(Math.max(from, start), 1);
    if (end < to) count(end, -1);
  };
  for (const line of lines) eachStretch(line, add);
  return stops;
}
