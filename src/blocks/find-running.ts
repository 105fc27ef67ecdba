import type { TextLine } from "../page-tables/text-lines.ts";
import { letters } from "./letters.ts";

/** Running heads and feet take up at most as many lines at either end of a page. */
const EDGE_LINES = 3;
/** A line with as many numbers is a row. */
const MAX_NUMBERS = 2;
/** What stands at the edge of this share of the pages is no part of their tables. */
const SHARE = 0.6;
/** A word alone, such as the last of a wrapped text, may come again by chance. */
const MIN_LETTERS = 5;

/** Finds the lines that stand at the edges of most pages, numbers aside: a date, a title, an address, a page number. */
export function findRunning(pages: readonly (readonly TextLine[])[]): Set<TextLine> {
  const edges = pages.map((lines) => [
    ...new Set([...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)]),
  ]);
  const counts = new Map<string, number>();
  for (const lines of edges) {
    for (const text of new Set(lines.map(textOf))) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const isRunning = (line: TextLine) => {
    const text = textOf(line);
    const numbers = line.words.filter(({ text: word }) => /^[0-9][0-9.,]*$/.test(word)).length;
    const isPageNumber = text === "#" && line.words.length === 1;
    return (
      numbers <= MAX_NUMBERS &&
      (text.length >= MIN_LETTERS || isPageNumber) &&
      (counts.get(text) ?? 0) >= Math.max(2, SHARE * pages.length)
    );
  };
  return new Set(edges.flatMap((lines) => lines.filter(isRunning)));
}

function textOf({ words }: TextLine): string {
  return letters(words.map(({ text }) => text).join(" ")).replace(/[0-9]+/g, "#");
}
