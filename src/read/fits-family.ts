import type { PrintedRow } from "../document.ts";
import type { LabelVocabulary } from "./label-vocabulary.ts";

/** A row of the table fills at least this share of its number columns, and hardly more than all. */
const MIN_FILLED = 0.7;
const MAX_FILLED = 1.2;

/** Without a header at least this share of the rows must look like rows of the family. */
const MIN_SHARE = 0.5;

/**
 * Whether rows that no header stands over are rows of the family's table: most of them have about as many
 * numbers as the family declares, and name a unit or an organ that it knows. Any list of numbers under any
 * text would else be taken for a plan. A family that knows no organs cannot tell its rows at all: units are words
 * of every table.
 *
 * @param cells how many number columns the family declares
 */
export function fitsFamily(rows: readonly PrintedRow[], cells: number, vocabulary: LabelVocabulary): boolean {
  if (!vocabulary.knows("organ")) return false;
  const activities = rows.filter((row) => row.kind === "activity");
  const isKnown = ({ labels }: PrintedRow) =>
    Object.entries(labels).some(([key, text]) => vocabulary.has(key, text));
  const fitting = activities.filter((row) => {
    const { length } = row.tokens;
    return length >= cells * MIN_FILLED && length <= cells * MAX_FILLED && isKnown(row);
  });
  return activities.length > 0 && fitting.length >= activities.length * MIN_SHARE;
}
