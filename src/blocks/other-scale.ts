import type { Flag, Page } from "../document.ts";
import { textUnsure } from "./doubt-texts.ts";

/** Sizes of fonts that differ less than this, as a share, are one. */
const SAME_SIZE = 0.005;
/** At least this share of a page's words is in the size that most words of the header's page have. */
const MIN_SHARE = 0.05;

/** On such a page the columns are not where those of the header are. */
const OTHER_SCALE = textUnsure(
  "Its page is printed on another scale than that of the header: its texts may stand in other columns",
);

/**
 * Makes a function that doubts what stands on a page without a word in the size that most words have on the page of its header:
 * the page was made smaller or larger before the pages were put together. OCR tells no sizes.
 */
export function createScaleDoubts(): (page: Page, headed: Page) => readonly Flag[] {
  const usual = new Map<Page, number>();
  const doubts = new Map<Page, Map<Page, readonly Flag[]>>();
  const usualOn = (page: Page) => {
    const known = usual.get(page) ?? usualSize(page);
    usual.set(page, known);
    return known;
  };
  const compare = (page: Page, headed: Page): readonly Flag[] => {
    const size = usualOn(headed);
    const alike = page.words.filter((word) => Math.abs(word.size - size) <= SAME_SIZE * size).length;
    return alike < MIN_SHARE * page.words.length ? [OTHER_SCALE] : [];
  };
  return (page, headed) => {
    if (page === headed || page.skew !== undefined || headed.skew !== undefined) return [];
    const held = doubts.get(headed) ?? new Map<Page, readonly Flag[]>();
    doubts.set(headed, held);
    const known = held.get(page) ?? compare(page, headed);
    held.set(page, known);
    return known;
  };
}

function usualSize({ words }: Page): number {
  const counts = new Map<number, number>();
  for (const { size } of words) counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts].reduce((most, other) => (other[1] > most[1] ? other : most), [0, 0])[0];
}
