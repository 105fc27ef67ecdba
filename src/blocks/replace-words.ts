import type { Page, Word } from "../document.ts";
import { boundingBox } from "../page-tables/bounding-box.ts";

/** Words of a page that are one text, and what it says. */
export interface Mend {
  readonly words: readonly Word[];
  readonly text: string;
}

/** A page with each of some groups of words replaced by one word. */
export function replaceWords(page: Page, mends: readonly Mend[]): Page {
  if (mends.length === 0) return page;
  const gone = new Set(mends.flatMap(({ words }) => words));
  const mended = mends.map(({ words, text }): Word => {
    const { readings: _, ...first } = words[0]!;
    const size = Math.max(...words.map((word) => word.size));
    return { ...first, text, size, box: boundingBox(words.map(({ box }) => box)) };
  });
  return { ...page, words: [...page.words.filter((word) => !gone.has(word)), ...mended] };
}
