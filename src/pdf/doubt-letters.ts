import type { Flag, Page } from "../document.ts";

/**
 * Letters that no Spanish text has, and signs that stand within a word (`CONDUCCI»N`): a font has other letters than it
 * says. Grave accents are typed for acute ones (GESTIÒN); dashes, quotes and the sign of degrees are typed without spaces.
 */
const STRANGE =
  /[^\p{ASCII}ÁÉÍÓÚÜÑáéíóúüñªºÀÈÌÒÙàèìòù\P{L}]|\p{L}[\p{Sc}•†‡¡¿¶§«»©®¬±¦µ×÷¤¥\uFFFD]\p{L}|\p{Lu}(?<!N)º\p{Lu}/u;
const BEYOND_ASCII = /[^\p{ASCII}]/u;
/** A document names fewer foreigners. */
const MIN_WORDS = 3;

const DOUBT: Flag = {
  code: "letters-doubted",
  severity: "error",
  cells: [],
  message:
    "Words of the document have letters that Spanish does not use: a font may not say what its letters are, and others may be wrong as well",
};

/**
 * Doubts the texts of a document in which some words have letters that are none of its language, as where a font's signs
 * stand for others than its codes do. Numbers are plain letters, and seldom concerned.
 *
 * @returns by page number, for each page with a letter that may be another
 */
export function doubtLetters(pages: readonly Page[]): ReadonlyMap<number, Flag> {
  const strange = new Set<string>();
  const concerned: number[] = [];
  for (const { number, words } of pages) {
    const accented = words.filter(({ text }) => BEYOND_ASCII.test(text));
    if (accented.length > 0) concerned.push(number);
    for (const { text } of accented) if (STRANGE.test(text)) strange.add(text);
  }
  return strange.size < MIN_WORDS ? new Map() : new Map(concerned.map((number) => [number, DOUBT]));
}
