import type { Column } from "./paper/column.ts";
import { itemsOf, type Plan, type PlanItem } from "./plan/plan.ts";
import type { Truth, TruthRow } from "./truth.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const QUARTERS = ["q1", "q2", "q3", "q4"];

/** What a reader must find in a plan printed with these columns; `pages` holds each item's page. */
export function buildTruth(
  plan: Plan,
  columns: readonly Column[],
  print: {
    readonly producer: string;
    readonly look: string;
    readonly pages: number;
    /** The page of each item; null where it is not known. */
    readonly pageOf: (item: number) => number | null;
  },
): Truth {
  const keys = new Set(columns.map(({ key }) => key));
  const row = (item: PlanItem, index: number): TruthRow => {
    const cell = (name: string) => (keys.has(name) ? (item.cells[name] ?? null) : null);
    const series = (name: string) => ({
      monthly: MONTHS.map((month) => cell(`${name}.${month}`)),
      quarterly: QUARTERS.map((quarter) => cell(`${name}.${quarter}`)),
    });
    const extra = [...keys].filter((key) => key.startsWith("extra."));
    // A band row names the organ though no column does.
    const shown = Object.entries(item.labels).filter(
      ([key]) => keys.has(key) || key === "organ" || key === "label",
    );
    return {
      page: print.pageOf(index),
      labels: Object.fromEntries(shown),
      target: cell("target"),
      programmed: series("programmed"),
      executed: series("executed"),
      ...(extra.length > 0 && {
        extra: Object.fromEntries(extra.map((key) => [key.slice("extra.".length), cell(key)])),
      }),
    };
  };
  const all = itemsOf(plan).map((item, index) => ({ kind: item.kind, row: row(item, index) }));
  const { family, title, entity, year, throughQuarter, source } = plan;
  return {
    producer: print.producer,
    look: print.look,
    family,
    pages: print.pages,
    title,
    entity,
    year,
    throughQuarter,
    source,
    rows: all.filter(({ kind }) => kind === "activity").map((one) => one.row),
    totals: all.filter(({ kind }) => kind === "total").map((one) => one.row),
  };
}
