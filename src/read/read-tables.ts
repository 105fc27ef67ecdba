import type { Flag, Line, PrintedRow, ReadDocument, Table, TextDocument } from "../document.ts";
import { PoiError } from "../errors.ts";
import type { Family } from "../family.ts";
import type { Column } from "../grid/header.ts";
import { detectNumberFormat } from "../rules/number.ts";
import { findSections } from "./find-sections.ts";
import { createLabelVocabulary } from "./label-vocabulary.ts";
import { createLineFilter } from "./line-filter.ts";
import { readDelimited } from "./read-delimited.ts";
import { findTitles, readInfo } from "./read-info.ts";
import { readLayout } from "./read-layout.ts";
import type { SectionRows } from "./reading.ts";
import { settleFields, settleSpaced } from "./settle-columns.ts";
import { splitTokens } from "./split-tokens.ts";

/**
 * Reads the tables of a text document and what stands around them. Nothing is repaired: rows carry what is
 * printed, in the order of print. Every line with numbers among the rows that became part of none is named in
 * a flag `line-not-read`.
 *
 * Throws `PoiError` no-table where there is neither a header nor a row.
 */
export function readTables(document: TextDocument, family: Family): ReadDocument {
  const vocabulary = createLabelVocabulary(family);
  const sections = findSections(document, family);
  const firstHeader = sections[0]!.header;
  const preamble = document.lines.slice(0, firstHeader?.from ?? 0);
  const titles = findTitles(preamble, family);
  const filter = createLineFilter(family, titles);
  const flags: Flag[] = [];
  const tables: Table[] = [];
  for (const section of sections) {
    const lines = document.lines.slice(section.from, section.to);
    const printed = section.header?.columns ?? declaredColumns(family);
    const isSpaced = document.separator === "spaces";
    const columns = isSpaced ? settleSpaced(printed, lines) : settleFields(printed, lines);
    const page = section.header === null ? null : (document.lines[section.header.from]?.page ?? null);
    const read = isSpaced
      ? readLayout(lines, section.header, page, columns, family, vocabulary, filter)
      : readDelimited(document, lines, columns, family, vocabulary, filter);
    flags.push(...read.flags);
    addRows(tables, columns, read, document);
  }
  const found = tables.filter((table) => table.rows.length > 0).map(withNumberFormat);
  if (found.length === 0) throw noTable(document, firstHeader !== null);
  const footer = document.lines.filter(filter.isFooter);
  return { info: readInfo(preamble, footer, titles, family), pages: document.pages, tables: found, flags };
}

/** Where a document has no header, its columns are those the family declares, one field each. */
function declaredColumns(family: Family): Column[] {
  const keys = new Set(family.labels.map((label) => label.key));
  return family.columns.map((name, i) => ({
    kind: keys.has(name) ? "label" : "cell",
    name,
    text: name,
    start: i,
    end: i + 1,
  }));
}

function addRows(
  tables: Table[],
  columns: readonly Column[],
  read: SectionRows,
  document: TextDocument,
): void {
  const cells = columns.filter((column) => column.kind === "cell").map((column) => column.name);
  const last = tables.at(-1);
  if (last !== undefined && last.cells.join() === cells.join()) {
    tables[tables.length - 1] = { ...last, rows: [...last.rows, ...read.rows] };
    return;
  }
  const format = { decimal: ".", thousands: null } as const;
  tables.push({ cells, rows: read.rows, channel: document.channel, numberFormat: format });
}

function withNumberFormat(table: Table): Table {
  const numberFormat = detectNumberFormat(tokenTexts(table.rows));
  return { ...table, rows: splitTokens(table.rows, numberFormat), numberFormat };
}

function* tokenTexts(rows: readonly PrintedRow[]): Generator<string> {
  for (const row of rows) for (const token of row.tokens) yield token.text;
}

function noTable(document: TextDocument, hasHeader: boolean): PoiError {
  const first: Line | undefined = document.lines[0];
  const why = hasHeader ? "has the header of a table but no rows" : "has no table that this family knows";
  return new PoiError("no-table", `The text ${why}: ${document.lines.length} lines were read`, {
    place: { page: first?.page, line: first?.number },
    hint: "copy the table with its header, or run pdftotext -layout on the PDF; --family names the kind of document",
  });
}
