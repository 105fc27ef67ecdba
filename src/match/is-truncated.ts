import { squeeze } from "./name-forms.ts";

/**
 * Tells whether a printed name is the beginning of a longer one, cut off by the edge of its column. Dots at the
 * end say so, and so does an end inside a word; an end after a whole word may be another, shorter name.
 *
 * @param raw as printed; `folded` and `name` are folded
 */
export function isTruncated(raw: string, folded: string, name: string): boolean {
  const start = squeeze(folded);
  if (!squeeze(name).startsWith(start)) return false;
  return isMarkedCut(raw) || !wordEnds(name).has(start.length);
}

/** Whether dots at the end say that a printed name goes on. */
export function isMarkedCut(raw: string): boolean {
  const text = raw.trimEnd();
  return text.endsWith("…") || text.endsWith("..");
}

/** Where the words of a folded text end, in characters of the squeezed text. */
function wordEnds(folded: string): Set<number> {
  let end = 0;
  return new Set(folded.split(" ").map((word) => (end += word.length)));
}
