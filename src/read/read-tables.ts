import type { Flag, Line, PrintedRow, ReadDocument, Table, TextDocument } from "../document.ts";
import { PoiError } from "../errors.ts";
import type { Family } from "../family.ts";
import { readHeaderLine } from "../grid/header-phrases.ts";
import { createHeaderVocabulary, type HeaderVocabulary } from "../grid/header-vocabulary.ts";
import { detectNumberFormat } from "../rules/detect-number-format.ts";
import { looksNumeric } from "../rules/number.ts";
import { breakLines, joinCellHeaders } from "./break-lines.ts";
import { createTextCutter } from "./cut-text.ts";
import { doubtFormat } from "./doubt-format.ts";
import { doubtHeader } from "./doubt-header.ts";
import { doubtWhole } from "./doubt-whole.ts";
import { findSections } from "./find-sections.ts";
import { joinFacing } from "./join-facing.ts";
import { createLabelVocabulary, type LabelVocabulary } from "./label-vocabulary.ts";
import { createLineFilter } from "./line-filter.ts";
import { numberPages } from "./number-pages.ts";
import { placeBlanks } from "./place-blanks.ts";
import { placeExtra } from "./place-extra.ts";
import { findTitles, readInfo } from "./read-info.ts";
import { type ReadSection, readSection } from "./read-section.ts";
import type { Section } from "./reading.ts";
import { edgesOfText, findRunningLines } from "./running-lines.ts";
import { splitTokens } from "./split-tokens.ts";
import { createTotalTest } from "./total-label.ts";

/** Where more rows than this share look like no row, the lines are not in the order of the table. */
const MAX_DISORDERED = 0.5;

/** Where more lines than this share are a number alone, lines are cells. */
const LONE_NUMBERS = 0.3;

/** A cell of a header has no more characters. */
const MAX_CELL = 60;

/** The lines right over a header are repeated on every page; what stands further up is prose. */
const HEADING_LINES = 6;

/**
 * Reads the tables of a text document and what stands around them. Nothing is repaired: rows carry what is
 * printed, in the order of print. Every line with numbers among the rows that became part of none is named in
 * a flag `line-not-read`.
 *
 * @throws {PoiError} `no-table` where there is neither a header nor a row, or where the text is not in the order
 *   of the table
 */
export function readTables(document: TextDocument, family: Family): ReadDocument {
  const headers = createHeaderVocabulary(family);
  const labels = createLabelVocabulary(family);
  const whole = document.separator === "none" ? broken(document, family, headers, labels) : document;
  const sections = findSections(whole, family, headers);
  const firstHeader = sections[0]!.header;
  const preamble = whole.lines.slice(0, firstHeader?.from ?? 0);
  const titles = findTitles(preamble, family);
  const headings = preamble.slice(-HEADING_LINES).map((line) => line.text);
  const filter = createLineFilter(
    family,
    titles,
    headings.filter((text) => !labels.has("organ", text)),
    whole.separator === "none" && isCellByCell(whole.lines),
    findRunningLines(edgesOfText(document.lines), document.pages, labels),
  );
  const paged = document.pages === 1 ? withPages(whole, sections, filter) : whole;
  const context = { family, vocabulary: labels, filter, isTotal: createTotalTest(family) };
  const parts: ReadSection[] = [];
  for (const section of sections) {
    parts.push(readSection(paged, section, { ...context, above: parts.at(-1)?.below ?? {} }));
  }
  const read = joinFacing(parts);
  const tables = joinSections(read).map((table) => doubtHeader(settleNumbers(table, family), family));
  if (tables.length === 0) throw noTable(document, firstHeader !== null);
  if (isScrambled(read)) throw scrambled(document);
  const footer = paged.lines.filter(filter.isFooter);
  const flags = read.flatMap((section): readonly Flag[] => section.flags);
  const isLeft = flags.some(({ code }) => code === "line-not-read" || code === "row-without-labels");
  const under = () => paged.lines.slice(sections[0]!.from).filter((line) => !filter.isAroundTable(line));
  return {
    info: readInfo(preamble, footer, titles, family),
    pages: paged.pages,
    tables: isLeft ? doubtWhole(tables, under()) : tables,
    flags,
  };
}

