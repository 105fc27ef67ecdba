import { fold } from "../text/fold.ts";

/**
 * Compiles phrases, each with a mark, into a search over the words of a folded text. A phrase is found where
 * its words stand together as whole words. One pass finds all of them, so the time grows with the text and not
 * with the number of phrases.
 */
export function createPhraseFinder<Mark>(
  phrases: Iterable<readonly [phrase: string, mark: Mark]>,
): (words: readonly string[]) => Set<Mark> {
  const byFirst = new Map<string, { words: readonly string[]; mark: Mark }[]>();
  for (const [phrase, mark] of phrases) {
    const words = fold(phrase).split(" ");
    const first = words[0]!;
    const same = byFirst.get(first);
    if (same === undefined) byFirst.set(first, [{ words, mark }]);
    else same.push({ words, mark });
  }
  return (text) => {
    const found = new Set<Mark>();
    for (let i = 0; i < text.length; i++) {
      const phrases = byFirst.get(text[i]!);
      if (phrases === undefined) continue;
      for (const { words, mark } of phrases) {
        if (words.every((part, j) => text[i + j] === part)) found.add(mark);
      }
    }
    return found;
  };
}
