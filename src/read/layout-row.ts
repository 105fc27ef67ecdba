import type { LabelVocabulary } from "./label-vocabulary.ts";
import type { LayoutLine } from "./layout-line.ts";
import { splitLabels } from "./split-labels.ts";

/** A row of spaced text: the line its numbers stand on, and the lines its texts are wrapped over. */
export interface LayoutRow {
  readonly lines: readonly LayoutLine[];
  /** Index of the line with the numbers. */
  readonly anchor: number;
}

/** Labels of a row, and how many columns hold something that the family does not know. */
export interface RowLabels {
  readonly labels: Readonly<Record<string, string>>;
  readonly unknown: number;
  /** Whether the labels were told from each other by what they say, against the columns they stand in. */
  readonly moved: boolean;
}

/**
 * Puts the texts of a row together column by column. Where a column then says what it never says (a line ran
 * into the next column, or was moved), the texts are told from each other by what they say instead.
 */
export function joinLabels(row: LayoutRow, keys: readonly string[], vocabulary: LabelVocabulary): RowLabels {
  const labels: Record<string, string> = {};
  for (const key of keys) {
    const text = row.lines.flatMap(({ texts }) => texts[key] ?? []).join(" ");
    if (text !== "") labels[key] = text;
  }
  const unknown = keys.filter(
    (key) => labels[key] !== undefined && isStrange(key, labels[key], vocabulary),
  ).length;
  if (unknown === 0) return { labels, unknown, moved: false };
  const printed = row.lines.map(({ texts }) => keys.flatMap((key) => texts[key] ?? []).join(" "));
  const split = splitLabels(printed, row.anchor, keys, vocabulary);
  const blank = keys.filter((key) => vocabulary.knows(key) && labels[key] === undefined).length;
  return split.missing < unknown + blank
    ? { labels: split.labels, unknown: split.missing, moved: true }
    : { labels, unknown, moved: false };
}

function isStrange(key: string, text: string, vocabulary: LabelVocabulary): boolean {
  return vocabulary.knows(key) && !vocabulary.has(key, text);
}
