import type { Page } from "../document.ts";
import { looksNumeric } from "../rules/number.ts";
import type { Region } from "./region.ts";
import { baseline, textLines } from "./text-lines.ts";

/** Lines nearer to each other than this, in points, stand at the same height. */
const SAME_HEIGHT = 3;
/** Halves of a sheet have at least this share of their rows at the same heights. */
const MIN_BESIDE = 0.8;
/** Fewer rows stand at the heights of others by chance. */
const MIN_ROWS = 3;
/** Of other lines with numbers, such as those of a header, a half has at most so many. */
const OTHER_LINES = 3;

/** The rows of a page: the heights of their numbers, in points from the top. */
interface Rows {
  readonly page: number;
  readonly heights: readonly number[];
}

/** Tells of which page a page without a table is the other half, so that it prints the numbers that the rows there lack. */
export interface OtherHalves {
  /** Called with each page that has tables, in their order. */
  readonly add: (page: Page, regions: readonly Region[]) => void;
  /** The number of the page that a page goes on beside; null where it is none's other half. */
  readonly find: (page: Page) => number | null;
}

/**
 * Halves of a sheet wider than the paper follow each other, or those on the left come first and all on the right after them, in
 * the same order. These are told by the heights of their numbers.
 */
export function createOtherHalves(): OtherHalves {
  const pages: Rows[] = [];
  /** Where the page is, among those with tables, that the next half on the right goes on beside. */
  let next = 0;
  return {
    add: ({ number }, regions) => pages.push({ page: number, heights: regions.flatMap(numberHeights) }),
    find: (page) => {
      const before = pages.at(-1);
      if (before?.page === page.number - 1 && isBeside(page, before.heights, MIN_ROWS)) return before.page;
      const beside = pages[next];
      if (beside === undefined || !isBeside(page, beside.heights, next === 0 ? MIN_ROWS : 1)) return null;
      next = (next + 1) % pages.length;
      return beside.page;
    },
  };
}

function numberHeights({ columns, rows }: Region): number[] {
  return rows.map(({ cells, at }) => {
    const words = cells.find(({ words }, i) => columns[i]?.kind === "cell" && words.length > 0)?.words;
    return words === undefined ? at : baseline(words[0]!);
  });
}

function isBeside(page: Page, rows: readonly number[], least: number): boolean {
  if (rows.length < least) return false;
  const lines = textLines(page.words).filter(({ words }) => words.some(({ text }) => looksNumeric(text)));
  const beside = rows.filter((at) => lines.some(({ y }) => Math.abs(y - at) < SAME_HEIGHT));
  return beside.length >= MIN_BESIDE * rows.length && lines.length <= rows.length + OTHER_LINES;
}
