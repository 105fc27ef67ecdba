import type { BlockFamily } from "../block-family.ts";
import type { Word } from "../document.ts";
import { looksNumeric } from "../rules/number.ts";
import { createPrintTest } from "./letters.ts";

/** A total that a line prints: which of the family's it is, its words, and its number where that follows them. */
export interface FoundTotal {
  readonly index: number;
  readonly text: string;
  readonly year: number | null;
  /** Null where its numbers stand in the columns. */
  readonly number: Word | null;
  readonly words: readonly Word[];
}

/** No total is named with more words. */
const MAX_WORDS = 14;

/** Makes a function that finds the totals on a line: one after its words, or several side by side. */
export function createTotalReader(family: BlockFamily): (words: readonly Word[]) => FoundTotal[] {
  const tests = family.totals.map(({ prints }) => createPrintTest(prints));
  return (words) => {
    const found: FoundTotal[] = [];
    for (let i = 0; i < words.length; i++) {
      const named = nameAt(words, i, tests);
      if (named === null) continue;
      const total = family.totals[named.index]!;
      const isInColumns = total.line !== undefined;
      const at = words.findIndex((word, k) => k > named.to && !/^S\/\.?$/i.test(word.text));
      const number = words[at];
      if (!isInColumns && (number === undefined || !looksNumeric(number.text))) continue;
      if (isInColumns && words.slice(named.to + 1).every((word) => !looksNumeric(word.text))) continue;
      const to = isInColumns ? words.length - 1 : at;
      const name = words.slice(i, named.to + 1);
      found.push({
        index: named.index,
        text: name.map(({ text }) => text).join(" "),
        year: total.rows === "each-year" ? Number(named.digits[0]) : null,
        number: isInColumns ? null : number!,
        words: words.slice(i, to + 1),
      });
      i = to;
    }
    return found;
  };
}

/** The longest name of a total that begins at a word. */
function nameAt(words: readonly Word[], from: number, tests: readonly ReturnType<typeof createPrintTest>[]) {
  for (let to = Math.min(words.length, from + MAX_WORDS) - 1; to >= from; to--) {
    const text = words
      .slice(from, to + 1)
      .map((word) => word.text)
      .join(" ");
    for (const [index, test] of tests.entries()) {
      const match = test(text);
      if (match !== null) return { index, to, digits: match.digits };
    }
  }
  return null;
}
