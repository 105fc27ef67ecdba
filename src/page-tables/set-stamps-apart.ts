import type { Box, Flag, Page, Word } from "../document.ts";
import { areaOf } from "../pdf/area-of.ts";

/** Words that share this much of the smaller one's area are printed over each other. */
const COLLIDES = 0.3;
/** A stamp has at most this share of a page's words. */
const MAX_SHARE = 0.2;
/** Words of a stamp stand this near to each other, in heights of the font. */
const NEAR = 1.5;

/**
 * Sets apart the words of stamps: texts in a colour and font of their own that are printed over others. No table
 * prints one text over another.
 */
export function setStampsApart(page: Page): { page: Page; stamps: readonly Word[] } {
  const groups = Map.groupBy(page.words, ({ style }) => style);
  const rare = [...groups.values()].filter((words) => words.length <= page.words.length * MAX_SHARE);
  if (rare.length === 0) return { page, stamps: [] };
  const index = indexByHeight(page.words);
  const stamps = new Set<Word>();
  for (const words of rare) {
    const reached = words.filter((word) =>
      index(word.box).some((other) => other.style !== word.style && collide(word.box, other.box)),
    );
    for (const word of reached) stamps.add(word);
    // A stamp is one block of text: what stands close to a word of it belongs to it.
    for (let next = reached.pop(); next !== undefined; next = reached.pop()) {
      for (const word of words) {
        if (stamps.has(word) || !areNear(next, word)) continue;
        stamps.add(word);
        reached.push(word);
      }
    }
  }
  if (stamps.size === 0) return { page, stamps: [] };
  return {
    page: { ...page, words: page.words.filter((word) => !stamps.has(word)) },
    stamps: page.words.filter((word) => stamps.has(word)),
  };
}

/** Names what was left out of a page's tables, so that no number is lost unsaid. */
export function flagStamps({ number }: Page, stamps: readonly Word[]): Flag[] {
  if (stamps.length === 0) return [];
  const text = stamps.map((word) => word.text).join(" ");
  return [
    {
      code: "stamp-left-out",
      severity: "info",
      cells: [],
      message: `Page ${number}: a stamp is printed over other text, and was not read as part of a table: "${text}"`,
    },
  ];
}

/** Finds the words whose boxes may touch one, by strips of the page. */
function indexByHeight(words: readonly Word[]): (box: Box) => readonly Word[] {
  const strip = 20;
  const strips = new Map<number, Word[]>();
  for (const word of words) {
    for (let k = Math.floor(word.box[1] / strip); k <= Math.floor(word.box[3] / strip); k++) {
      const held = strips.get(k);
      if (held === undefined) strips.set(k, [word]);
      else held.push(word);
    }
  }
  return ([, top, , bottom]) => {
    const found: Word[] = [];
    for (let k = Math.floor(top / strip); k <= Math.floor(bottom / strip); k++)
      found.push(...(strips.get(k) ?? []));
    return found;
  };
}

function collide(a: Box, b: Box): boolean {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return width > 0 && height > 0 && width * height > COLLIDES * Math.min(areaOf(a), areaOf(b));
}

function areNear(a: Word, b: Word): boolean {
  const reach = NEAR * Math.max(a.size, b.size);
  return (
    Math.max(a.box[0], b.box[0]) - Math.min(a.box[2], b.box[2]) < reach &&
    Math.max(a.box[1], b.box[1]) - Math.min(a.box[3], b.box[3]) < reach / 2
  );
}
