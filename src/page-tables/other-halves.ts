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

/** The rows of a page. */
interface Rows {
  readonly page: number;
  readonly rows: readonly Heights[];
}

/** Where the numbers of a row stand, in points from the top: those of merged cells beside others stand at two heights. */
type Heights = readonly number[];

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
  /** Where some pages are halves, others of few rows are as well. */
  let least = MIN_ROWS;
  return {
    add: ({ number }, regions) => pages.push({ page: number, rows: regions.flatMap(numberHeights) }),
    find: (page) => {
      const before = pages.at(-1)?.page === page.number - 1 ? pages.at(-1) : undefined;
      const half = [before, pages[next]].find((rows) => rows && isBeside(page, rows.rows, least));
      if (half === undefined) return null;
      least = 1;
      if (half !== before) next = (next + 1) % pages.length;
      return half.page;
    },
  };
}

function numberHeights({ columns, rows }: Region): Heights[] {
  return rows.map(({ cells, at }) => {
    const numbers = cells.filter(({ words }, i) => columns[i]?.kind === "cell" && words.length > 0);
    if (numbers.length === 0) return [at];
    return [...new Set(numbers.map(({ words }) => Math.round(baseline(words[0]!))))];
  });
}

function isBeside(page: Page, rows: readonly Heights[], least: number): boolean {
  if (rows.length < least) return false;
  const lines = textLines(page.words).filter(({ words }) => words.some(({ text }) => looksNumeric(text)));
  const isAt = (at: number) => lines.some(({ y }) => Math.abs(y - at) < SAME_HEIGHT);
  const beside = rows.filter((heights) => heights.some(isAt));
  return beside.length >= MIN_BESIDE * rows.length && lines.length <= rows.length + OTHER_LINES;
}
