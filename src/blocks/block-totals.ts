import type { BlockFamily } from "../block-family.ts";
import type { Word } from "../document.ts";
import { looksNumeric } from "../rules/number.ts";
import { joinAbsences } from "./join-absences.ts";
import { createPrintTest, letters } from "./letters.ts";

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
  const absences = new Set(
    family.absences.flatMap(({ prints }) => prints.flatMap((print) => [print, letters(print)])),
  );
  const joined = joinAbsences(family);
  const isNumber = ({ text }: Word) =>
    looksNumeric(text) || absences.has(text) || (letters(text) !== "" && absences.has(letters(text)));
  const begins = family.totals.flatMap(({ prints }) => prints.map((print) => letters(print.split("#")[0]!)));

  /** The total whose words begin at a place, the shortest that a number follows: a code in its name may end in one. */
  const totalAt = (words: readonly Word[], from: number): FoundTotal | null => {
    const first = letters(words[from]!.text);
    if (first === "" || !begins.some((begin) => begin.startsWith(first) || first.startsWith(begin)))
      return null;
    let text = "";
    for (let to = from; to < Math.min(words.length, from + MAX_WORDS); to++) {
      text += ` ${words[to]!.text}`;
      for (const [index, test] of tests.entries()) {
        const digits = test(text)?.digits;
        const { line, rows } = family.totals[index]!;
        const end = digits === undefined ? -1 : numberAfter(words, to, line !== undefined, isNumber);
        if (digits === undefined || end === -1) continue;
        const number = joined(words.slice(end, end + 2))[0]!;
        // `S.P.` may be drawn as two words.
        const length = number === words[end] ? 1 : 2;
        return {
          index,
          text: text.trim(),
          year: rows === "each-year" ? Number(digits[0]) : null,
          number: line === undefined ? number : null,
          words: words.slice(from, line === undefined ? end + length : words.length),
        };
      }
    }
    return null;
  };

  return (words) => {
    const found: FoundTotal[] = [];
    for (let i = 0; i < words.length; i++) {
      const total = totalAt(words, i);
      if (total === null) continue;
      found.push(total);
      i += total.words.length - 1;
    }
    return found;
  };
}

/**
 * The number after a word, or what stands for none, a currency's sign passed over; anywhere on the line where it stands in a
 * column. -1 for none.
 */
function numberAfter(
  words: readonly Word[],
  to: number,
  isInColumns: boolean,
  isNumber: (word: Word) => boolean,
): number {
  if (isInColumns) return words.findIndex(({ text }, k) => k > to && looksNumeric(text));
  const next = words.findIndex(({ text }, k) => k > to && !/^S\/\.?$/i.test(text));
  return next !== -1 && isNumber(words[next]!) ? next : -1;
}
