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

/** A line at the head or at the foot of its page. */
export interface EdgeLine {
  readonly line: Line;
  /** How far it stands from the upper and from the lower edge of the page, in points; null in text, which has no places. */
  readonly place: readonly [number, number] | null;
}

/** What may be the head and the foot of a page: of its lines the first that stand over its table, and the last. */
export function edgesOf<T>(lines: readonly T[], over = lines.length): T[] {
  return [...lines.slice(0, Math.min(over, EDGE_LINES)), ...lines.slice(EDGE_LINES).slice(-EDGE_LINES)];
}

/** The edges of all pages of a text. */
export function edgesOfText(lines: readonly Line[]): EdgeLine[] {
  const pages = [...Map.groupBy(lines, ({ page }) => page).values()];
  return pages.flatMap((page) => edgesOf(page).map((line) => ({ line, place: null })));
}

/** The same line stands on all pages at the same height, but for as many points. */
const SAME_PLACE = 3;

/**
 * Finds the lines that stand at the same end of every page, numbers aside: the name of a system, a date, a page
 * number. Pieces of known labels are none, since wrapped labels repeat, too; nor is a row.
 */
export function findRunningLines(
  edges: readonly EdgeLine[],
  pages: number,
  vocabulary: LabelVocabulary,
): Set<string> {
  if (pages < 2) return new Set();
  const isOfLabels = (text: string) => text.split(GAP).every((part) => vocabulary.hasPart(foldWords(part)));
  const alike = new Map<string, EdgeLine[]>();
  for (const edge of edges) {
    const { text: printed } = edge.line;
    if (printed.length > MAX_LENGTH) continue;
    const text = runningText(edge.line);
    if (!/[A-Z]/.test(text) || isOfLabels(printed) || ROW.test(printed)) continue;
    alike.set(text, [...(alike.get(text) ?? []), edge]);
  }
  const isRunning = (same: readonly EdgeLine[]) =>
    new Set(same.map(({ line }) => line.page)).size === pages && standInOnePlace(same);
  return new Set([...alike].filter(([, same]) => isRunning(same)).map(([text]) => text));
}

/** What parts the texts of a line. */
const GAP = /\t| {3,}/;

function standInOnePlace(edges: readonly EdgeLine[]): boolean {
  const places = edges.flatMap(({ place }) => (place === null ? [] : [place]));
  return [0, 1].some((edge) => {
    const sorted = places.map((place) => place[edge]!).sort((a, b) => a - b);
    return sorted.length === 0 || sorted.at(-1)! - sorted[0]! <= SAME_PLACE;
  });
}

/** Three numbers at the end of a line make it a row. */
const ROW = /(?:\s+-?[0-9][0-9.,]*){3}\s*$/;
