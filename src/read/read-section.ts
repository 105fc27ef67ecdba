import type { Channel, Flag, Line, PrintedRow, TextDocument } from "../document.ts";
import type { Family } from "../family.ts";
import type { Column } from "../grid/header.ts";
import { breakLines } from "./break-lines.ts";
import { fitsFamily } from "./fits-family.ts";
import { readCollapsed } from "./read-collapsed.ts";
import { readDelimited } from "./read-delimited.ts";
import { readLayout } from "./read-layout.ts";
import { lineNotRead, type Section, type SectionContext, type SectionRows } from "./reading.ts";
import { settleFields, settleSpaced } from "./settle-columns.ts";

/** The rows of a section with the columns they were read by. */
export interface ReadSection extends SectionRows {
  readonly columns: readonly Column[];
  readonly channel: Channel;
  /** Whether its header names columns of text. */
  readonly hasLabels: boolean;
  /** Rows that no row of the table looks like. */
  readonly disordered: number;
}

/**
 * Reads the rows of a section in the way its document parts columns. Where there is no header, the columns are
 * those that the family declares, if the rows look like rows of the family at all.
 */
export function readSection(document: TextDocument, section: Section, context: SectionContext): ReadSection {
  const columns = section.header?.columns ?? [];
  const hasLabels = section.header === null || columns.some(({ kind }) => kind !== "cell");
  const read = { ...readRows(document, section, context), hasLabels };
  if (section.header !== null) return read;
  const cells = read.columns.filter((column) => column.kind === "cell").length;
  if (!fitsFamily(read.rows, cells, context.vocabulary)) return { ...read, rows: [], flags: [] };
  return { ...read, flags: [noHeader(read.rows[0]!), ...read.flags] };
}

function noHeader({ page, line }: PrintedRow): Flag {
  return {
    code: "no-header",
    severity: "info",
    cells: [],
    message: `No header stands over the rows from page ${page}, line ${line} on: their columns are taken in the order that the family declares`,
  };
}

function readRows(
  document: TextDocument,
  section: Section,
  context: SectionContext,
): Omit<ReadSection, "hasLabels"> {
  const lines = document.lines.slice(section.from, section.to);
  const printed = section.header?.columns ?? declaredColumns(context.family);
  const hasPlaces = section.header !== null && printed.some((column) => column.end > 0);
  if (document.separator === "none" || (document.separator === "spaces" && !hasPlaces)) {
    return asCollapsed(lines, printed, context);
  }
  if (document.separator === "spaces") {
    const columns = settleSpaced(printed, lines);
    const page = section.header === null ? null : (document.lines[section.header.from]?.page ?? null);
    const layout = readLayout(lines, section.header, page, columns, context);
    if (layout === null)
      return asCollapsed(
        breakLines(lines, () => []),
        printed,
        context,
      );
    const { placed, ...read } = layout;
    return { ...read, columns, channel: placed ? "tabular" : "collapsed", disordered: 0 };
  }
  const most = MAX_FIELDS_PER_COLUMN * printed.length;
  const { rows = [], tooLong = [] } = Object.groupBy(lines, ({ text }) =>
    hasMoreFields(text, document.separator, most) ? "tooLong" : "rows",
  );
  const flags = tooLong.map(({ page, number, text }) => lineNotRead(page, number, text));
  const columns = settleFields(printed, rows);
  const read = readDelimited(document, rows, columns, context);
  return { ...read, flags: [...flags, ...read.flags], columns, channel: "tabular", disordered: 0 };
}

/** A line with more fields than this many times the columns is no row of this table. */
const MAX_FIELDS_PER_COLUMN = 4;

/** Counts separators, and stops as soon as there are too many: a line may be as long as the file. */
function hasMoreFields(text: string, separator: string, most: number): boolean {
  if (text.length <= most) return false;
  let at = -1;
  for (let count = 0; count <= most; count++) {
    at = text.indexOf(separator, at + 1);
    if (at === -1) return false;
  }
  return true;
}

function asCollapsed(
  lines: readonly Line[],
  printed: readonly Column[],
  context: SectionContext,
): Omit<ReadSection, "hasLabels"> {
  // Without positions nothing tells what a column holds that the family does not list.
  const known = printed.filter((column) => column.kind !== "unknown");
  const hasLabels = known.some((column) => column.kind === "label");
  const labels = declaredColumns(context.family).filter((column) => column.kind === "label");
  const columns = hasLabels ? known : [...labels, ...known];
  return { ...readCollapsed(lines, columns, context), columns, channel: "collapsed" };
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
