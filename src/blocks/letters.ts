import type { Word } from "../document.ts";
import { fold } from "../text/fold.ts";

/** The same words come back on every page. */
const known = new Map<string, string>();
const MAX_KNOWN = 20_000;

/** A text's letters, digits and per cent signs alone: what stays when spaces come and go ("A ño", "S/ ."). */
export function letters(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const found = fold(text).replaceAll(" ", "");
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(text, found);
  return found;
}

const DIGITS = "[0-9]+";
/** What is longer is no print; patterns with several `#` would go over it again and again. */
const MAX_LENGTH = 500;

/**
 * Compiles prints, in which `#` stands for one or more digits, into a test of a text's letters. The test gives what
 * the `#` stood for, or null.
 */
export function createPrintTest(
  prints: readonly string[],
  { isWhole = true }: { isWhole?: boolean } = {},
): (text: string) => { readonly length: number; readonly digits: readonly string[] } | null {
  const patterns = prints.map((print) => {
    const parts = print.split("#").map((part) => letters(part));
    return new RegExp(`^${parts.join(`(${DIGITS})`)}${isWhole ? "$" : ""}`);
  });
  return (text) => {
    if (text.length > MAX_LENGTH) return null;
    const found = letters(text);
    for (const pattern of patterns) {
      const match = pattern.exec(found);
      if (match !== null) return { length: match[0].length, digits: match.slice(1) };
    }
    return null;
  };
}

/** The letters of words that stand one after the other. */
export function lettersOf(words: readonly Word[]): string {
  return letters(words.map(({ text }) => text).join(""));
}
