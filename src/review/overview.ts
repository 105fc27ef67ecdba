import { monthKeys, quarterKeys } from "../rules/cell-names.ts";
import { readCells } from "../rules/row-cells.ts";
import type { Reconciliation } from "../schema.ts";
import type { OrganSum, Overview } from "./api.ts";
import type { Store } from "./create-store.ts";
import type { FamilyIndex } from "./describe-family.ts";
import type { ReviewRow } from "./review-row.ts";

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
  const organs = families.list.map((family, k) => {
    const own = store.rows().filter(({ document, isTotal }) => !isTotal && families.of(document) === k);
    return {
      family: k,
      organs: sumByOrgan(
        own,
        family.series.map(({ key }) => key),
      ),
    };
  });
  return { documents, organs };
}

function countVerdicts(reconciliation: readonly Reconciliation[]) {
  const totals = { match: 0, mismatch: 0, unsettled: 0 };
  for (const { verdict } of reconciliation) totals[verdict]++;
  return totals;
}

/** A row's year is the sum of its quarters; of its months where it has no quarters. */
function sumByOrgan(rows: readonly ReviewRow[], series: readonly string[]): OrganSum[] {
  const sums = new Map<string, number[]>();
  for (const { organ, row } of rows) {
    const cells = readCells(row);
    const sum = sums.get(organ) ?? series.map(() => 0);
    for (const [k, key] of series.entries()) {
      const add = (periods: readonly string[]) =>
        periods.reduce((all, period) => all + (cells[`${key}.${period}`] ?? 0), 0);
      sum[k] = (sum[k] ?? 0) + (add(quarterKeys) || add(monthKeys));
    }
    sums.set(organ, sum);
  }
  return [...sums]
    .map(([organ, sums]) => ({ organ, sums }))
    .sort((a, b) => (b.sums[0] ?? 0) - (a.sums[0] ?? 0) || (a.organ < b.organ ? -1 : 1));
}
