import { joinWords, matchAt, matchEnd, matchRun, toWords, type Word } from "./known-words.ts";
import type { LabelVocabulary } from "./label-vocabulary.ts";

/** Labels told from each other by what they say. */
export interface SplitLabels {
  readonly labels: Readonly<Record<string, string>>;
  /** Columns with known values in which none was found. */
  readonly missing: number;
  /** Whether the first column begins below the first line: its cell is lower than another's, or the line is not its row's. */
  readonly late: boolean;
}

/**
 * Splits the printed text of a row whose column marks are gone. Columns with known values are found by them:
 * from the front (organ, category), the last one just before the numbers (unit); what is left is the free
 * column. A text may be broken over lines cell by cell, or line by line across all cells; both are tried.
 *
 * @param lines the text of the row, line by line, without its numbers
 * @param anchor index of the line on which the numbers begin
 * @param keys the label columns in print order
 */
export function splitLabels(
  lines: readonly string[],
  anchor: number,
  keys: readonly string[],
  vocabulary: LabelVocabulary,
): SplitLabels {
  const labels: Record<string, string> = {};
  let words = lines.map(toWords);
  let others = keys;
  let missing = 0;
  const last = keys.at(-1);
  if (last !== undefined && vocabulary.knows(last)) {
    others = keys.slice(0, -1);
    const line = words[anchor] ?? [];
    const count = matchEnd(line, vocabulary.valuesOf(last));
    if (count === 0) missing++;
    else {
      labels[last] = joinWords(line.slice(-count));
      words = words.map((other, i) => (i === anchor ? line.slice(0, -count) : other));
    }
  }
  let split = splitFront([words.flat()], others, vocabulary);
  if (split.missing > 0 && lines.length > 1) {
    const woven = splitFront(words, others, vocabulary);
    if (woven.missing < split.missing) split = woven;
  }
  const found: Record<string, string> = { ...split.labels, ...labels };
  const inOrder = keys.flatMap((key) => (found[key] === undefined ? [] : [[key, found[key]] as const]));
  return { labels: Object.fromEntries(inOrder), missing: missing + split.missing, late: split.late };
}

/** The labels told apart so far, and what is left of the text. */
interface Progress {
  readonly labels: Readonly<Record<string, string>>;
  /** Columns without known values, in print order. */
  readonly free: readonly string[];
  /** The column that text before the next known value belongs to: a free one, or one whose value is not known. */
  readonly holder: string | null;
  readonly rest: readonly Word[][];
  readonly missing: number;
  readonly late: boolean;
}

function splitFront(
  lines: readonly Word[][],
  keys: readonly string[],
  vocabulary: LabelVocabulary,
): SplitLabels {
  const start: Progress = { labels: {}, free: [], holder: null, rest: lines, missing: 0, late: false };
  const { labels, free, rest, missing, late } = takeKeys(start, keys, vocabulary);
  const text = joinWords(rest.flat());
  const unused = free.find((key) => labels[key] === undefined);
  const target = free.includes("activity") ? "activity" : (unused ?? keys[0]);
  if (text === "" || target === undefined) return { labels, missing, late };
  const whole = labels[target] === undefined ? text : `${labels[target]} ${text}`;
  return { labels: { ...labels, [target]: whole }, missing, late };
}

/** Takes the columns one after the other; where one can be taken in several ways, the way that suits the others. */
function takeKeys(progress: Progress, keys: readonly string[], vocabulary: LabelVocabulary): Progress {
  const [key, ...others] = keys;
  if (key === undefined) return progress;
  if (!vocabulary.knows(key)) {
    return takeKeys({ ...progress, free: [...progress.free, key], holder: key }, others, vocabulary);
  }
  let best: Progress | null = null;
  for (const cut of findCuts(progress, vocabulary.valuesOf(key))) {
    const labels = { ...progress.labels, [key]: cut.value };
    if (cut.before !== "" && progress.holder !== null) labels[progress.holder] = cut.before;
    const holder = progress.free.at(-1) ?? null;
    const late = progress.late || (Object.keys(progress.labels).length === 0 && cut.late);
    const taken = takeKeys({ ...progress, labels, holder, rest: cut.rest, late }, others, vocabulary);
    if (best === null || taken.missing < best.missing) best = taken;
    if (best.missing === progress.missing) return best;
  }
  if (best !== null) return best;
  const lost = { ...progress, holder: progress.holder ?? key, missing: progress.missing + 1 };
  return takeKeys(lost, others, vocabulary);
}

/** A value found among the words, the free text before it, and the words left. */
interface Cut {
  readonly value: string;
  readonly before: string;
  /** Whether the first line, which has words, gives none of it. */
  readonly late: boolean;
  readonly rest: readonly Word[][];
}

function findCuts({ free, holder, rest }: Progress, values: readonly (readonly string[])[]): Cut[] {
  const atStart = free.length === 0 ? cutStart(rest, values) : [];
  if (atStart.length > 0 || holder === null) return atStart;
  const inside = cutInside(rest, values);
  return inside === null ? [] : [inside];
}

/** More ways of taking one value than this are not tried. */
const MAX_WAYS = 8;

/** Takes a value off the front of the lines; a line gives what it prints of the value, and the next goes on. */
function cutStart(lines: readonly Word[][], values: readonly (readonly string[])[]): Cut[] {
  const cuts: Cut[] = [];
  for (const value of values) {
    for (const counts of findWays(lines, value)) {
      const taken = lines.flatMap((line, i) => line.slice(0, counts[i] ?? 0));
      cuts.push({
        value: joinWords(taken),
        before: "",
        late: counts[0] === 0 && lines[0]!.length > 0,
        rest: lines.map((line, i) => line.slice(counts[i] ?? 0)),
      });
      if (cuts.length >= MAX_WAYS) return cuts;
    }
  }
  return cuts;
}

/** The ways in which the lines, each from its front, print a value: how many words each line gives. */
function findWays(lines: readonly Word[][], value: readonly string[], line = 0, at = 0): number[][] {
  if (at === value.length) return [[]];
  if (line === lines.length) return [];
  const ways: number[][] = [];
  const most = matchRun(lines[line]!, 0, value, at).taken;
  for (let count = most; count >= 0 && ways.length < MAX_WAYS; count--) {
    const found = lines[line]!.slice(0, count).reduce((sum, word) => sum + word.folded.length, 0);
    for (const way of findWays(lines, value, line + 1, at + found)) ways.push([count, ...way]);
  }
  return ways;
}

/** Takes the first value that stands anywhere in the text, and the text before it. */
function cutInside(lines: readonly Word[][], values: readonly (readonly string[])[]): Cut | null {
  const words = lines.flat();
  for (let i = 0; i < words.length; i++) {
    const count = matchAt(words, i, values);
    if (count === 0) continue;
    const before = joinWords(words.slice(0, i));
    return {
      value: joinWords(words.slice(i, i + count)),
      before,
      late: false,
      rest: [words.slice(i + count)],
    };
  }
  return null;
}
