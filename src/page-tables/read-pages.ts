import type { Box, Flag, Line, Page, ReadDocument, Word } from "../document.ts";
import { PoiError } from "../errors.ts";
import type { Family } from "../family.ts";
import { createHeaderVocabulary, type HeaderVocabulary } from "../grid/header-vocabulary.ts";
import { createLabelVocabulary } from "../read/label-vocabulary.ts";
import { createLineFilter, type LineFilter } from "../read/line-filter.ts";
import { findTitles, readInfo } from "../read/read-info.ts";
import { findRunningLines } from "../read/running-lines.ts";
import { createTotalTest } from "../read/total-label.ts";
import { collectRows } from "./collect-rows.ts";
import { findPageHeaders, joinVertical } from "./find-page-header.ts";
import { flagUnknownTable, flagUnread } from "./flag-unread.ts";
import { joinFacing } from "./join-facing.ts";
import { type ColumnLayout, isValue, placeColumns } from "./place-columns.ts";
import { readRuled } from "./read-ruled.ts";
import { readUnruled } from "./read-unruled.ts";
import type { PlacedColumn, Region } from "./region.ts";
import { findRuledGrids } from "./ruled-grid.ts";
import { setStampsApart } from "./set-stamps-apart.ts";
import { asLines, type TextLine, textLines } from "./text-lines.ts";

/**
 * Reads the tables of a document's pages and what stands around them.
 *
 * @param doubted by page number, what is wrong with the text of a page: every row of it is to be looked at
 * @param watch called with what was found on each page, before anything is joined over pages
 * @throws {PoiError} `no-table` where no page has a table that the family knows
 */
export function readPages(
  pages: readonly Page[],
  doubted: ReadonlyMap<number, Flag>,
  family: Family,
  watch: (regions: readonly Region[]) => void = () => {},
): ReadDocument {
  const headers = createHeaderVocabulary(family);
  const labels = createLabelVocabulary(family);
  const tell = { vocabulary: labels, isTotal: createTotalTest(family) };
  const known: (readonly PlacedColumn[])[] = [];
  const cleared = pages.map(setStampsApart);
  const laidOut = cleared.map(({ page }) => layOut(page, family, headers, known));
  const first = laidOut.findIndex(({ ruled, sections }) => ruled.length + sections.length > 0);
  if (first === -1) throw noTable(pages);
  const around = laidOut.flatMap(({ page, lines }) => asLines(page, lines));
  // The title that stands on the page of the table is the table's; one on a cover is the document's.
  const onPage = (number: number) => around.filter(({ page }) => page === number);
  const { number } = pages[first]!;
  const preamble = [...onPage(number), ...around.filter(({ page }) => page < number)];
  const titles = findTitles(preamble, family);
  const filter = createLineFilter(family, titles, [], false, findRunningLines(around, pages.length, labels));
  const agreed = agreeOnColumns(laidOut, filter);
  const regions: Region[] = [];
  const unread: Flag[] = [];
  let last: ColumnLayout | null = null;
  for (const { page, ruled, sections, lines } of laidOut) {
    const found = [...ruled];
    for (const section of sections) {
      const { layout, body } = agreed.get(section)!;
      last = layout;
      const rows = readUnruled(page, layout, body, section.top, tell);
      found.push({ page, columns: layout.columns, rows, hasHeader: true, box: section.box });
    }
    if (found.length === 0 && last !== null) {
      const body = bodyOf(page, lines, filter);
      const rows = goesOn(body, last) ? readUnruled(page, last, body, 0, tell) : [];
      if (rows.length > 0) {
        found.push({
          page,
          columns: last.columns,
          rows,
          hasHeader: false,
          box: [0, 0, page.width, page.height],
        });
      }
    }
    const sorted = found.sort((a, b) => a.box[1] - b.box[1]);
    regions.push(...sorted);
    if (sorted.length === 0) unread.push(...flagUnknownTable(page));
    unread.push(
      ...flagUnread(page, sorted, (words) => filter.isAroundTable(asLines(page, [{ words, y: 0 }])[0]!)),
    );
  }
  watch(regions);
  const { tables, flags } = collectRows(joinFacing(regions), doubted, family, labels);
  if (tables.length === 0) throw noTable(pages);
  return {
    info: readInfo(preamble, around.filter(filter.isFooter), titles, family),
    pages: pages.length,
    tables,
    flags: [...cleared.flatMap(({ page, stamps }) => flagStamps(page, stamps)), ...unread, ...flags],
  };
}

