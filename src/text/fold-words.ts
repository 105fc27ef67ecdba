import { fold } from "./fold.ts";

const folds = new Map<string, readonly string[]>();

/** Words repeat: a table has few different ones. The store is emptied when a text has too many. */
const MAX_STORED = 20_000;

/** What one printed word folds to: none, one or several words. Remembers its answers; `fold` is slow on long texts. */
export function foldWord(word: string): readonly string[] {
  const known = folds.get(word);
  if (known !== undefined) return known;
  if (folds.size >= MAX_STORED) folds.clear();
  const folded = fold(word);
  const words = folded === "" ? [] : folded.split(" ");
  folds.set(word, words);
  return words;
}

/** The same as `fold`, word by word. */
export function foldWords(text: string): string {
  return text.split(/\s+/).flatMap(foldWord).join(" ");
}
