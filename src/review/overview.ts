import type { Reconciliation } from "../schema.ts";
import type { Overview } from "./api.ts";
import type { Store } from "./create-store.ts";
import type { FamilyIndex } from "./describe-family.ts";
import { makeCharts } from "./year-charts.ts";

/** How far each document is, what its totals say, and what each organ planned and did. */
export function makeOverview(store: Store, families: FamilyIndex): Overview {
  const documents = store.documents().map((_, document) => {
    const { rows, reconciliation } = store.extractionOf(document);
    const count = (fits: (row: (typeof rows)[number]) => boolean) => rows.filter(fits).length;
    const isPersons = (row: (typeof rows)[number]) =>
      row.correction !== undefined && row.correction.outcome !== "conflict";
    return {
      document,
      rows: rows.length,
      verified: count((row) => row.status === "verified" && !isPersons(row) && !row.needsReview),
      repaired: count((row) => row.status === "repaired" && !isPersons(row) && !row.needsReview),
      reviewed: count(isPersons),
      pending: count((row) => row.needsReview),
      totals: countVerdicts(reconciliation),
      reconciliation,
    };
  });
  return { documents, charts: makeCharts(store, families) };
}

function countVerdicts(reconciliation: readonly Reconciliation[]) {
  const totals = { match: 0, mismatch: 0, unsettled: 0 };
  for (const { verdict } of reconciliation) totals[verdict]++;
  return totals;
}
