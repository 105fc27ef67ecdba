import type { Flag, Line, Page, Word } from "../document.ts";
import { looksNumeric } from "../rules/number.ts";
import type { Region } from "./region.ts";
import { asLines, textLines } from "./text-lines.ts";

/** A page with as many lines of as many numbers holds a table, of whatever kind. */
const TABLE_LINES = 3;
const TABLE_NUMBERS = 6;

/** A line outside a table with fewer numbers is a date, a page's number, or a remark. */
const MIN_NUMBERS = 3;

/** A line whose numbers came into no cell, and what is to be said of it unless it stands around tables. */
export interface UnreadLine {
  readonly line: Line;
  readonly flag: Flag;
}

/**
 * Names every line from a page's first table on whose numbers came into no cell: a number that is printed in or under a
 * table is in a cell, or in a flag.
 *
 * @param regions the page's tables
 * @param isAfterTable whether a page before has a table, which may go on over the first one of this page
 */
export function flagUnread(page: Page, regions: readonly Region[], isAfterTable = false): UnreadLine[] {
  const tops = regions.flatMap(({ rows }) => rows[0]?.top ?? []);
  if (tops.length === 0) return [];
  const top = isAfterTable ? 0 : Math.min(...tops);
  const used = new Set(
    regions.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ words }) => words))),
  );
  const headers = regions.map(({ box, rows }) => ({ box, bottom: rows[0]?.top ?? box[3] }));
  const isInHeader = ({ box }: Word) =>
    headers.some((header) => {
      const y = (box[1] + box[3]) / 2;
      return y >= header.box[1] && y < header.bottom;
    });
  const isLeft = (word: Word) => word.box[1] >= top && !used.has(word) && !isInHeader(word);
  const isNumber = ({ text }: Word) => looksNumeric(text);
  // Most pages leave nothing: then there is no need to put their lines together.
  if (page.words.filter((word) => isNumber(word) && isLeft(word)).length < MIN_NUMBERS) return [];
  return textLines(page.words).flatMap((line, i): UnreadLine[] => {
    const left = line.words.filter(isLeft);
    if (left.filter(isNumber).length < MIN_NUMBERS) return [];
    const text = left.map((word) => word.text).join(" ");
    const flag = {
      code: "line-not-read",
      severity: "warning",
      cells: [],
      message: `Page ${page.number}, line ${i + 1} has numbers but is no row of the table: "${text}"`,
    } as const;
    return [{ line: asLines(page, [line])[0]!, flag }];
  });
}

/**
 * Names a page that prints lines of numbers, and on which no table was found that the family knows.
 *
 * @param isAfterTable whether a page before has a table, so that a single line of numbers may be the end of it
 * @param isHalf whether its numbers stand at the heights of the rows of another page, be they few
 */
export function flagUnknownTable(page: Page, isAfterTable = false, isHalf = false): Flag[] {
  const lines = textLines(page.words).filter(
    ({ words }) => words.filter(({ text }) => looksNumeric(text)).length >= (isHalf ? 1 : TABLE_NUMBERS),
  );
  if (lines.length < (isAfterTable ? 1 : TABLE_LINES)) return [];
  const count = lines.length === 1 ? "a line" : `${lines.length} lines`;
  const message = `Page ${page.number} has ${count} of numbers, and no table that this family knows: they were not read`;
  return [{ code: "table-not-read", severity: "warning", cells: [], message }];
}
