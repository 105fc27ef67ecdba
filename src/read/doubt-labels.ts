import type { Flag, Line, PrintedRow } from "../document.ts";
import type { Family } from "../family.ts";
import { foldWords } from "../text/fold-words.ts";
import { withDoubts } from "./reading.ts";

/**
 * Names the lines of label text that stand between two rows and may belong to either. Numbers are not touched
 * by this: each line of numbers is a row of its own.
 *
 * @param lines in the order of print
 * @returns a flag for each page that has such lines
 */
export function doubtLabels(lines: readonly Line[]): Flag[] {
  const pages = new Map<number, number[]>();
  for (const { page, number } of lines) {
    const numbers = pages.get(page);
    if (numbers === undefined) pages.set(page, [number]);
    else numbers.push(number);
  }
  return [...pages].map(([page, numbers]) => ({
    code: "labels-doubted",
    severity: "warning",
    cells: [],
    message: `Page ${page}: nothing says for sure whether the texts on these lines belong to the row above or below: ${joinRanges(numbers)}`,
  }));
}

/** Says of a whole table that the texts of some columns stand together under one of them. */
export function columnsJoined(keys: readonly string[]): Flag {
  return {
    code: "labels-not-split",
    severity: "warning",
    cells: [],
    message: `Nothing parts the columns ${keys.join(", ")} in this text, so they stand together under one of them`,
  };
}

/** The same doubt, of one row. */
export const LABELS_DOUBTED: Flag = {
  code: "labels-doubted",
  severity: "warning",
  cells: [],
  message: "Nothing says for sure which of the texts around its numbers belong to this row",
};

/**
 * Doubts the rows of text without column marks that lack a text their header names a column for, as it may have been
 * read under another one, and rows and totals whose texts hold more than their own.
 *
 * @param keys the columns of text that the header names
 */
export function doubtMissing(
  rows: readonly PrintedRow[],
  keys: readonly string[],
  { months }: Pick<Family, "months">,
): PrintedRow[] {
  const heads = new Set(months.flat().map(foldWords));
  return rows.map((row) => {
    if (row.doubts?.some(({ code }) => OF_LABELS.has(code))) return row;
    if (Object.values(row.labels).some((text) => holdsHeads(text, heads)))
      return withDoubts(row, [LABELS_DOUBTED]);
    if (row.kind === "total") return isLong(row.labels.label ?? "") ? withDoubts(row, [LABELS_DOUBTED]) : row;
    // What is counted, and who does it, say nothing of what is done.
    const saysWhat = Object.keys(row.labels).some((key) => key !== "organ" && key !== "unit");
    const missing = [...new Set([...(saysWhat ? [] : ["activity"]), ...keys])].filter(
      (key) => row.labels[key] === undefined,
    );
    if (missing.length === 0) return row;
    const message = `No ${missing.join(" and no ")} was read for this row: its text may stand under another column`;
    return withDoubts(row, [{ ...LABELS_DOUBTED, message }]);
  });
}

/**
 * Whether one letter stands apart from all other texts of a line, as those of a stamp across the page do: it may have
 * been taken for part of a text.
 */
export function hasLoneLetter({ pieces }: Line): boolean {
  return pieces.some(({ text }) => /^\p{Lu}$/u.test(text));
}

/** A text with so many heads of months took up the header. */
const HEADS = 4;

function holdsHeads(text: string, heads: ReadonlySet<string>): boolean {
  const words = text.split(" ");
  return words.length >= HEADS && words.filter((word) => heads.has(foldWords(word))).length >= HEADS;
}

/** No total has a name of more words. */
const MAX_TOTAL_WORDS = 15;

function isLong(label: string): boolean {
  return label.split(" ").length > MAX_TOTAL_WORDS;
}

/** Doubts that say as much of the texts of a row. */
const OF_LABELS = new Set(["labels-doubted", "labels-not-split", "row-without-labels"]);

/** Lines as a reader counts them: 3, 4, 5 and 9 are "3-5, 9". */
function joinRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && number - last[1] <= 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
}
