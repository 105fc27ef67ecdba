import { fold } from "../text/fold.ts";
import { cellText } from "./cell-text.ts";
import type { PlacedLine, TellTexts } from "./place-words.ts";
import type { PlacedColumn } from "./region.ts";
import { ONE_TEXT, partTexts } from "./text-lines.ts";

/**
 * Marks the lines that name the organ of the rows under them. They print a known organ, or a text that goes on over the
 * edge of a column. In a table without a column for organs, so does a text in the first column that is printed otherwise
 * than the rows are, or that a total names.
 */
export function markBands(
  lines: readonly PlacedLine[],
  columns: readonly PlacedColumn[],
  tell: TellTexts,
): PlacedLine[] {
  const isLabelled = columns.some(({ kind, name }) => kind === "label" && name === "organ");
  const isHeading = isLabelled ? () => false : headingTest(lines, tell);
  return lines.map((line) => ({ ...line, isBand: isBandLine(line, columns, tell) || isHeading(line) }));
}

function isBandLine(
  { words, cells, values }: PlacedLine,
  columns: readonly PlacedColumn[],
  tell: TellTexts,
): boolean {
  if (values > 0) return false;
  const filled = cells.flatMap((held, i) => (held.length > 0 ? [i] : []));
  if (filled.length > 1 && columns[filled.at(-1)!]!.kind === "label") return false;
  const isLeft = words[0]!.box[0] < columns[0]!.right;
  const isNamed = isLeft && columns[0]!.name !== "organ" && tell.vocabulary.has("organ", cellText(words));
  if (isNamed || columns[filled.at(-1)!]!.kind === "cell") return true;
  const last = words.at(-1)!.box[2];
  const covered = columns.filter(({ left }) => left < last - ONE_TEXT * words[0]!.size).length;
  return isLeft && covered > 1 && partTexts(words).length === 1;
}

/** Makes a test for texts that stand in the first column alone, in a style of their own or named by a total. */
function headingTest(lines: readonly PlacedLine[], { isTotal }: TellTexts): (line: PlacedLine) => boolean {
  const named: string[] = [];
  const styles = new Set<string>();
  for (const { cells, values } of lines) {
    const first = cells[0]!;
    if (values === 0 || first.length === 0) continue;
    const text = cellText(first);
    if (isTotal(text)) named.push(fold(text));
    else for (const { style } of first) styles.add(style);
  }
  return ({ words, cells, values }) => {
    if (values > 0 || cells[0]!.length < words.length) return false;
    if (styles.size > 0 && words.every(({ style }) => !styles.has(style))) return true;
    const text = ` ${fold(cellText(words))}`;
    return named.some((total) => total.endsWith(text));
  };
}
