import { monthKeys, quarterKeys } from "../rules/cell-names.ts";
import { readCells } from "../rules/row-cells.ts";
import type { OrganSum, YearChart } from "./api.ts";
import type { Store } from "./create-store.ts";
import type { FamilyIndex } from "./describe-family.ts";
import type { ReviewRow } from "./review-row.ts";

/** How the names of series begin that count different things, and how those of shares end. */
const COUNTED = ["physical", "financial"];
const SHARE = "Progress";

/**
 * What each organ planned and did, by entity and year, the latest year first. The reports of one year repeat its plan
 * and the months before: only those of its latest quarter are added up.
 */
export function makeCharts(store: Store, families: FamilyIndex): YearChart[] {
  const infos = store.documents().map(({ extraction: { document } }, k) => ({ ...document, k }));
  const years = Map.groupBy(
    infos.filter(({ k }) => families.of(k) !== null),
    ({ k, entity, year }) => JSON.stringify([families.of(k), entity, year]),
  );
  const byDocument = Map.groupBy(
    store.rows().filter(({ isTotal }) => !isTotal),
    ({ document }) => document,
  );
  return [...years.values()]
    .flatMap((reports): YearChart[] => {
      const latest = Math.max(...reports.map(({ throughQuarter }) => throughQuarter ?? 0));
      const documents = reports.filter(({ throughQuarter }) => (throughQuarter ?? 0) === latest);
      const [{ k, entity, year }] = documents as [(typeof infos)[number]];
      const family = families.of(k)!;
      const rows = documents.flatMap((one) => byDocument.get(one.k) ?? []);
      const keys = families.list[family]!.series.map(({ key }) => key);
      return comparable(keys).map((series) => ({
        family,
        entity,
        year,
        series,
        documents: documents.map((one) => one.k),
        organs: sumByOrgan(
          rows,
          series.map((k) => keys[k]!),
        ),
      }));
    })
    .filter(({ organs }) => organs.length > 0)
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
}

/** The series that count the same, by their index: work done, or money. Shares of something are not added up. */
function comparable(keys: readonly string[]): number[][] {
  const counted = keys.flatMap((key, k) => (key.endsWith(SHARE) ? [] : [{ key, k }]));
  const groups = Map.groupBy(counted, ({ key }) => COUNTED.find((kind) => key.startsWith(kind)) ?? "");
  return [...groups.values()].map((group) => group.map(({ k }) => k));
}

function sumByOrgan(rows: readonly ReviewRow[], series: readonly string[]): OrganSum[] {
  const sums = new Map<string, number[]>();
  for (const { organ, row } of rows) {
    const cells = readCells(row);
    const sum = sums.get(organ) ?? series.map(() => 0);
    for (const [k, key] of series.entries()) sum[k] = (sum[k] ?? 0) + yearOf(cells, key);
    sums.set(organ, sum);
  }
  return [...sums]
    .map(([organ, sums]) => ({ organ, sums }))
    .sort((a, b) => (b.sums[0] ?? 0) - (a.sums[0] ?? 0) || (a.organ < b.organ ? -1 : 1));
}

/** A row's year is its series' own total, where there is one; else the sum of its quarters, else of its months. */
function yearOf(cells: Readonly<Record<string, number | null>>, series: string): number {
  const add = (periods: readonly string[]) =>
    periods.reduce((all, period) => all + (cells[`${series}.${period}`] ?? 0), 0);
  return cells[`${series}.total`] ?? (add(quarterKeys) || add(monthKeys));
}
