import { joinWords, matchAt, matchEnd, matchRun, toWords, type Word } from "./known-words.ts";
import type { LabelVocabulary } from "./label-vocabulary.ts";

/** Labels told from each other by what they say. */
export interface SplitLabels {
  readonly labels: Readonly<Record<string, string>>;
  /** Columns with known values in which none was found. */
  readonly missing: number;
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
  return { labels: Object.fromEntries(inOrder), missing: missing + split.missing };
}

function splitFront(
  lines: readonly Word[][],
  keys: readonly string[],
  vocabulary: LabelVocabulary,
): SplitLabels {
  const labels: Record<string, string> = {};
  const free: string[] = [];
  // The column that text before the next known value belongs to: a free one, or one whose value is not known.
  let holder: string | null = null;
  let rest = lines;
  let missing = 0;
  for (const key of keys) {
    if (!vocabulary.knows(key)) {
      free.push(key);
      holder = key;
      continue;
    }
    const values = vocabulary.valuesOf(key);
    const cut =
      (free.length === 0 ? cutStart(rest, values) : null) ??
      (holder === null ? null : cutInside(rest, values));
    if (cut === null) {
      missing++;
      holder ??= key;
      continue;
    }
    labels[key] = cut.value;
    if (cut.before !== "" && holder !== null) labels[holder] = cut.before;
    rest = cut.rest;
    holder = free.at(-1) ?? null;
  }
  const text = joinWords(rest.flat());
  const target = free.includes("activity")
    ? "activity"
    : (free.find((key) => labels[key] === undefined) ?? keys[0]);
  if (text !== "" && target !== undefined) {
    labels[target] = labels[target] === undefined ? text : `${labels[target]} ${text}`;
  }
  return { labels, missing };
}

/** A value found among the words, the free text before it, and the words left. */
interface Cut {
  readonly value: string;
  readonly before: string;
  readonly rest: readonly Word[][];
}

/** Takes a value off the front of the lines; a line gives what it prints of the value, and the next goes on. */
function cutStart(lines: readonly Word[][], values: readonly (readonly string[])[]): Cut | null {
  for (const value of values) {
    const taken: Word[] = [];
    const rest: Word[][] = [];
    let at = 0;
    for (const line of lines) {
      const run = at < value.length ? matchRun(line, 0, value, at) : { taken: 0, found: 0 };
      at += run.found;
      taken.push(...line.slice(0, run.taken));
      rest.push(line.slice(run.taken));
    }
    if (at === value.length && taken.length > 0) return { value: joinWords(taken), before: "", rest };
  }
  return null;
}

/** Takes the first value that stands anywhere in the text, and the text before it. */
function cutInside(lines: readonly Word[][], values: readonly (readonly string[])[]): Cut | null {
  const words = lines.flat();
  for (let i = 0; i < words.length; i++) {
    const count = matchAt(words, i, values);
    if (count === 0) continue;
    const before = joinWords(words.slice(0, i));
    return { value: joinWords(words.slice(i, i + count)), before, rest: [words.slice(i + count)] };
  }
  return null;
}
