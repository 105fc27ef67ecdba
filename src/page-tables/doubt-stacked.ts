import type { Flag, PrintedRow } from "../document.ts";
import type { Family } from "../family.ts";
import { withDoubts } from "../read/reading.ts";
import { fold } from "../text/fold.ts";

const SERIES_IN_ROWS: Flag = {
  code: "text-unsure",
  severity: "error",
  cells: [],
  message:
    "Rows of this table end with the name of a series: each may be one line of an activity, and its numbers those of another series",
};

/** A series is printed line by line where rows of both name it, and these are at least this share of all. */
const MIN_SHARE = 0.5;
const MIN_ROWS = 2;

/**
 * Doubts the rows of a table that prints its series one under the other, PROG. over EJEC., where the family has them side by
 * side: their names stand among the texts of the rows, and all numbers are read as those of one series.
 */
export function doubtStacked(
  rows: readonly PrintedRow[],
  { series }: Pick<Family, "series">,
): readonly PrintedRow[] {
  const names = new Map(
    series.flatMap(({ key, header }) => header.map((name) => [fold(name), key] as const)),
  );
  const named = rows.map(({ labels }) => {
    const lasts = Object.values(labels).map((text) => fold(text.slice(text.trimEnd().lastIndexOf(" ") + 1)));
    return lasts.flatMap((word) => names.get(word) ?? [])[0];
  });
  const counts = Map.groupBy(
    named.filter((key) => key !== undefined),
    (key) => key,
  );
  const often = [...counts.values()].filter(({ length }) => length >= MIN_ROWS);
  const total = often.reduce((sum, { length }) => sum + length, 0);
  if (often.length < 2 || total < MIN_SHARE * rows.length) return rows;
  return rows.map((row) => withDoubts(row, [SERIES_IN_ROWS]));
}
