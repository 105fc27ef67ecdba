import type { HeaderPhrase, HeaderVocabulary } from "./header-vocabulary.ts";

/**
 * Joins what is printed in one column on several lines: UNIDAD DE over MEDIDA. Two names that mean different
 * columns stay two, though the page is so narrow that they overlap.
 */
export function stackWords(
  lines: readonly (readonly HeaderPhrase[])[],
  vocabulary: HeaderVocabulary,
): HeaderPhrase[] {
  const stacked: HeaderPhrase[] = [];
  for (const phrase of lines.flat()) {
    const at = stacked.findIndex((other) => overlap(other, phrase) && areOneName(other, phrase, vocabulary));
    const other = stacked[at];
    if (other === undefined) {
      stacked.push(phrase);
      continue;
    }
    stacked[at] = {
      text: `${other.text} ${phrase.text}`,
      meaning: vocabulary.meaningOf(`${other.text} ${phrase.text}`) ?? other.meaning ?? phrase.meaning,
      start: Math.min(other.start, phrase.start),
      end: Math.max(other.end, phrase.end),
    };
  }
  return stacked;
}

function areOneName(above: HeaderPhrase, below: HeaderPhrase, vocabulary: HeaderVocabulary): boolean {
  if (above.meaning === null || below.meaning === null || above.meaning.key === below.meaning.key)
    return true;
  return vocabulary.meaningOf(`${above.text} ${below.text}`) !== null;
}

/** Whether two phrases stand one under the other. */
export function overlap(a: HeaderPhrase, b: HeaderPhrase): boolean {
  return a.start < b.end && b.start < a.end;
}
