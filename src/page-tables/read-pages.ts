import type { Flag, Line, Page, ReadDocument, Word } from "../document.ts";
import { PoiError } from "../errors.ts";
import type { Family } from "../family.ts";
import { createHeaderVocabulary } from "../grid/header-vocabulary.ts";
import { createLabelVocabulary, type LabelVocabulary } from "../read/label-vocabulary.ts";
import { createLineFilter, type LineFilter } from "../read/line-filter.ts";
import { createOrganNameTest } from "../read/organ-name.ts";
import { findTitles, readInfo } from "../read/read-info.ts";
import { withDoubts } from "../read/reading.ts";
import { type EdgeLine, edgesOf, findRunningLines } from "../read/running-lines.ts";
import { createTotalTest } from "../read/total-label.ts";
import { agreeOnColumns, bodyOf } from "./agree-on-columns.ts";
import { collectRows } from "./collect-rows.ts";
import { flagUnknownTable, flagUnread } from "./flag-unread.ts";
import { joinFacing } from "./join-facing.ts";
import { onPages, partRegion } from "./join-sheets.ts";
import { allLines, type LaidOut, layOut, withoutHeading } from "./lay-out.ts";
import { createNameFinder } from "./name-over.ts";
import { createOtherHalves } from "./other-halves.ts";
import { type ColumnLayout, isValue } from "./place-columns.ts";
import type { TellTexts } from "./place-words.ts";
import { type KnownPlaces, readUnruled } from "./read-unruled.ts";
import type { PlacedColumn, Region } from "./region.ts";
import { flagStamps, setStampsApart } from "./set-stamps-apart.ts";
import { asLines, partTexts, type TextLine } from "./text-lines.ts";

/**
 * Reads the tables of a document's pages and what stands around them.
 *
 * @param pages asked for one after the other, and each let go of as soon as may be
 * @param doubted by page number, what is wrong with the text of a page: every row of it is to be looked at
 * @param watch called with the tables of each page that has some, before anything is joined over pages
 * @throws {PoiError} `no-table` where no page has a table that the family knows
 */
export function readPages(
  pages: Iterable<Page>,
  doubted: ReadonlyMap<number, Flag>,
  family: Family,
  watch: (regions: readonly Region[]) => void = () => {},
): ReadDocument {
  const labels = createLabelVocabulary(family);
  const notes: Notes = {
    pages: 0,
    words: 0,
    around: [],
    edges: [],
    headings: [],
    stamps: [],
    unread: [],
    first: null,
    halves: new Set(),
  };
  let known: Surroundings | undefined;
  const surroundings = () => {
    known ??= lookAround(notes, family, labels);
    return known;
  };
  const regions = findRegions(pages, family, labels, notes, surroundings, watch);
  const { tables, flags } = collectRows(joinFacing(regions, family), doubted, family, labels);
  const whole = tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => withDoubts(row, notes.halves.has(row.page) ? [HALF_ROW] : [])),
  }));
  if (tables.length === 0) throw noTable(notes);
  const { preamble, titles, filter } = surroundings();
  const unread = notes.unread.filter(({ line }) => line === null || !filter.isAroundTable(line));
  return {
    info: readInfo(preamble, notes.around.filter(filter.isFooter), titles, family),
    pages: notes.pages,
    tables: whole,
    flags: [...notes.stamps, ...unread.map(({ flag }) => flag), ...flags],
  };
}

/** What is noted of the pages while their tables are read. */
interface Notes {
  pages: number;
  words: number;
  /** The lines outside the tables that are drawn with lines. */
  readonly around: Line[];
  /** Those of them at the head and at the foot of a page. */
  readonly edges: EdgeLine[];
  /** What stands over the first table of the first page that has one. */
  readonly headings: Line[];
  readonly stamps: Flag[];
  /** Lines that no table took, unless they turn out to stand around tables; and pages, without a line. */
  readonly unread: { readonly flag: Flag; readonly line: Line | null }[];
  /** The first page with a table. */
  first: number | null;
  /** The pages whose rows seem to go on on another page, which was not read. */
  readonly halves: Set<number>;
}

const HALF_ROW: Flag = {
  code: "half-row",
  severity: "error",
  cells: [],
  message: "A later page has numbers at the height of this row that were not read: they may be its own",
};

