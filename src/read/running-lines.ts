import type { Line } from "../document.ts";
import { foldWords } from "../text/fold-words.ts";
import type { LabelVocabulary } from "./label-vocabulary.ts";

/** Running heads and feet take up at most as many lines at either end of a page. */
const EDGE_LINES = 2;

/** No running line is longer. */
const MAX_LENGTH = 300;

/** What is the same in a running line on every page: its words, whatever its numbers are. */
export function runningText(line: Line): string {
  return foldWords(line.text).replace(/[0-9]+/g, "#");
}

/**
 * Finds the lines that stand at the same end of every page, numbers aside: the name of a system, a date, a page
 * number. A piece of a known label is none, since wrapped labels repeat, too; nor is a row.
 */
export function findRunningLines(
  lines: readonly Line[],
  pages: number,
  vocabulary: LabelVocabulary,
): Set<string> {
  if (pages < 2) return new Set();
  const counts = new Map<string, Set<number>>();
  for (const line of edgeLines(lines)) {
    if (line.text.length > MAX_LENGTH) continue;
    const text = runningText(line);
    if (!/[A-Z]/.test(text) || vocabulary.hasPart(text) || ROW.test(line.text)) continue;
    const seen = counts.get(text) ?? new Set();
    counts.set(text, seen.add(line.page));
  }
  return new Set([...counts].filter(([, seen]) => seen.size === pages).map(([text]) => text));
}

function edgeLines(lines: readonly Line[]): Line[] {
  const edges: Line[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && lines[to]!.page === lines[from]!.page) to++;
    const page = lines.slice(from, to);
    edges.push(...page.slice(0, EDGE_LINES), ...page.slice(EDGE_LINES).slice(-EDGE_LINES));
    from = to;
  }
  return edges;
}

/** Three numbers at the end of a line make it a row. */
const ROW = /(?:\s+-?[0-9][0-9.,]*){3}\s*$/;
