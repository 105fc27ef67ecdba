import { pitchAt, pointOf } from "../grid/align-numbers.ts";
import { type ColumnLayout, extentOf } from "./place-columns.ts";
import type { PlacedLine } from "./place-words.ts";

/** A number that stands further from its place, as a share of the way to the next, may be of another column. */
const OFF = 0.3;

/** Whether a line that leaves columns blank has a number which stands between two of them. */
export function standsBetween(line: PlacedLine, { columns, places }: ColumnLayout): boolean {
  const cells = line.cells.filter((_, i) => columns[i]!.kind === "cell");
  if (places === null || cells.every(({ length }) => length > 0)) return false;
  const at = places.places;
  return cells.some((words, k) => {
    if (words.length === 0) return false;
    return Math.abs(pointOf(extentOf(words), places.edge) - at[k]!) > OFF * pitchAt(at, k);
  });
}
