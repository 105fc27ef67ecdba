import type { Family } from "../family.ts";
import { findWords } from "../grid/header-phrases.ts";
import type { HeaderPhrase, HeaderVocabulary } from "../grid/header-vocabulary.ts";
import { fold } from "../text/fold.ts";
import { foldWord } from "../text/fold-words.ts";
import { matchAt, matchEnd, type Word } from "./known-words.ts";
import type { LabelVocabulary } from "./label-vocabulary.ts";

/** Known header words that a stretch must have more than it has of others, to be a header. */
const MIN_HEADER_SCORE = 8;
/** What an unknown word takes from a stretch of header words. */
const UNKNOWN_PHRASE = 2;
/** The title over a header may end in words of a header ("AL IV TRIMESTRE"), but not in more than these. */
const MAX_TITLE_PHRASES = 2;

/**
 * Makes a function that finds, in text whose line ends are gone, where something else begins: a header and
 * what follows it, a line under the table, a row whose organ and category are known.
 */
export function createTextCutter(
  family: Family,
  headers: HeaderVocabulary,
  labels: LabelVocabulary,
  keys: readonly string[],
): (text: string) => number[] {
  const footers = new Set([...family.footer.source, ...family.footer.preparedBy].map(fold));
  const organs = labels.valuesOf("organ");
  const categories = labels.valuesOf(keys[keys.indexOf("organ") + 1] ?? "");
  const units = labels.valuesOf(keys.at(-1) ?? "");
  // A known category follows the organ, or a unit stands before it at the end of a row that lost its numbers.
  const isRowStart = (words: readonly Word[], at: number, taken: number) =>
    matchAt(words, at + taken, categories) > 0 || matchEnd(words.slice(Math.max(0, at - 6), at), units) > 0;
  return (text) => {
    const words = findWords(text);
    const cuts = new Set<number>();
    for (const position of findHeader(headers.findPhrases(words))) cuts.add(position);
    const folded = words.map((word): Word => ({ text: word.text, folded: foldWord(word.text) }));
    for (let i = 0; i < words.length; ) {
      const { text: printed, start } = words[i]!;
      const organ = matchAt(folded, i, organs);
      const isFooter = printed.endsWith(":") && footers.has(foldWord(printed).join(" "));
      if (isFooter || (organ > 0 && isRowStart(folded, i, organ))) cuts.add(start);
      // The words of a name are not looked at again: an organ's name may end in another's.
      i += Math.max(1, organ);
    }
    cuts.delete(0);
    return [...cuts].filter((cut) => cut < text.length).sort((a, b) => a - b);
  };
}

/** Where the best stretch of header words begins and ends, or nothing. */
function findHeader(phrases: readonly HeaderPhrase[]): number[] {
  let score = 0;
  let from = 0;
  let best = { score: 0, from: 0, to: 0 };
  for (const [i, phrase] of phrases.entries()) {
    score += phrase.meaning === null ? -UNKNOWN_PHRASE : 1;
    if (score <= 0) {
      score = 0;
      from = i + 1;
    } else if (score > best.score) best = { score, from, to: i + 1 };
  }
  if (best.score < MIN_HEADER_SCORE) return [];
  const stretch = phrases.slice(best.from, best.to);
  const label = stretch.findIndex((phrase) => phrase.meaning?.kind === "label");
  const first = label > 0 && label <= MAX_TITLE_PHRASES ? label : 0;
  const last = stretch.findLastIndex((phrase) => phrase.meaning !== null && phrase.meaning.kind !== "label");
  return [stretch[first]!.start, stretch[last]!.end];
}
