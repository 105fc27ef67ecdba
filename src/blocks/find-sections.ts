import type { BlockFamily } from "../block-family.ts";
import type { Box, Line, Page, Word } from "../document.ts";
import type { ColumnLayout } from "../page-tables/place-columns.ts";
import { asLines, partTexts, type TextLine } from "../page-tables/text-lines.ts";
import { createTotalReader, type FoundTotal } from "./block-totals.ts";
import { type Context, createContextReader } from "./context-lines.ts";
import { type BlockHeader, findBlockHeaders } from "./find-block-headers.ts";
import { findRunning } from "./find-running.ts";
import { endsEarly, lacksColumns } from "./header-gaps.ts";
import { createHeaderVocabulary } from "./header-vocabulary.ts";
import { joinCodes } from "./join-codes.ts";
import { joinContexts } from "./join-contexts.ts";
import { edgesOf, layOutColumns } from "./lay-out-columns.ts";
import { createPrintTest } from "./letters.ts";
import { withoutFoot } from "./lines-near.ts";
import { areOverprinted } from "./overprinted.ts";
import { createStrip, type Strip, type StripLine } from "./strip.ts";
import { findTorn, goesOn, joinTorn, withoutHeads } from "./torn-headers.ts";

/** Lines that follow each other without a header, a context line or a total between them. */
export interface Run {
  readonly lines: readonly StripLine[];
  readonly context: Context;
  /** Whether part of a header stands over them that a page break parted, so that the columns may be others. */
  readonly isUnderTorn: boolean;
  /** Whether another text is printed over one of the contexts. */
  readonly isContextUnsure: boolean;
  /** The totals that stand under them. */
  readonly totals: readonly {
    readonly total: FoundTotal;
    readonly line: StripLine;
    readonly all: StripLine;
  }[];
}

/** A header and what stands under it, over all pages until the next. */
export interface Section {
  readonly header: { readonly page: Page; readonly box: Box; readonly unknown: readonly Word[] };
  readonly layout: ColumnLayout;
  readonly runs: readonly Run[];
  /** Whether OCR lost one of its columns, or they lie off the paper, so that numbers may stand under a neighbour's name. */
  readonly lacksColumns: boolean;
}

interface OpenRun {
  lines: StripLine[];
  context: Context;
  isUnderTorn: boolean;
  isContextUnsure: boolean;
  totals: { total: FoundTotal; line: StripLine; all: StripLine }[];
}