function broken(
  document: TextDocument,
  family: Family,
  headers: HeaderVocabulary,
  labels: LabelVocabulary,
): TextDocument {
  const keys = family.columns.filter((name) => family.labels.some((label) => label.key === name));
  const isHeader = (line: Line) => {
    if (line.text.length > MAX_CELL) return false;
    const { known, share } = readHeaderLine(line, "none", headers);
    return known > 0 && share === 1;
  };
  const lines = breakLines(document.lines, createTextCutter(family, headers, labels, keys));
  return { ...document, lines: joinCellHeaders(lines, isHeader) };
}

/** Whether each cell stands on a line of its own: then many lines are a number and nothing else. */
function isCellByCell(lines: readonly Line[]): boolean {
  const lone = lines.filter((line) => line.text.length <= MAX_CELL && looksNumeric(line.text.trim())).length;
  return lone > lines.length * LONE_NUMBERS;
}

function withPages(
  document: TextDocument,
  sections: readonly Section[],
  filter: ReturnType<typeof createLineFilter>,
): TextDocument {
  const lines = numberPages(document.lines, sections, filter);
  return { ...document, lines, pages: lines.at(-1)?.page ?? 1 };
}

/** Sections under the same number columns are one table. */
function joinSections(sections: readonly ReadSection[]): Table[] {
  const tables: (Omit<Table, "rows"> & { rows: PrintedRow[] })[] = [];
  for (const { columns, rows, channel } of sections) {
    if (rows.length === 0) continue;
    const cells = columns.filter((column) => column.kind === "cell").map((column) => column.name);
    const last = tables.at(-1);
    if (last !== undefined && last.channel === channel && last.cells.join() === cells.join()) {
      for (const row of rows) last.rows.push(row);
    } else {
      tables.push({ cells, rows: [...rows], channel, numberFormat: { decimal: ".", thousands: null } });
    }
  }
  return tables;
}

/** What only all rows together tell of their numbers: how they are written, and which columns they stand in. */
function settleNumbers(table: Table, { equations }: Family): Table {
  const numberFormat = detectNumberFormat(markedTexts(table.rows));
  const rows = doubtFormat(splitTokens(table.rows, numberFormat), numberFormat);
  const cells = placeExtra(table.cells, rows, equations, numberFormat);
  const placed =
    table.channel === "collapsed" ? placeBlanks(cells, rows, equations, numberFormat) : { cells, rows };
  return { ...table, ...placed, numberFormat };
}

/** Texts that can say how numbers are written; a few digits alone say nothing. */
function markedTexts(rows: readonly PrintedRow[]): string[] {
  const texts: string[] = [];
  for (const { tokens } of rows) {
    for (const { text } of tokens) if (text.length > 3 || !isDigits(text)) texts.push(text);
  }
  return texts;
}

function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

function isScrambled(sections: readonly ReadSection[]): boolean {
  const rows = sections.reduce((sum, section) => sum + section.rows.length, 0);
  const disordered = sections.reduce((sum, section) => sum + section.disordered, 0);
  return disordered > rows * MAX_DISORDERED;
}

function noTable(document: TextDocument, hasHeader: boolean): PoiError {
  const first = document.lines[0];
  const why = hasHeader ? "has the header of a table but no rows" : "has no table that this family knows";
  const count = document.lines.length;
  const read = count === 1 ? "1 line was read" : `${count} lines were read`;
  return new PoiError("no-table", `The text ${why}: ${read}`, {
    place: { page: first?.page, line: first?.number },
    hint: "copy the table with its header, or run pdftotext -layout on the PDF; --family names the kind of document",
  });
}

function scrambled(document: TextDocument): PoiError {
  const first = document.lines[0];
  return new PoiError(
    "no-table",
    "The text of the table is not in the order of its rows, so they cannot be told apart",
    {
      place: { page: first?.page, line: first?.number },
      hint: "copy the table again from left to right, or run pdftotext -layout on the PDF",
    },
  );
}
