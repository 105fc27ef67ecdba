import type { PlacedLine } from "./place-words.ts";
import type { PlacedColumn } from "./region.ts";

/** The middle of a name that is printed over a whole table is this near to the table's, as a share of its width. */
const NEAR_MIDDLE = 0.1;

/**
 * Leaves out what signs a page under its last row: texts over columns of numbers alone, not in the middle of the table, in a
 * style that nothing over them has. The name of an organ whose rows are on the next page stands where others do.
 */
export function withoutSignatures(
  lines: readonly PlacedLine[],
  columns: readonly PlacedColumn[],
): readonly PlacedLine[] {
  const last = lines.findLastIndex(({ values }) => values > 0);
  const table = lines.slice(0, last + 1);
  const styles = new Set(table.flatMap(({ words }) => words.map(({ style }) => style)));
  const left = table.reduce(
    (least, { words }) => Math.min(least, words[0]!.box[0]),
    Number.POSITIVE_INFINITY,
  );
  const right = table.reduce((most, { words }) => Math.max(most, words.at(-1)!.box[2]), 0);
  const isSignature = ({ words, cells }: PlacedLine) => {
    const middle = (words[0]!.box[0] + words.at(-1)!.box[2]) / 2;
    return (
      columns.every(({ kind }, i) => kind === "cell" || cells[i]!.length === 0) &&
      Math.abs(middle - (left + right) / 2) > NEAR_MIDDLE * (right - left) &&
      words.every(({ style }) => !styles.has(style))
    );
  };
  return lines.filter((line, i) => i <= last || !isSignature(line));
}
