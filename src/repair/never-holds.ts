import type { Flag } from "../document.ts";

/** Where as many rows, and this share of them, break their arithmetic, those that keep it do so by chance. */
const MIN_BROKEN = 5;
const MOST_BROKEN = 0.8;

const NEVER_HOLDS: Flag = {
  code: "sums-never-hold",
  severity: "error",
  cells: [],
  message:
    "Hardly a row of the table adds up: the text of the file may say other numbers than are seen, or the columns mean other things",
};

/** The doubt of every row of a table of which so many do not add up; none where others do. */
export function neverHolds(broken: number, rows: number): Flag[] {
  return broken >= MIN_BROKEN && broken >= MOST_BROKEN * rows ? [NEVER_HOLDS] : [];
}
