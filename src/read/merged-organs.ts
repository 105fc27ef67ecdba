import type { Flag, PrintedRow } from "../document.ts";

/**
 * Doubts about organs that are printed once for several rows, in text by spaces. Such a cell may be aligned to
 * its top, and then a row without an organ belongs to the one above; or to its middle, and then half of the
 * rows stand above their organ's name. The rows in the middle reading must fill the table without a rest.
 *
 * @param rows rows as printed, before labels are carried down; a total says nothing of organs
 * @param goesOn whether the first rows may belong to an organ on the page before
 * @param isLow whether some name begins lower than the other texts of its row, as one in the middle of several does
 * @returns a flag where the names may stand in the middle of their rows
 */
export function doubtMergedOrgans(rows: readonly PrintedRow[], goesOn: boolean, isLow = false): Flag[] {
  const activities = rows.filter((row) => row.kind === "activity");
  const printed = activities.flatMap((row, i) => (row.labels.organ === undefined ? [] : [i]));
  if (printed.length === activities.length || printed.length === 0) return [];
  const isTop = printed[0] === 0 || goesOn;
  if (isTop && !isLow && !fitsMiddle(printed, activities.length)) return [];
  const first = activities.find((row) => row.labels.organ === undefined)!;
  return [
    {
      code: "organ-unsure",
      severity: "warning",
      cells: [],
      message: `From page ${first.page}, line ${first.line} on, organs are printed once for several rows, and may stand in the middle of their rows: each row was given the organ above it`,
    },
  ];
}

/** Whether the names can all stand in the middle of a group of rows, the groups filling the table. */
function fitsMiddle(names: readonly number[], rows: number): boolean {
  // The rows at which the next group may begin. A group of an even number has its name above or below its middle.
  let starts = new Set([0]);
  for (const name of names) {
    const next = new Set<number>();
    for (const start of starts) {
      if (start > name) continue;
      for (const slack of [-1, 0, 1]) {
        const end = 2 * name - start + slack;
        if (end >= name) next.add(end + 1);
      }
    }
    starts = next;
  }
  return starts.has(rows);
}
