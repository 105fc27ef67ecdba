import type { Word } from "../document.ts";
import { isInColour } from "../pdf/colour-of.ts";

/** Whether some words of a text are in coloured ink and others are not: a stamp may stand in its cell. */
export function mixesInks(words: readonly Word[]): boolean {
  const first = words[0]?.style;
  if (words.every(({ style }) => style === first)) return false;
  const inked = words.filter(({ style }) => isInColour(style)).length;
  return inked > 0 && inked < words.length;
}
