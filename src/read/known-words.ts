import { foldWord } from "../text/fold-words.ts";

/** A printed word and what it folds to: none, one or several words. */
export interface Word {
  readonly text: string;
  readonly folded: readonly string[];
}

/** Parts a text into its words. */
export function toWords(text: string): Word[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => ({ text: word, folded: foldWord(word) }));
}

export function joinWords(words: readonly Word[]): string {
  return words.map((word) => word.text).join(" ");
}

/**
 * How many of the words, from `from` on, print the beginning of `wanted` from `at` on: the printed words
 * taken and the wanted words found. A printed word is taken whole or not at all.
 */
export function matchRun(
  words: readonly Word[],
  from: number,
  wanted: readonly string[],
  at: number,
): { taken: number; found: number } {
  let taken = 0;
  let found = 0;
  while (from + taken < words.length && at + found < wanted.length) {
    const { folded } = words[from + taken]!;
    if (folded.some((part, i) => wanted[at + found + i] !== part)) break;
    taken++;
    found += folded.length;
  }
  return { taken, found };
}

/** The number of words, from `from` on, that print one of the values; 0 where none does. Values come longest first. */
export function matchAt(
  words: readonly Word[],
  from: number,
  values: readonly (readonly string[])[],
): number {
  for (const value of values) {
    const { taken, found } = matchRun(words, from, value, 0);
    if (found === value.length) return taken;
  }
  return 0;
}

/** The number of words, up to the end, that print one of the values; 0 where none does. */
export function matchEnd(words: readonly Word[], values: readonly (readonly string[])[]): number {
  for (const value of values) {
    // A value may be printed with signs between, which fold to nothing.
    for (let count = Math.min(words.length, value.length + 2); count >= 1; count--) {
      const { taken, found } = matchRun(words, words.length - count, value, 0);
      if (taken === count && found === value.length) return count;
    }
  }
  return 0;
}