/** Names what was left out of a page's tables, so that no number is lost unsaid. */
function flagStamps({ number }: Page, stamps: readonly Word[]): Flag[] {
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

/** A header, and the lines of text under it. */
interface Section {
  readonly columns: readonly PlacedColumn[];
  /** Whether lines part the header's cells, so that their edges are those of the columns. */
  readonly isExact: boolean;
  readonly lines: readonly TextLine[];
  readonly top: number;
  readonly box: Box;
}

/** What a page holds: tables drawn with lines, headers of others with what stands under them, and all other text. */
interface LaidOut {
  readonly page: Page;
  readonly ruled: readonly Region[];
  readonly sections: readonly Section[];
  /** All lines outside the tables that are drawn with lines. */
  readonly lines: readonly TextLine[];
}

function layOut(
  page: Page,
  family: Family,
  headers: HeaderVocabulary,
  known: (readonly PlacedColumn[])[],
): LaidOut {
  const { words } = page;
  const read = findRuledGrids(page).flatMap((grid) => {
    const regions = readRuled(page, grid, words, family, headers, known);
    for (const { columns, hasHeader } of regions) if (hasHeader) known.push(columns);
    return regions;
  });
  const ruled = read.filter(({ rows }) => rows.length > 0);
  const lone = read.filter(({ rows }) => rows.length === 0);
  const free = words.filter((word) => !read.some(({ box }) => isInside(word, box)));
  const vertical = joinVertical(free).map((word) => ({ ...word, angle: 0 as const }));
  const lines = textLines([...free.filter(({ angle }) => angle === 0), ...vertical]);
  const printed = findPageHeaders(page, lines, family, headers).map(({ columns, from, to }) => {
    const box = boxOf(lines.slice(from, to), page);
    return { columns, isExact: false, box };
  });
  const exact = lone.map(({ columns, box }) => ({ columns, isExact: true, box }));
  const found = [...printed, ...exact].sort((a, b) => a.box[1] - b.box[1]);
  const sections = found.map(({ columns, isExact, box }, i): Section => {
    const below = [...found.slice(i + 1), ...ruled].map((other) => other.box[1]).filter((y) => y > box[1]);
    const end = Math.min(...below, page.height);
    const top = box[3];
    return {
      columns,
      isExact,
      box,
      top,
      lines: lines.filter(({ y, words }) => y - words[0]!.size / 3 > top && y < end),
    };
  });
  return { page, ruled, sections, lines };
}

function boxOf(lines: readonly TextLine[], page: Page): Box {
  const boxes = lines.flatMap(({ words }) => words.map(({ box }) => box));
  return [
    0,
    Math.min(...boxes.map(([, top]) => top)),
    page.width,
    Math.max(...boxes.map(([, , , bottom]) => bottom)),
  ];
}

/** Columns are where all pages with the same header have them. */
function agreeOnColumns(
  pages: readonly LaidOut[],
  filter: LineFilter,
): Map<Section, { layout: ColumnLayout; body: readonly TextLine[] }> {
  const agreed = new Map<Section, { layout: ColumnLayout; body: readonly TextLine[] }>();
  const groups = Map.groupBy(
    pages.flatMap(({ page, sections }) => sections.map((section) => ({ page, section }))),
    ({ section }) => section.columns.map(({ name, left }) => `${name}@${Math.round(left / 4)}`).join(),
  );
  for (const group of groups.values()) {
    const { columns, isExact } = group[0]!.section;
    const bodies = group.map(({ page, section }) => bodyOf(page, section.lines, filter));
    const layout = isExact ? { columns, places: null, starts: [] } : placeColumns(columns, bodies.flat());
    for (const [i, { section }] of group.entries()) agreed.set(section, { layout, body: bodies[i]! });
  }
  return agreed;
}

/** The lines of a table: what stands around it left out, and all that follows its footer. */
function bodyOf(page: Page, lines: readonly TextLine[], filter: LineFilter): TextLine[] {
  const printed = asLines(page, lines);
  const end = printed.findIndex(filter.isFooter);
  return lines.filter((_, i) => (end === -1 || i < end) && !filter.isAroundTable(printed[i]!));
}

/** Whether lines without a header look like rows of a table on an earlier page. */
function goesOn(lines: readonly TextLine[], { columns }: ColumnLayout): boolean {
  const cells = columns.filter(({ kind }) => kind === "cell");
  const left = cells[0]?.left ?? 0;
  const numbers = ({ words }: TextLine) =>
    words.filter(({ text, box }) => box[2] > left && isValue(text)).length;
  return lines.some((line) => numbers(line) >= cells.length / 2);
}

function isInside({ box }: Word, [left, top, right, bottom]: Box): boolean {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x >= left && x <= right && y >= top && y <= bottom;
}

function noTable(pages: readonly Page[]): PoiError {
  const words = pages.reduce((sum, page) => sum + page.words.length, 0);
  return new PoiError(
    "no-table",
    `No table that this family knows was found: ${pages.length} pages with ${words} words were read`,
    { hint: "`poi inspect` draws what was found on a page; --family names the kind of document" },
  );
}

/** All the text of a page as lines, for who wants to know what the document is. */
export function pageLines(page: Page): Line[] {
  const vertical = joinVertical(page.words).map((word) => ({ ...word, angle: 0 as const }));
  return asLines(page, textLines([...page.words.filter(({ angle }) => angle === 0), ...vertical]));
}
