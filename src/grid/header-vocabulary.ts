import type { Family } from "../family.ts";
import { monthKeys, quarterKeys } from "../rules/cell-names.ts";
import { createMonthRow } from "../rules/month-row.ts";
import { fold } from "../text/fold.ts";
import { foldWord } from "../text/fold-words.ts";

/** What a header word means: a column of its own, or a series or period that makes one with another. */
export type Meaning =
  | { readonly kind: "label" | "extra" | "series"; readonly key: string }
  | { readonly kind: "target"; readonly key: "target" }
  | { readonly kind: "month" | "quarter"; readonly key: string; readonly order: number };

/** A printed word with its place: characters of the line, or the field it stands in. */
export interface HeaderWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One or more printed words with one meaning; null where the family knows none. */
export interface HeaderPhrase extends HeaderWord {
  readonly meaning: Meaning | null;
}

export interface HeaderVocabulary {
  /**
   * The meaning of a whole text, whose words may be broken (OC over T) and the last one cut off; null where the family
   * lists no such words.
   */
  readonly meaningOf: (text: string) => Meaning | null;
  /** Whether a text is the beginning of a longer one that has a meaning: ÓRGANO /UNIDAD, over ORGÁNICA. */
  readonly begins: (text: string) => boolean;
  /** The months that all texts of a line name by number or initial; null for what is none. */
  readonly monthsOf: (texts: readonly string[]) => (Meaning | null)[];
  /** Parts a line into phrases, the longest first; words without a meaning become phrases of one word. */
  readonly findPhrases: (words: readonly HeaderWord[]) => HeaderPhrase[];
}

/** Prepares the family's header words for look-up. They are compared after folding. */
export function createHeaderVocabulary(family: Family): HeaderVocabulary {
  const meanings = collectMeanings(family);
  const phrases = [...meanings.keys()].map((phrase) => phrase.split(" "));
  const squeezed = new Map([...meanings].map(([phrase, meaning]) => [phrase.replaceAll(" ", ""), meaning]));
  const longest = Math.max(...phrases.map((words) => words.length));
  const firstWords = new Set(phrases.map(([first]) => first!));
  const beginnings = new Set(
    phrases.flatMap((words) => words.slice(1).map((_, i) => words.slice(0, i + 1).join(" "))),
  );
  const monthRow = createMonthRow(family);
  return {
    monthsOf: (texts) =>
      monthRow(texts).map((order) =>
        order === null ? null : { kind: "month", key: monthKeys[order]!, order },
      ),
    meaningOf: (text) => {
      const folded = fold(text);
      return (
        meanings.get(folded) ?? squeezed.get(folded.replaceAll(" ", "")) ?? meaningOfCut(folded, meanings)
      );
    },
    begins: (text) => beginnings.has(fold(text)),
    findPhrases: (words) => findPhrases(words, meanings, firstWords, longest),
  };
}

function collectMeanings(family: Family): Map<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  const add = (words: readonly string[], meaning: Meaning) => {
    for (const word of words) if (!meanings.has(fold(word))) meanings.set(fold(word), meaning);
  };
  for (const { key, header } of family.labels) add(header, { kind: "label", key });
  add(family.target.header, { kind: "target", key: "target" });
  for (const { key, header } of family.series) add(header, { kind: "series", key });
  for (const [order, key] of monthKeys.entries())
    add(family.months[order] ?? [], { kind: "month", key, order });
  for (const [i, key] of quarterKeys.entries()) {
    add(family.quarters[i] ?? [], { kind: "quarter", key, order: 12 + i });
  }
  for (const { key, header } of family.extra) add(header, { kind: "extra", key });
  return meanings;
}

/** Cells cut off what has no room in them: TRIMES is TRIMESTRE, while so few letters might be any word's. */
const MIN_CUT = 3;

function meaningOfCut(text: string, meanings: ReadonlyMap<string, Meaning>): Meaning | null {
  const cut = text.slice(text.lastIndexOf(" ") + 1);
  if (cut.length < MIN_CUT || /[0-9]/.test(cut)) return null;
  let found: Meaning | null = null;
  for (const [phrase, meaning] of meanings) {
    if (!phrase.startsWith(text) || phrase[text.length] === " ") continue;
    if (found !== null && (found.kind !== meaning.kind || found.key !== meaning.key)) return null;
    found = meaning;
  }
  return found;
}

/** A phrase is one cell's words: it never reaches over a gap as wide as this. */
const WIDE_GAP = 4;

function findPhrases(
  words: readonly HeaderWord[],
  meanings: ReadonlyMap<string, Meaning>,
  firstWords: ReadonlySet<string>,
  longest: number,
): HeaderPhrase[] {
  const phrases: HeaderPhrase[] = [];
  const folded = words.map((word) => foldWord(word.text));
  for (let i = 0; i < words.length; ) {
    let taken = 1;
    let meaning: Meaning | null = null;
    const mayBegin = folded[i]!.length === 0 || firstWords.has(folded[i]![0]!);
    for (let n = mayBegin ? reach(words, i, longest) : 0; n >= 1; n--) {
      meaning =
        meanings.get(
          folded
            .slice(i, i + n)
            .flat()
            .join(" "),
        ) ?? null;
      if (meaning === null) continue;
      taken = n;
      break;
    }
    const printed = words.slice(i, i + taken);
    phrases.push({
      meaning,
      text: joinWords(printed),
      start: printed[0]!.start,
      end: printed.at(-1)!.end,
    });
    i += taken;
  }
  return phrases;
}

function reach(words: readonly HeaderWord[], from: number, longest: number): number {
  // Signs such as "/" are words too, and fold to nothing: leave room for them.
  const most = Math.min(words.length - from, longest + 2);
  let n = 1;
  while (n < most && words[from + n]!.start - words[from + n - 1]!.end < WIDE_GAP) n++;
  return n;
}

function joinWords(words: readonly HeaderWord[]): string {
  return words.map((word) => word.text).join(" ");
}
