import type { Flag, Line, Table } from "../document.ts";
import { kindOf } from "./field-kind.ts";
import { withDoubts } from "./reading.ts";

/** So many numbers of texts (years, laws, sizes) are passed over. */
const MAX_LEFT = 20;
/** Where more than this share of the numbers of a document came into no row with a text, its rows may be halves. */
const MAX_LEFT_SHARE = 0.1;

/**
 * Doubts all rows of a document of whose numbers a good part came into no row with a text, as where the right half of its columns
 * stands on pages that could not be read: what was read may hold and still be half of each row.
 *
 * @param lines the lines under the headers, those around the tables left out
 */
export function doubtWhole(tables: readonly Table[], lines: readonly Line[]): Table[] {
  const rows = tables.flatMap((table) => table.rows);
  // What a row without texts counts is not known: it may be the other half of another one.
  const known = rows.filter(({ doubts }) => !doubts?.some(({ code }) => code === "row-without-labels"));
  const read = known.reduce((sum, { tokens }) => sum + tokens.filter(({ text }) => text !== "").length, 0);
  // A line with more numbers than all rows together holds none of their halves, and is named by itself.
  const printed = lines.map(({ text }) => countNumbers(text)).filter((count) => count <= read);
  const left = printed.reduce((sum, count) => sum + count, 0) - read;
  if (left <= MAX_LEFT || left <= MAX_LEFT_SHARE * (left + read)) return [...tables];
  const doubt: Flag = {
    code: "not-whole",
    severity: "error",
    cells: [],
    message: `About ${left} numbers of the document are in no row with a text, beside ${read} that are: this row may be only a part of what is printed`,
  };
  return tables.map((table) => ({ ...table, rows: table.rows.map((row) => withDoubts(row, [doubt])) }));
}

function countNumbers(text: string): number {
  return text.split(/[\s;]+/).filter((word) => kindOf(word) === "number").length;
}
