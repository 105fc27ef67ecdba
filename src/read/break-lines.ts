import type { Line } from "../document.ts";
import { kindOf } from "./field-kind.ts";

/** A row has at least as many numbers side by side; fewer stand in texts, too. */
export const RUN_LENGTH = 3;

/** A line longer than this may hold more than a row: a header, a title, another row. */
const LONG_LINE = 300;

/** A text without numbers that is longer than this is looked at only at its beginning. */
const MAX_TEXT = 20_000;

/**
 * Breaks lines of text without columns so that no line goes on after a row's numbers, and long lines also
 * where `cutText` says that something else begins. Where line ends are gone altogether, this brings rows back.
 * The parts keep the page and the number of their line.
 *
 * @param cutText positions within a text at which to break it
 */
export function breakLines(lines: readonly Line[], cutText: (text: string) => readonly number[]): Line[] {
  return lines.flatMap((line) => {
    const ends = findRunEnds(line.text);
    if (ends.length === 0 && line.text.length <= LONG_LINE) return [line];
    const stretches = [
      ...ends.map((end, i) => [ends[i - 1] ?? 0, end] as const),
      [ends.at(-1) ?? 0, line.text.length] as const,
    ];
    return stretches.flatMap(([start, end]) => cutStretch(line, start, end, cutText));
  });
}

function cutStretch(
  line: Line,
  start: number,
  end: number,
  cutText: (text: string) => readonly number[],
): Line[] {
  const text = line.text.slice(start, end);
  const cuts = line.text.length <= LONG_LINE ? [] : cutText(text.slice(0, MAX_TEXT));
  return [0, ...cuts].flatMap((from, i) => {
    const part = text.slice(from, cuts[i] ?? text.length).trim();
    return part === "" ? [] : [makePart(line, part)];
  });
}

function makePart(line: Line, text: string): Line {
  return { page: line.page, number: line.number, text, pieces: [{ text, start: 0, end: text.length }] };
}

/** Ends of the runs of numbers that have text behind them on the line. */
function findRunEnds(text: string): number[] {
  const ends: number[] = [];
  let run = 0;
  let end = 0;
  for (const match of text.matchAll(/\S+/g)) {
    const kind = kindOf(match[0]);
    if (kind === "text") {
      if (run >= RUN_LENGTH) ends.push(end);
      run = 0;
      continue;
    }
    if (kind === "number") run++;
    end = match.index + match[0].length;
  }
  return ends;
}

/** A header of as many lines is printed cell by cell; a shorter one is read line by line. */
const CELL_LINES = 8;

/**
 * Joins the lines of a header whose cells stand each on a line of its own, as `pdftotext` writes them.
 *
 * @param isHeader whether a line holds nothing but header words
 */
export function joinCellHeaders(lines: readonly Line[], isHeader: (line: Line) => boolean): Line[] {
  const joined: Line[] = [];
  for (let i = 0; i < lines.length; ) {
    let end = i;
    while (end < lines.length && isHeader(lines[end]!)) end++;
    const cells = lines.slice(i, end);
    if (cells.length > CELL_LINES)
      joined.push(makePart(cells[0]!, cells.map((line) => line.text.trim()).join(" ")));
    else joined.push(...cells);
    if (end < lines.length) joined.push(lines[end]!);
    i = end + 1;
  }
  return joined;
}
