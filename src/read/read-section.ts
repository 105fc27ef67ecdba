import type { Channel, Line, TextDocument } from "../document.ts";
import type { Family } from "../family.ts";
import type { Column } from "../grid/header.ts";
import type { LabelVocabulary } from "./label-vocabulary.ts";
import type { LineFilter } from "./line-filter.ts";
import { readCollapsed } from "./read-collapsed.ts";
import { readDelimited } from "./read-delimited.ts";
import { readLayout } from "./read-layout.ts";
import type { Section, SectionRows } from "./reading.ts";
import { settleFields, settleSpaced } from "./settle-columns.ts";

/** The rows of a section with the columns they were read by. */
export interface ReadSection extends SectionRows {
  readonly columns: readonly Column[];
  readonly channel: Channel;
  /** Rows whose columns of text could not be told apart. */
  readonly unsplit: number;
}

/** Reads the rows of a section in the way its document parts columns. */
export function readSection(
  document: TextDocument,
  section: Section,
  family: Family,
  vocabulary: LabelVocabulary,
  filter: LineFilter,
): ReadSection {
  const lines = document.lines.slice(section.from, section.to);
  const printed = section.header?.columns ?? declaredColumns(family);
  if (document.separator === "none" || (document.separator === "spaces" && section.header === null)) {
    return asCollapsed(lines, printed, family, vocabulary, filter);
  }
  if (document.separator === "spaces") {
    const columns = settleSpaced(printed, lines);
    const page = section.header === null ? null : (document.lines[section.header.from]?.page ?? null);
    const { placed, ...read } = readLayout(lines, section.header, page, columns, family, vocabulary, filter);
    return { ...read, columns, channel: placed ? "tabular" : "collapsed", unsplit: 0 };
  }
  const columns = settleFields(printed, lines);
  const read = readDelimited(document, lines, columns, family, vocabulary, filter);
  return { ...read, columns, channel: "tabular", unsplit: 0 };
}

function asCollapsed(
  lines: readonly Line[],
  printed: readonly Column[],
  family: Family,
  vocabulary: LabelVocabulary,
  filter: LineFilter,
): ReadSection {
  // Without positions nothing tells what a column holds that the family does not list.
  const known = printed.filter((column) => column.kind !== "unknown");
  const hasLabels = known.some((column) => column.kind === "label");
  const labels = declaredColumns(family).filter((column) => column.kind === "label");
  const columns = hasLabels ? known : [...labels, ...known];
  return { ...readCollapsed(lines, columns, family, vocabulary, filter), columns, channel: "collapsed" };
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
