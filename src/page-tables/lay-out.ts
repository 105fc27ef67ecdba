import type { Box, Page, Word } from "../document.ts";
import type { Family } from "../family.ts";
import type { HeaderVocabulary } from "../grid/header-vocabulary.ts";
import { boundingBox } from "./bounding-box.ts";
import { findPageHeaders, joinVertical, levelVertical } from "./find-page-header.ts";
import { isStacked } from "./is-stacked.ts";
import { isValue } from "./place-columns.ts";
import { readRuled } from "./read-ruled.ts";
import type { PlacedColumn, Region } from "./region.ts";
import { findRuledGrids } from "./ruled-grid.ts";
import { findSideTexts } from "./side-texts.ts";
import { type TextLine, textLines } from "./text-lines.ts";

/** A header, and the lines of text under it. */
export interface Section {
  readonly columns: readonly PlacedColumn[];
  /** Whether lines part the header's cells, so that their edges are those of the columns. */
  readonly isExact: boolean;
  readonly lines: readonly TextLine[];
  readonly top: number;
  readonly box: Box;
}

/** What a page holds: tables drawn with lines, headers of others with what stands under them, and all other text. */
export interface LaidOut {
  readonly page: Page;
  readonly ruled: readonly Region[];
  readonly sections: readonly Section[];
  /** All lines outside the tables that are drawn with lines. */
  readonly lines: readonly TextLine[];
  /** Of these, what does not run up the side of the page. */
  readonly inside: readonly TextLine[];
}

/**
 * Finds the tables of a page, and reads those that are drawn with lines.
 *
 * @param known the columns of tables on earlier pages, for a table that goes on without a header; those of this page are added
 */
export function layOut(
  page: Page,
  family: Family,
  headers: HeaderVocabulary,
  known: (readonly PlacedColumn[])[],
): LaidOut {
  const { words } = page;
  const read = findRuledGrids(page).flatMap((grid) => {
    const regions = readRuled(page, grid, words, family, headers, known).filter(isParted);
    for (const { columns, hasHeader } of regions) if (hasHeader) known.push(columns);
    return regions.map((region) => (isStacked(region) || isBandOnly(region) ? headerOf(region) : region));
  });
  const ruled = read.filter(({ rows }) => rows.length > 0);
  const lone = read.filter(({ rows }) => rows.length === 0);
  const free = words.filter((word) => !read.some(({ box }) => isInside(word, box)));
  const lines = allLines(free);
  const printed = findPageHeaders(page, lines, family, headers).map(({ columns, from, to }) => {
    const box = boxOf(lines.slice(from, to), page);
    return { columns, isExact: false, box };
  });
  const exact = lone.map(({ columns, box }) => ({ columns, isExact: true, box }));
  const aside = findSideTexts(page);
  const inside = aside.size === 0 ? lines : allLines(free.filter((word) => !aside.has(word)));
  const found = [...printed, ...exact].sort((a, b) => a.box[1] - b.box[1]);
  const sections = found.map(({ columns, isExact, box }, i): Section => {
    const others = [...found.slice(i + 1), ...ruled].map((other) => other.box[1]).filter((y) => y > box[1]);
    const end = Math.min(...others, page.height);
    const top = box[3];
    const below = inside.filter(({ y, words }) => y - words[0]!.size / 3 > top && y < end);
    const under = withoutEndOfName(below, top, columns, page);
    return {
      columns,
      isExact,
      box,
      top,
      lines: end < page.height ? withoutHeading(under, columns) : under,
    };
  });
  return { page, ruled, sections, lines, inside };
}

/** Longer words are more than the end of a name. */
const MAX_END = 3;

/**
 * What stands under a header without the end of a name that its narrow cell breaks: VERIFICACIÓ over N, where the line
 * that ends the header is under both. In the first column it may as well name an organ.
 */
function withoutEndOfName(
  under: readonly TextLine[],
  top: number,
  columns: readonly PlacedColumn[],
  { horizontal, width }: Page,
): readonly TextLine[] {
  const [first, next] = under;
  if (first === undefined || next === undefined || first.words.length > 1) return under;
  const [{ text, box }] = first.words as [Word];
  const isEnd =
    text.length <= MAX_END &&
    /^\p{L}+$/u.test(text) &&
    columns.slice(1).some(({ left, right }) => left <= box[0] && box[2] <= right);
  const isRuled = (from: number, to: number) => {
    const between = horizontal.filter(({ at }) => from < at && at < to);
    return between.reduce((sum, ruling) => sum + ruling.to - ruling.from, 0) >= width / 2;
  };
  const isOfHeader = !isRuled(top, first.y) && isRuled(first.y, next.y - next.words[0]!.size / 2);
  return isEnd && isOfHeader ? under.slice(1) : under;
}

/** What stands further under the last row than this, in heights of the font, is none of its texts. */
const APART = 1.6;

/** The lines of a table that another one follows, without the heading of that. */
export function withoutHeading(
  lines: readonly TextLine[],
  columns: readonly PlacedColumn[],
): readonly TextLine[] {
  const left = columns.find(({ kind }) => kind === "cell")?.left ?? 0;
  const last = lines.findLastIndex(({ words }) =>
    words.some(({ text, box }) => box[2] > left && isValue(text)),
  );
  const heading = lines.findIndex(
    ({ y, words }, i) => i > last && i > 0 && y - lines[i - 1]!.y > APART * words[0]!.size,
  );
  return last === -1 || heading === -1 ? lines : lines.slice(0, heading);
}

/** Words as lines, those that are read upwards or downwards among the others. */
export function allLines(words: readonly Word[]): TextLine[] {
  const vertical = levelVertical(joinVertical(words)).map((word) => ({ ...word, angle: 0 as const }));
  return textLines([...words.filter(({ angle }) => angle === 0), ...vertical]);
}

/** Whether lines part all columns of a table, not only groups of them. */
function isParted({ columns }: Region): boolean {
  return new Set(columns.map(({ left }) => left)).size === columns.length;
}

/** Whether lines are drawn around a header and the name of an organ under it, and not around the rows. */
function isBandOnly({ hasHeader, rows }: Region): boolean {
  return hasHeader && rows.length > 0 && rows.every(({ isBand }) => isBand);
}

/** A table whose lines part its columns only. */
function headerOf(region: Region): Region {
  const [left, top, right] = region.box;
  return { ...region, rows: [], box: [left, top, right, region.rows[0]!.top] };
}

function boxOf(lines: readonly TextLine[], page: Page): Box {
  const [, top, , bottom] = boundingBox(lines.flatMap(({ words }) => words.map(({ box }) => box)));
  return [0, top, page.width, bottom];
}

function isInside({ box }: Word, [left, top, right, bottom]: Box): boolean {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x >= left && x <= right && y >= top && y <= bottom;
}
