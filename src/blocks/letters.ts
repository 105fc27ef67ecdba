import { fold } from "../text/fold.ts";

/** A text's letters, digits and per cent signs alone: what stays when spaces come and go ("A ño", "S/ ."). */
export function letters(text: string): string {
  return fold(text).replaceAll(" ", "");
}

/** The stretch of some printed words, and the number of characters of letters that each took. */
const DIGITS = "[0-9]+";

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
    const found = letters(text);
    for (const pattern of patterns) {
      const match = pattern.exec(found);
      if (match !== null) return { length: match[0].length, digits: match.slice(1) };
    }
    return null;
  };
}