/** Parts a document at its headers, its context lines and its totals. */
export function findSections(
  pages: readonly { readonly page: Page; readonly lines: readonly TextLine[] }[],
  family: BlockFamily,
): { strip: Strip; sections: Section[]; preamble: Line[]; runningHead: Line[]; headers: string[] } {
  const vocabulary = createHeaderVocabulary(family);
  const readContext = createContextReader(family);
  const readTotals = createTotalReader(family);
  const isContext = (words: readonly Word[]) => readContext(words).length > 0;
  const whole = pages.map(({ page, lines }) =>
    findBlockHeaders(lines, vocabulary, family.oncePerBlock, page, isContext),
  );
  const tornOf = pages.map(({ lines }, i) => findTorn(lines, whole[i]!, vocabulary, isContext));
  const headersOf = whole.map((headers, i) => {
    const joined = joinTorn(tornOf[i - 1] ?? [], tornOf[i]!, pages[i]!.lines, family.oncePerBlock);
    return joined === null ? headers : [joined, ...headers];
  });
  const first = headersOf.findIndex((headers) => headers.length > 0);
  const running = findRunning(pages.slice(first === -1 ? pages.length : first).map(({ lines }) => lines));
  // What comes again over each table is not lost for that: a header, a context, or a line of an activity.
  const inHeaders = new Set(headersOf.flatMap((headers) => headers.flatMap(({ words }) => [...words])));
  const isLineName = createPrintTest(family.lines.kinds.flatMap(({ prints }) => prints));
  const isOfActivity = ({ words }: TextLine) =>
    partTexts(words).some((text) => isLineName(text.map((word) => word.text).join(" ")) !== null);
  const isOfTable = (line: TextLine) =>
    line.words.some((word) => inHeaders.has(word)) ||
    readContext(line.words).length > 0 ||
    isOfActivity(line);
  for (const line of running) if (isOfTable(line)) running.delete(line);
  const repeated = repeatedOnTop(pages, headersOf, running);
  for (const line of repeated.lines) running.add(line);
  const strip = createStrip(pages, running);
  const isHead = (word: Word) => inHeaders.has(word);
  const byPage = Map.groupBy(joinContexts(strip.lines, family, readContext, isHead), ({ page }) => page);

  const sections: { header: BlockHeader; page: Page; runs: OpenRun[] }[] = [];
  const preamble: Line[] = [];
  const ofContexts = new Set<Word>();
  const context: Context[] = [];
  let isUnderTorn = false;
  // The widest context that another text is printed over: what stands within it is as unsure.
  let unsureLevel = Number.POSITIVE_INFINITY;
  const levelOf = createLevelFinder(family);
  let run: OpenRun = { lines: [], context: {}, isUnderTorn, isContextUnsure: false, totals: [] };
  const open = () => {
    const isContextUnsure = Number.isFinite(unsureLevel);
    run = { lines: [], context: Object.assign({}, ...context), isUnderTorn, isContextUnsure, totals: [] };
    sections.at(-1)?.runs.push(run);
  };
  for (const [i, { page }] of pages.entries()) {
    const headers = headersOf[i]!;
    const waiting = headers.filter((header) => !repeated.headers.has(header));
    const ofHeaders = new Set(headers.flatMap(({ words }) => [...words]));
    // A header that comes again on top of a page parts nothing: an activity may go on under it.
    let isTop = true;
    const torn = tornOf[i]!.filter(({ heads }) => !heads.some(({ words }) => ofHeaders.has(words[0]!)));
    for (const printed of byPage.get(page) ?? []) {
      const part = sections.length > 0 ? torn.find(({ lines }) => lines.has(printed.line)) : undefined;
      if (part !== undefined) {
        if (!goesOn(part, sections.at(-1)!.header) && !isUnderTorn) {
          isUnderTorn = true;
          open();
        }
      }
      const [next] = waiting;
      const ofPart = new Set(part?.heads.flatMap((head) => head.words));
      const words = printed.line.words.filter((word) => !ofHeaders.has(word) && !ofPart.has(word));
      const begins = next !== undefined && printed.line.words.some((word) => next.words.has(word));
      const ownContext = readContext(withoutHeads(words, sections.at(-1)?.header));
      if (part !== undefined && ownContext.length === 0) continue;
      for (const word of ownContext.flatMap((one) => one.words)) ofContexts.add(word);
      const level = Math.min(levelOf(words), ...ownContext.map((one) => one.level));
      const wasUnsure = Number.isFinite(unsureLevel);
      if (areOverprinted(words)) unsureLevel = Math.min(unsureLevel, level);
      else if (ownContext.length > 0 && level <= unsureLevel) unsureLevel = Number.POSITIVE_INFINITY;
      if (Number.isFinite(unsureLevel) && !wasUnsure && ownContext.length === 0) open();
      // One that comes again on top of a page says nothing new.
      const isKnown = isTop && ownContext.every(({ level, labels }) => isSame(context[level] ?? {}, labels));
      if (ownContext.length > 0 && !isKnown) {
        for (const { level, labels } of ownContext)
          context.splice(level, context.length, ...pad(context, level), labels);
        const isInHeader = printed.line.words.some((word) => ofHeaders.has(word));
        if (!isInHeader) open();
        else if (!begins) run.context = Object.assign({}, ...context);
      }
      if (begins) {
        waiting.shift();
        const last = sections.at(-1);
        const isNew = ownContext.length > 0 && !isKnown;
        const isRepeated = isTop && !isNew && last !== undefined && places(next) === places(last.header);
        if (!isRepeated) {
          sections.push({ header: next, page, runs: [] });
          isUnderTorn = false;
          open();
        }
      }
      if (words.length > 0 && !(ownContext.length > 0 && isKnown)) isTop = false;
      if (sections.length === 0) preamble.push(...asLines(page, [printed.line]));
      if (ownContext.length > 0 || words.length === 0) continue;
      const own: StripLine = { ...printed, line: { ...printed.line, words: joinCodes(words) } };
      const totals = readTotals(words);
      if (totals.length > 0) {
        const named = new Set(totals.flatMap((total) => total.words));
        const rest = words.filter((word) => !named.has(word));
        run.totals.push(
          ...totals.map((total) => ({
            total,
            line: { ...own, line: { ...own.line, words: total.words } },
            all: own,
          })),
        );
        if (rest.length > 0) run.lines.push({ ...own, line: { ...own.line, words: rest } });
        const { totals: kept } = run;
        open();
        if (kept.length === 0) continue;
      } else run.lines.push(own);
    }
  }
  const firstPage = pages[first]?.page.number;
  return {
    strip,
    sections: layOut(sections, family, ofContexts, isOfActivity),
    // What stands on the page of the first table is its own; a cover's title and years are the document's.
    preamble: [...preamble.filter(({ page }) => page === firstPage), ...preamble],
    runningHead: pages.slice(Math.max(0, first), first + 1).flatMap(({ page, lines }) =>
      asLines(
        page,
        lines.filter((line) => running.has(line)),
      ),
    ),
    headers: sections.map(({ header }) => [...header.words].map((word: Word) => word.text).join(" ")),
  };
}

