import type { Line } from "../document.ts";
import type { Family } from "../family.ts";
import { fold } from "../text/fold.ts";
import { runningText } from "./running-lines.ts";

/** Tells the lines that stand around a table from its rows. */
export interface LineFilter {
  readonly isTitle: (line: Line) => boolean;
  readonly isFooter: (line: Line) => boolean;
  readonly isPageNumber: (line: Line) => boolean;
  /** Any of these, or a running line; between the rows of a table stand no titles and no running lines. */
  readonly isAroundTable: (line: Line, isInTable?: boolean) => boolean;
}

const PAGE_NUMBER =
  /^\W*(?:(?:P[AÁ]G(?:INA|\.)?|HOJA|FOLIO)\W*[0-9]{1,4}(?:\s*(?:DE|\/|-)\s*[0-9]{1,4})?|[0-9]{1,4}\s*(?:DE|\/)\s*[0-9]{1,4}|- ?[0-9]{1,4} ?-)\W*$/i;

/** What parts the texts of a line. */
const GAP = /\t| {3,}/;

/**
 * Whether a line is a page number, be it with gaps in it, or several and nothing else: those of pages that are halves of one
 * sheet stand on one line.
 */
function areAllPageNumbers(text: string): boolean {
  return PAGE_NUMBER.test(text) || text.split(GAP).every((part) => PAGE_NUMBER.test(part));
}

/** A page number at the end of a running line, a wide gap or an empty field away from what stands before it. */
const LAST_PAGE_NUMBER =
  /(?:\t|;|,,| {3})\W*P[AÁ]G(?:INA|\.)?\W{0,3}[0-9]{1,4}\s?(?:DE|\/)\s?[0-9]{1,4}[\s;.]*$/i;

/** A page number, with empty fields beside it, takes no more characters. */
const MAX_PAGE_NUMBER = 120;

/** No title or footer is longer; a longer line need not be looked at. */
const MAX_LENGTH = 600;

/**
 * @param titles the titles found over the table; a line that repeats one of them is a title
 * @param headings what else stands over the first header, and is printed again on every page
 * @param isCells whether lines may hold a single cell, so that a lone number is no page number
 * @param running what stands at the edge of every page, as `runningText` gives it
 */
export function createLineFilter(
  family: Family,
  titles: readonly string[],
  headings: readonly string[],
  isCells: boolean,
  running: ReadonlySet<string>,
): LineFilter {
  const known = new Set([...titles, ...headings].map(fold));
  const footers = [...family.footer.source, ...family.footer.preparedBy].map(fold);
  const longest = Math.max(0, ...[...known].map((text) => text.length));
  const isTitle = (line: Line) =>
    line.text.length <= MAX_LENGTH &&
    line.text.trim().length <= 2 * longest + 8 &&
    known.has(fold(line.text));
  const isFooter = (line: Line) => {
    const start = line.text.trimStart();
    if (!start.slice(0, 60).includes(":")) return false;
    const folded = fold(start.slice(0, start.indexOf(":")).replace(/^[^\p{L}]+/u, ""));
    return footers.includes(folded);
  };
  const isRunning = (line: Line) => running.size > 0 && running.has(runningText(line));
  const isPageNumber = (line: Line) =>
    (line.text.length <= MAX_PAGE_NUMBER &&
      (areAllPageNumbers(line.text) ||
        (!isCells && Number(line.text.replace(/[\s;,]+/g, "") || 0) === line.page))) ||
    LAST_PAGE_NUMBER.test(line.text.slice(-MAX_PAGE_NUMBER));
  return {
    isTitle,
    isFooter,
    isPageNumber,
    isAroundTable: (line, isInTable = false) =>
      isFooter(line) || isPageNumber(line) || (!isInTable && (isTitle(line) || isRunning(line))),
  };
}
