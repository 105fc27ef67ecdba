import type { Word } from "../document.ts";

/** The parts of a colour, of 255, differ by more than this where it is none of the greys. */
const GREY = 40;

/** Whether a style, such as `#0000b4 g_d0_f1`, is in a colour that is none of the greys. */
export function isInColour(style: string): boolean {
  const parts = [1, 3, 5].map((at) => Number.parseInt(style.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts) > GREY;
}

/** Whether some words of a text are in coloured ink and others are not: a stamp may stand in its cell. */
export function mixesInks(words: readonly Word[]): boolean {
  const first = words[0]?.style;
  if (words.every(({ style }) => style === first)) return false;
  const inked = words.filter(({ style }) => isInColour(style)).length;
  return inked > 0 && inked < words.length;
}