/** Makes a function that finds the level of the widest context whose code a line has, wherever it stands. */
function createLevelFinder({ context }: BlockFamily): (words: readonly Word[]) => number {
  const tests = context.map(({ prints }) => createPrintTest(prints.filter((print) => /\p{L}/u.test(print))));
  return (words) => {
    const level = tests.findIndex((isCode) => words.some(({ text }) => isCode(text) !== null));
    return level === -1 ? Number.POSITIVE_INFINITY : level;
  };
}

/** Widest contexts that were never printed stand empty before a narrower one. */
function pad(context: readonly Context[], level: number): Context[] {
  return Array.from({ length: Math.max(0, level - context.length) }, () => ({}));
}

function isSame(a: Context, b: Context): boolean {
  return Object.keys(b).length === Object.keys(a).length && Object.keys(b).every((key) => a[key] === b[key]);
}

/**
 * Headers that come again on top of a page, where an activity may go on under them, and their lines: what stands under
 * such a header is as near to the page before as if it were not there.
 */
function repeatedOnTop(
  pages: readonly { readonly lines: readonly TextLine[] }[],
  headersOf: readonly (readonly BlockHeader[])[],
  running: ReadonlySet<TextLine>,
): { headers: ReadonlySet<BlockHeader>; lines: readonly TextLine[] } {
  const headers = new Set<BlockHeader>();
  const lines: TextLine[] = [];
  let before: BlockHeader | undefined;
  for (const [i, page] of pages.entries()) {
    const [first] = headersOf[i]!;
    const last = before;
    before = headersOf[i]!.at(-1) ?? before;
    if (first === undefined || last === undefined || places(first) !== places(last)) continue;
    const own = page.lines.filter(({ words }) => words.some((word) => first.words.has(word)));
    const above = page.lines
      .slice(0, page.lines.indexOf(own.at(-1)!) + 1)
      .filter((line) => !running.has(line));
    const isAlone =
      above.length === own.length && own.every(({ words }) => words.every((word) => first.words.has(word)));
    if (!isAlone) continue;
    headers.add(first);
    lines.push(...own);
  }
  return { headers, lines };
}

/** What columns a header has, and where. */
function places({ columns }: BlockHeader): string {
  return columns.map(({ name, left }) => `${name}@${Math.round(left / 2)}`).join();
}

/** Columns are where all headers with the same places have them. */
function layOut(
  sections: readonly { header: BlockHeader; page: Page; runs: readonly Run[] }[],
  family: BlockFamily,
  ofContexts: ReadonlySet<Word>,
  isOfActivity: (line: TextLine) => boolean,
): Section[] {
  const groups = Map.groupBy(sections, ({ header }) => places(header));
  const layouts = new Map<string, ColumnLayout>();
  for (const [key, group] of groups) {
    const { header, page } = group[0]!;
    const runs = group.flatMap((section) =>
      section.runs.map(({ lines }) => withoutFoot(lines, isOfActivity).map(({ line }) => line)),
    );
    // Notes under the last total are in no column.
    const ofActivities = runs.filter((lines) => lines.some(isOfActivity));
    const body = (ofActivities.length > 0 ? ofActivities : runs).flat();
    layouts.set(key, layOutColumns(header, edgesOf(header, page), body, family));
  }
  return sections.map(({ header, page, runs }) => ({
    header: { page, box: header.box, unknown: header.unknown.filter((word) => !ofContexts.has(word)) },
    layout: layouts.get(places(header))!,
    runs,
    lacksColumns:
      page.skew === undefined ? endsEarly(header.columns, family) : lacksColumns(header.columns, family),
  }));
}
