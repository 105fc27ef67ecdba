import type { BlockFamily } from "../block-family.ts";
import type { Flag, Page, PrintedRow, ReadDocument, Table } from "../document.ts";
import { PoiError } from "../errors.ts";
import { flagUnknownTable } from "../page-tables/flag-unread.ts";
import type { Region } from "../page-tables/region.ts";
import { flagStamps, setStampsApart } from "../page-tables/set-stamps-apart.ts";
import { asLines, type TextLine, textLines } from "../page-tables/text-lines.ts";
import { withDoubts } from "../read/reading.ts";
import { detectNumberFormat } from "../rules/detect-number-format.ts";
import { alignTexts } from "./align-texts.ts";
import { blockRegions } from "./block-regions.ts";
import { flagCodesLeft } from "./codes-left.ts";
import { createLongCodeDoubts, doubtCodes } from "./doubt-codes.ts";
import { createContextDoubts } from "./doubt-contexts.ts";
import { createLabelDoubts } from "./doubt-labels.ts";
import { findMixedAtPageBreaks } from "./doubt-page-breaks.ts";
import { UNSURE } from "./doubt-texts.ts";
import { findOddYears } from "./find-odd-years.ts";
import { findSections } from "./find-sections.ts";
import { createWordJoiner } from "./join-broken-words.ts";
import { joinPerCents } from "./join-per-cents.ts";
import { itemsOf, makeRows } from "./make-rows.ts";
import { createScanMender } from "./mend-scanned.ts";
import { chooseSide } from "./numbered-items.ts";
import { createCodeParter } from "./part-codes.ts";
import { createHeadParter } from "./part-heads.ts";
import { readBlockInfo } from "./read-block-info.ts";
import { createRunReader, IRREGULAR } from "./read-run.ts";

/**
 * Reads the activities of a document that prints each on several lines, from where its words stand: lines around cells
 * help, and are not needed.
 *
 * @param doubted by page number, what is wrong with the text of a page: every row of it is to be looked at
 * @param watch called with what was found on each page
 * @throws {PoiError} `no-table` where no page has a header that the family knows
 */
export function readBlockPages(
  pages: readonly Page[],
  doubted: ReadonlyMap<number, Flag>,
  family: BlockFamily,
  watch?: (regions: readonly Region[]) => void,
): ReadDocument {
  const cleared = pages
    .map(createScanMender(family))
    .map(createCodeParter(family))
    .map(createHeadParter(family))
    .map(joinPerCents)
    .map(createWordJoiner(family))
    .map(setStampsApart);
  const printed = cleared.map(({ page }) => ({ page, lines: textLines(page.words) }));
  const { strip, sections, preamble, runningHead, headers } = findSections(printed, family);
  if (sections.length === 0) throw noTable(pages, family);
  const readRun = createRunReader(family, strip.offsets);
  const tables: { cells: readonly string[]; rows: PrintedRow[] }[] = [];
  const flags: Flag[] = cleared.flatMap(({ page, stamps }) => flagStamps(page, stamps));
  const cut = sections.map((section) => ({
    section,
    runs: section.runs.map((run) => ({ ...readRun(run, section), context: run.context })),
  }));
  const aligned = alignTexts(
    cut.flatMap(({ section: { layout }, runs }) =>
      runs.map(({ placed, edges }) => ({ placed, edges, layout })),
    ),
  );
  const read = cut.map(({ section, runs }) => ({
    section,
    runs: runs.map((run) => ({ ...run, placed: aligned.shift()! })),
  }));
  const side = chooseSide(
    read.flatMap(({ section: { layout }, runs }) =>
      runs.flatMap(({ placed }) => placed.flatMap(({ own }) => itemsOf(own, layout))),
    ),
  );
  const mixed = findMixedAtPageBreaks(
    read.flatMap(({ section: { layout }, runs }) => runs.map(({ placed }) => ({ placed, layout }))),
  );
  const odd = findOddYears(read.flatMap(({ runs }) => runs.flatMap(({ placed }) => placed)));
  for (const { section, runs } of read) {
    const made = runs.map(({ placed, totals, context }) => [
      ...placed.flatMap((one) => {
        const doubts = [
          ...one.doubts,
          ...(mixed.has(one) ? [UNSURE] : []),
          ...(odd.has(one) ? [IRREGULAR] : []),
        ];
        return makeRows(one.block, one.own, section.layout, context, family, doubts, side);
      }),
      ...totals,
    ]);
    const isScanned = section.header.page.skew !== undefined;
    const checked = isScanned ? doubtCodes(made.flat(), family) : made.flat();
    let next = 0;
    for (const [k, { cells, left }] of runs.entries()) {
      flags.push(...left.map(lineNotRead));
      const rows = checked.slice(next, next + made[k]!.length);
      next += rows.length;
      if (rows.length === 0) continue;
      const last = tables.at(-1);
      const table = last?.cells.join() === cells.join() ? last : { cells, rows: [] };
      if (table !== last) tables.push(table);
      table.rows.push(...rows.map((row) => withDoubts(row, [doubted.get(row.page) ?? []].flat())));
    }
  }
  watch?.(
    read.flatMap(({ section, runs }) =>
      blockRegions(
        runs.flatMap(({ placed }) => placed),
        section.layout,
        section.header,
      ),
    ),
  );
  const all = tables.flatMap(({ rows }) => rows);
  const doubtContexts = createContextDoubts(all, family);
  const doubtLongCodes = createLongCodeDoubts(all, family);
  const doubtLabels = createLabelDoubts(
    all,
    sections.map(({ layout }) => layout.columns),
    family,
  );
  flags.push(...flagCodesLeft(strip.lines, all, family));
  const withRows = new Set(all.flatMap(({ page, tokens }) => [page, ...tokens.map((token) => token.page)]));
  for (const { page } of printed) if (!withRows.has(page.number)) flags.push(...flagUnknownTable(page));
  if (tables.every(({ rows }) => rows.length === 0)) throw noTable(pages, family);
  // A row with numbers that came into no cell may have but parts of them.
  const whole = all.filter(({ doubts = [] }) => doubts.every(({ code }) => code !== "line-not-read"));
  const numberFormat = detectNumberFormat(
    (whole.length > 0 ? whole : all).flatMap(({ tokens }) => tokens.map(({ text }) => text)),
  );
  const info = readBlockInfo(preamble, headers, family);
  return {
    // A running head bears the day of print too: it is asked only where nothing else says what the document is.
    info: info.title === null ? readBlockInfo([...preamble, ...runningHead], headers, family) : info,
    pages: pages.length,
    tables: tables.map(
      ({ cells, rows }): Table => ({
        cells,
        rows: rows.map((row) =>
          withDoubts(row, [...doubtContexts(row), ...doubtLabels(row), ...doubtLongCodes(row)]),
        ),
        channel: "placed",
        numberFormat,
      }),
    ),
    flags,
  };
}

function lineNotRead({ page, number, line }: { page: Page; number: number; line: TextLine }): Flag {
  const text = asLines(page, [line])[0]!.text;
  return {
    code: "line-not-read",
    severity: "warning",
    cells: [],
    message: `Page ${page.number}, line ${number} has numbers but is no row of the table: "${text}"`,
  };
}

function noTable(pages: readonly Page[], { id }: BlockFamily): PoiError {
  const words = pages.reduce((sum, page) => sum + page.words.length, 0);
  return new PoiError(
    "no-table",
    `No table of the family ${id} was found: ${pages.length} pages with ${words} words were read`,
    { hint: "`poi inspect` draws what was found on a page; --family names the kind of document" },
  );
}
