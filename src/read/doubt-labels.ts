import type { Flag, Line } from "../document.ts";

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

/** The same doubt, of one row. */
export const LABELS_DOUBTED: Flag = {
  code: "labels-doubted",
  severity: "warning",
  cells: [],
  message: "Nothing says for sure which of the texts around its numbers belong to this row",
};

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
