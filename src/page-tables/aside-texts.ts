import type { PlacedLine } from "./place-words.ts";
import type { PlacedColumn } from "./region.ts";

/** The middle of a name that is printed over a whole table is this near to the table's, as a share of its width. */
const NEAR_MIDDLE = 0.1;

/** Where the texts and numbers of a table begin and end. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

export function extentOfLines(lines: readonly PlacedLine[]): Extent {
  const starts = lines.map(({ words }) => words[0]!.box[0]);
  const ends = lines.map(({ words }) => words.at(-1)!.box[2]);
  return {
    left: starts.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    right: ends.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  };
}

/**
 * Whether a line prints texts over columns of numbers alone and no number, and not in the middle of the table: no name of an
 * organ stands there, but a stamp, a signature or a remark may.
 */
export function isAside(
  { words, cells, values }: PlacedLine,
  columns: readonly PlacedColumn[],
  { left, right }: Extent,
): boolean {
  if (values > 0 || columns.some(({ kind }, i) => kind !== "cell" && cells[i]!.length > 0)) return false;
  const middle = (words[0]!.box[0] + words.at(-1)!.box[2]) / 2;
  return Math.abs(middle - (left + right) / 2) > NEAR_MIDDLE * (right - left);
}

/** Leaves out the lines of stamps and signatures: texts aside in a style that no row prints. */
export function withoutStamps(
  lines: readonly PlacedLine[],
  columns: readonly PlacedColumn[],
): readonly PlacedLine[] {
  const extent = extentOfLines(lines);
  const styles = new Set(
    lines.flatMap(({ values, words }) => (values > 0 ? words.map(({ style }) => style) : [])),
  );
  return lines.filter(
    (line) => !isAside(line, columns, extent) || line.words.some(({ style }) => styles.has(style)),
  );
}
