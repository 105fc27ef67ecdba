import type { CellName } from "../document.ts";
import type { Candidate } from "../schema.ts";
import type { Reading } from "./reading.ts";

/** More candidates than this are no help to whoever settles the row. */
const MOST_CANDIDATES = 20;

/** The readings that remain, most probable first, each with only the cells in which they differ. */
export function listCandidates(
  ranked: readonly { reading: Reading; probability: number }[],
  cells: readonly CellName[],
  scale: number,
): Candidate[] {
  if (ranked.length === 0) return [];
  const shown = ranked.slice(0, MOST_CANDIDATES);
  const first = shown[0]?.reading.values ?? [];
  const differing = [...cells.keys()].filter(
    (cell) => first[cell] === undefined || shown.some(({ reading }) => reading.values[cell] !== first[cell]),
  );
  return shown
    .map(({ reading, probability }) => ({
      probability,
      cells: Object.fromEntries(
        differing
          .filter((cell) => reading.values[cell] !== undefined)
          .map((cell) => {
            const value = reading.values[cell] ?? null;
            return [cells[cell] as CellName, value === null ? null : value / scale];
          }),
      ),
    }))
    .filter((candidate) => Object.keys(candidate.cells).length > 0);
}
