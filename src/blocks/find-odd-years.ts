import type { PlacedBlock } from "./block-regions.ts";

/** So many activities of a document are printed for as many years, or nothing is told by it. */
const MOST = 0.8;

/** Finds the activities that are printed for other years than most are: some of theirs may be lost. */
export function findOddYears(placed: readonly PlacedBlock[]): Set<PlacedBlock> {
  const bySpan = Map.groupBy(placed, ({ block: { years } }) => years.length);
  const usual = [...bySpan.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  if (usual.length < MOST * placed.length) return new Set();
  const own = new Set(usual);
  return new Set(placed.filter((one) => !own.has(one)));
}