/** What stands around the tables of all pages. */
interface Surroundings {
  readonly preamble: readonly Line[];
  readonly titles: readonly string[];
  readonly filter: LineFilter;
}

/**
 * The tables of all pages, in their order. They are read one after the other as they are asked for, so that a long
 * document is never in memory as tables, cells and rows at the same time: a page whose tables are all drawn with lines
 * speaks for itself. From the first other page on, rows depend on what all pages have in common.
 */
function* findRegions(
  pages: Iterable<Page>,
  family: Family,
  labels: LabelVocabulary,
  notes: Notes,
  surroundings: () => Surroundings,
  watch: (regions: readonly Region[]) => void,
): Generator<Region> {
  const headers = createHeaderVocabulary(family);
  const known: (readonly PlacedColumn[])[] = [];
  const waiting: LaidOut[] = [];
  const halves = createOtherHalves();
  const withNames = createNameFinder(family, headers);
  const finish = ({ page, inside }: LaidOut, found: readonly Region[]): readonly Region[] => {
    const regions = withNames(
      page,
      found.toSorted((a, b) => a.box[1] - b.box[1]),
      inside,
    );
    const half = regions.length === 0 ? halves.find(page) : null;
    const flags = regions.length > 0 ? [] : flagUnknownTable(page, notes.first !== null, half !== null);
    notes.unread.push(
      ...flags.map((flag) => ({ flag, line: null })),
      ...flagUnread(page, regions, page.number !== notes.first),
    );
    if (half !== null) notes.halves.add(half);
    if (regions.length > 0) {
      halves.add(page, regions);
      watch(regions.flatMap(partRegion));
    }
    return regions.map(onPages);
  };
  for (const printed of pages) {
    const { page, stamps } = setStampsApart(printed);
    const laidOut = layOut(page, family, headers, known);
    const { ruled, sections, lines } = laidOut;
    notes.pages++;
    notes.words += printed.words.length;
    const around = asLines(page, lines).map((line, i): EdgeLine => {
      const { y } = lines[i]!;
      return { line, place: [y, page.height - y] };
    });
    for (const { line } of around) notes.around.push(line);
    notes.edges.push(...edgesOf(around, linesOver(laidOut).length));
    notes.stamps.push(...flagStamps(page, stamps));
    if (notes.first === null && ruled.length + sections.length > 0) {
      notes.first = page.number;
      notes.headings.push(...asLines(page, linesOver(laidOut)));
    }
    if (waiting.length > 0 || sections.length > 0) waiting.push(laidOut);
    else yield* finish(laidOut, ruled);
  }
  if (waiting.length === 0) return;
  const { filter } = surroundings();
  const tell = {
    vocabulary: labels,
    isTotal: createTotalTest(family),
    isHeader: (text: string) => headers.meaningOf(text) !== null,
    namesOrgan: createOrganNameTest(family),
  };
  const agreed = agreeOnColumns(waiting, filter, tell.isTotal);
  /** Those of the tables so far, the last one last. */
  const layouts = new Set<ColumnLayout>();
  const places: KnownPlaces = { organs: new Map(), labels: new Map() };
  for (let laidOut = waiting.shift(); laidOut !== undefined; laidOut = waiting.shift()) {
    const { page, ruled, sections } = laidOut;
    const found = [...ruled];
    const rest = goOn(laidOut, layouts, filter, tell, places);
    if (rest !== null) found.push(rest);
    for (const section of sections) {
      const { layout, body } = agreed.get(section)!;
      agreed.delete(section);
      const mayGoOn = layouts.size > 0 && found.length === 0;
      const rows = readUnruled(page, layout, body, section.top, tell, mayGoOn, places);
      // Sections whose headers are alike share theirs, so that these stay few.
      layouts.delete(layout);
      layouts.add(layout);
      found.push({ page, columns: layout.columns, rows, hasHeader: true, box: section.box });
    }
    yield* finish(laidOut, found);
  }
}

