import { withoutDecision } from "../corrections/without-decision.ts";
import { changedCells, readCells } from "../rules/row-cells.ts";
import type { AlikeRow, Decision, Refusal } from "./api.ts";
import type { Store } from "./create-store.ts";
import type { ReviewRow } from "./review-row.ts";
import { makeSettlement } from "./settle.ts";

/** The other rows that wait for a decision and are like this one. */
export function alikeRows(store: Store, row: ReviewRow): ReviewRow[] {
  if (row.state !== "pending") return [];
  return store
    .rows()
    .filter(({ n, state, likeness }) => state === "pending" && n !== row.n && likeness === row.likeness);
}

/**
 * What the decision on a row means for another: its own candidate of the same rank, its own numbers as they stand
 * where no candidate was taken. Null where the decision cannot be carried over, as with typed numbers.
 */
function carryOver(store: Store, from: ReviewRow, to: ReviewRow, decision: Decision): Decision | null {
  const source = withoutDecision(from.row);
  const target = withoutDecision(to.row);
  const wanted = changedCells(readCells(source), decision.cells);
  const rank = source.candidates.findIndex(({ cells }) =>
    sameCells({ ...readCells(source), ...cells }, decision.cells),
  );
  if (rank < 0 && wanted.length > 0) return null;
  const chosen = rank < 0 ? {} : target.candidates[rank]?.cells;
  if (chosen === undefined) return null;
  const cells = { ...readCells(target), ...chosen };
  return { ...decision, version: store.versionOf(to), cells };
}

function sameCells(a: Readonly<Record<string, number | null>>, b: Readonly<Record<string, number | null>>) {
  return changedCells(a, b).length === 0;
}

/** What the same decision would change in the rows that are alike, for a person to look over first. */
export function previewAlike(store: Store, n: number, decision: Decision): AlikeRow[] {
  const from = store.rows()[n];
  if (from === undefined) return [];
  return alikeRows(store, from).flatMap((to) => {
    const carried = carryOver(store, from, to, decision);
    if (carried === null) return [];
    const entry = makeSettlement(store, to.n, carried);
    if ("error" in entry) return [];
    const before = readCells(withoutDecision(to.row));
    const changes = changedCells(before, carried.cells).map((cell) => ({
      cell,
      before: before[cell] ?? null,
      after: carried.cells[cell] ?? null,
    }));
    const newOrgan = entry.after.organ?.name ?? null;
    return [{ n: to.n, version: carried.version, organ: to.organ, activity: to.activity, changes, newOrgan }];
  });
}

/** Settles a row, and with it those of the preview that a person agreed to; all of them, or none. */
export function settleAlike(
  store: Store,
  n: number,
  decision: Decision,
  others: readonly { readonly n: number; readonly version: string }[],
): Promise<Refusal | null> {
  return store.commit([n, ...others.map((other) => other.n)], () => {
    const from = store.rows()[n];
    if (from === undefined) return { error: "changed" };
    const own = makeSettlement(store, n, decision);
    if ("error" in own) return own;
    const alike = new Set(alikeRows(store, from).map((row) => row.n));
    const entries = [own];
    for (const { n: other, version } of others) {
      const to = store.rows()[other];
      if (to === undefined || !alike.has(other) || store.versionOf(to) !== version)
        return { error: "changed" };
      const carried = carryOver(store, from, to, decision);
      const entry =
        carried === null ? ({ error: "changed" } as const) : makeSettlement(store, other, carried);
      if ("error" in entry) return entry;
      entries.push(entry);
    }
    return entries;
  });
}
