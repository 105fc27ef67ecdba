import { fold } from "../text/fold.ts";
import type { FacetCount, Progress, Queue } from "./api.ts";
import { isQueued, type ReviewRow } from "./review-row.ts";

/** What the queue is narrowed to; an absent facet takes all rows. */
export interface Filter {
  readonly state: "pending" | "settled" | "all";
  readonly document?: number | undefined;
  readonly organ?: string | undefined;
  readonly reason?: string | undefined;
  readonly equation?: string | undefined;
  readonly search?: string | undefined;
}

/** The facets of the queue: what a row counts under. */
const FACETS = {
  document: (row: ReviewRow) => [String(row.document)],
  organ: (row: ReviewRow) => (row.organ === "" ? [] : [row.organ]),
  reason: (row: ReviewRow) => row.reasons,
  equation: (row: ReviewRow) => row.equations,
};
type Facet = keyof typeof FACETS;

/** More values than this are no help to choose from; the rest is found by searching. */
const MAX_VALUES = 60;

/** Lists the rows that fit, worst first, and counts what each further choice would leave. */
export function listQueue(rows: readonly ReviewRow[], filter: Filter): Queue {
  const words = fold(filter.search ?? "")
    .split(" ")
    .filter((word) => word !== "");
  const wanted: Partial<Record<Facet, string>> = {};
  if (filter.document !== undefined) wanted.document = String(filter.document);
  for (const facet of ["organ", "reason", "equation"] as const) {
    const value = filter[facet];
    if (value !== undefined) wanted[facet] = value;
  }
  const facets = Object.keys(FACETS) as Facet[];
  const chosen = facets.filter((facet) => wanted[facet] !== undefined);
  const found: ReviewRow[] = [];
  const counts = { document: new Map(), organ: new Map(), reason: new Map(), equation: new Map() };
  for (const row of rows) {
    if (!isQueued(row) || !isInState(row, filter.state)) continue;
    if (words.length > 0 && !words.every((word) => row.search().includes(word))) continue;
    const misses = chosen.filter((facet) => !FACETS[facet](row).includes(wanted[facet]!));
    if (misses.length === 0) found.push(row);
    for (const facet of facets) {
      // A facet's own choice does not narrow its counts: they say what another choice would show.
      if (misses.some((miss) => miss !== facet)) continue;
      for (const value of FACETS[facet](row)) {
        counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
      }
    }
  }
  return {
    order: found.sort(worstFirst).map(({ n }) => n),
    progress: progressOf(rows),
    facets: {
      document: byCount(counts.document),
      organ: byCount(counts.organ),
      reason: byCount(counts.reason),
      equation: byCount(counts.equation),
    },
  };
}

/** How much of the work is done. */
export function progressOf(rows: readonly ReviewRow[]): Progress {
  let total = 0;
  let settled = 0;
  for (const row of rows) {
    if (!isQueued(row)) continue;
    total++;
    if (row.state === "settled") settled++;
  }
  return { total, settled };
}

function isInState({ state }: ReviewRow, wanted: Filter["state"]): boolean {
  return wanted === "all" || (state === "settled") === (wanted === "settled");
}

/** What someone settled and no longer stands comes first; totals come after the rows that they add up. */
function worstFirst(a: ReviewRow, b: ReviewRow): number {
  return (
    Number(b.state === "conflict") - Number(a.state === "conflict") ||
    Number(a.isTotal) - Number(b.isTotal) ||
    a.confidence - b.confidence ||
    a.n - b.n
  );
}

function byCount(counts: ReadonlyMap<string, number>): FacetCount[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_VALUES);
}