/** What goes on without a header of a table on an earlier page: over the first table of the page, or all over it. */
function goOn(
  laidOut: LaidOut,
  layouts: ReadonlySet<ColumnLayout>,
  filter: LineFilter,
  tell: TellTexts,
  places: KnownPlaces,
): Region | null {
  const { page, ruled, sections } = laidOut;
  const over = bodyOf(page, linesOver(laidOut), filter, false);
  const layout = [...layouts].findLast((known) => goesOn(over, known));
  if (layout === undefined) return null;
  const isAlone = ruled.length + sections.length === 0;
  const body = isAlone ? over : withoutHeading(over, layout.columns);
  const rows = readUnruled(page, layout, body, 0, tell, true, places);
  const box = [0, 0, page.width, isAlone ? page.height : topOf(laidOut)] as const;
  return rows.length === 0 ? null : { page, columns: layout.columns, rows, hasHeader: false, box };
}

/** The lines of text over the first table of a page. */
function linesOver(laidOut: LaidOut): TextLine[] {
  const top = topOf(laidOut);
  return laidOut.lines.filter(({ y }) => y < top);
}

function topOf({ ruled, sections }: LaidOut): number {
  return Math.min(...[...ruled, ...sections].map(({ box }) => box[1]));
}

function lookAround(
  { pages, around, edges, headings, first }: Notes,
  family: Family,
  labels: LabelVocabulary,
): Surroundings {
  // The title that stands over the table is the table's; one on a cover is the document's. Rows may name the plan as well.
  const preamble = [...headings, ...around.filter(({ page }) => first !== null && page < first)];
  const titles = findTitles(preamble, family);
  const running = findRunningLines(edges, pages, labels);
  const texts = headings.map(({ text }) => text);
  return { preamble, titles, filter: createLineFilter(family, titles, texts, false, running) };
}

/**
 * Whether lines without a header look like rows of a table on an earlier page: most print texts beside their numbers, or
 * most print none, as on the right one of facing pages. Where blanks stand for zeros, rows may print few numbers.
 */
function goesOn(lines: readonly TextLine[], { columns }: ColumnLayout): boolean {
  const cells = columns.filter(({ kind }) => kind === "cell");
  const left = cells[0]?.left ?? 0;
  const numbers = ({ words }: TextLine) =>
    words.filter(({ text, box }) => box[2] > left && isValue(text)).length;
  const rows = lines.filter((line) => numbers(line) >= cells.length / 2);
  const named = rows.filter(({ words }) => words.some(({ text }) => !isValue(text)));
  const hasLabels = cells.length < columns.length;
  if (rows.length > 0) return hasLabels === named.length * 2 > rows.length;
  return areSparse(lines, columns);
}

/** Fewer texts beside a number might be anyone's. */
const MIN_LABELS = 2;

/**
 * Whether most lines with numbers that stand apart from texts, as those in prose do not, print the target and texts in
 * their columns.
 */
function areSparse(lines: readonly TextLine[], columns: readonly PlacedColumn[]): boolean {
  const target = columns.find(({ kind }) => kind === "cell");
  if (target?.name !== "target") return false;
  const labels = columns.filter(({ kind }) => kind !== "cell");
  const isApart = (text: readonly Word[]) =>
    text[0]!.box[2] > target.left && text.every((word) => isValue(word.text));
  const printed = lines
    .map(({ words }) => ({ words, numbers: partTexts(words).filter(isApart).flat() }))
    .filter(({ numbers }) => numbers.length > 0);
  const rows = printed.filter(
    ({ words, numbers }) =>
      holds(numbers, target) && labels.filter((column) => holds(words, column)).length >= MIN_LABELS,
  );
  return 2 * rows.length > printed.length;
}

/** Whether some word stands in a column. */
function holds(words: readonly Word[], { left, right }: PlacedColumn): boolean {
  return words.some(({ box }) => {
    const middle = (box[0] + box[2]) / 2;
    return left < middle && middle < right;
  });
}

function noTable({ pages, words }: Notes): PoiError {
  return new PoiError(
    "no-table",
    `No table that this family knows was found: ${pages} pages with ${words} words were read`,
    { hint: "`poi inspect` draws what was found on a page; --family names the kind of document" },
  );
}

/** All the text of a document as lines, for who wants to know what it is: each page's when it is asked for. */
export function* documentLines(pages: readonly Page[]): Generator<Line> {
  for (const page of pages) yield* asLines(page, allLines(page.words));
}
