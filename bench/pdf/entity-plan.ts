import { cents, completeRow } from "../cells.ts";
import { seededRandom } from "../random.ts";
import { makeDocument } from "../rows/make-document.ts";
import { addItems } from "./add-items.ts";
import type { Entity } from "./entities.ts";
import { itemFromValues } from "./item-from-values.ts";
import type { Plan, PlanItem } from "./plan.ts";

/** How an entity's plan is put together. */
export interface EntityPlanOptions {
  readonly seed: number;
  readonly year: number;
  readonly title: string;
  /** Rows; the entity's activities are gone through again with other numbers where they run out. */
  readonly rows: number;
  /** A subtotal after each organ, with this before the organ's name. */
  readonly subtotals?: string;
  readonly total?: string;
  /** A zero month or quarter is left blank. */
  readonly blankZeros?: boolean;
}

/** A plan of an entity that does not exist, with numbers of all shapes. */
export function entityPlan(entity: Entity, options: EntityPlanOptions): Plan {
  const random = seededRandom(options.seed);
  const document = makeDocument(random, options.rows);
  const share = Math.ceil(options.rows / entity.organs.reduce((sum, { activities }) => sum + activities.length, 0));
  const labels = entity.organs.flatMap(({ name, activities }) =>
    Array.from({ length: share }, (_, round) =>
      activities.map((activity) => ({ organ: name, activity: round === 0 ? activity : `${activity} (${round + 1})` })),
    ).flat(),
  );
  const items = document.rows.slice(0, labels.length).map(({ values, decimals }, index): PlanItem => {
    const shown = options.blankZeros === true ? blankZeros(values) : values;
    const item = itemFromValues(
      "activity",
      {
        code: `AO-${String(index + 1).padStart(3, "0")}`,
        ...(labels[index] as (typeof labels)[number]),
        unit: random.pick(entity.units),
      },
      shown,
      decimals,
    );
    return { ...item, cells: { ...item.cells, "extra.progress": progress(item) } };
  });
  const organs = [...new Set(items.map(({ labels: { organ } }) => organ as string))];
  const body = organs.flatMap((organ) => {
    const own = items.filter((item) => item.labels.organ === organ);
    return options.subtotals === undefined ? own : [...own, addItems(`${options.subtotals} ${organ}`, own)];
  });
  return {
    family: "generic",
    title: options.title,
    entity: entity.name,
    year: options.year,
    throughQuarter: document.throughQuarter,
    source: entity.source,
    preparedBy: entity.preparedBy,
    items: options.total === undefined ? body : [...body, addItems(options.total, items)],
  };
}

/** Executed as a percentage of programmed, to hundredths. */
function progress({ cells }: PlanItem): number {
  const sum = (series: string) =>
    ["q1", "q2", "q3", "q4"].reduce((total, quarter) => total + cents(cells[`${series}.${quarter}`]), 0);
  return sum("programmed") === 0 ? 0 : Math.round((sum("executed") / sum("programmed")) * 10_000) / 100;
}

/** Every zero outside the target left blank, as a spreadsheet does with zeros hidden. */
function blankZeros(values: readonly (number | null)[]): (number | null)[] {
  const hide = (months: readonly (number | null)[]) => months.map((value) => (value === 0 ? null : value));
  return completeRow(hide(values.slice(1, 13)), hide(values.slice(13, 25)), () => true);
}
