import { cents, completeRow, type Values } from "../../cells.ts";
import { type Random, seededRandom } from "../../random.ts";
import { makeDocument } from "../../rows/make-document.ts";
import { addItems } from "./add-items.ts";
import type { Entity } from "./entities.ts";
import { itemFromValues } from "./item-from-values.ts";
import type { Plan, PlanItem, PlanTable } from "./plan.ts";

/** How an entity's plan is put together. */
export interface EntityPlanOptions {
  readonly seed: number;
  readonly year: number;
  /** The entity's activities are gone through again with other numbers where they run out. */
  readonly rows: number;
  /** What stands before the organ's name in a subtotal after each organ; null for none. */
  readonly subtotal: string | null;
  /** The label of the last total; null for none. */
  readonly total: string | null;
  /** Months and quarters without numbers stay blank, none prints 0. */
  readonly blankZeros: boolean;
  /** Tables that the organs are dealt out to, each with a heading of its own where there are several. */
  readonly tables: 1 | 2;
}

const ROMAN = ["I", "II", "III", "IV"];

/** A plan of an entity that does not exist, with numbers of all shapes. */
export function entityPlan(entity: Entity, options: EntityPlanOptions): Plan {
  const random = seededRandom(options.seed);
  const document = makeDocument(random, options.rows);
  const labels = labelRows(entity, options.rows, random);
  const items = document.rows.map(({ values, decimals }, index) => {
    const shown = options.blankZeros ? blankZeros(values) : values;
    const item = itemFromValues("activity", labels[index] as PlanItem["labels"], shown, decimals);
    return { ...item, cells: { ...item.cells, "extra.progress": progress(item) } };
  });
  const organs = [...new Set(labels.map(({ organ }) => organ))];
  const cut = options.tables === 1 ? organs.length : Math.ceil(organs.length / 2);
  const tables = [organs.slice(0, cut), organs.slice(cut)].slice(0, options.tables).map(
    (own, index): PlanTable => ({
      heading: options.tables === 1 ? null : `${ROMAN[index]}. ACTIVIDADES OPERATIVAS, GRUPO ${"AB"[index]}`,
      items: [
        ...own.flatMap((organ) => organItems(items, organ as string, options.subtotal)),
        ...(options.total !== null && index === options.tables - 1 ? [addItems(options.total, items)] : []),
      ],
    }),
  );
  return {
    family: "generic",
    title: `PLAN OPERATIVO INSTITUCIONAL ${options.year} - EJECUCIÓN AL ${ROMAN[document.throughQuarter - 1]} TRIMESTRE`,
    entity: entity.name,
    printsEntity: true,
    year: options.year,
    throughQuarter: document.throughQuarter,
    source: entity.source,
    preparedBy: entity.preparedBy,
    tables,
  };
}

/** As many rows of labels as asked for, organ by organ. */
function labelRows(entity: Entity, rows: number, random: Random): PlanItem["labels"][] {
  const known = entity.organs.reduce((sum, { activities }) => sum + activities.length, 0);
  const rounds = Math.ceil(rows / known);
  return entity.organs
    .flatMap(({ name, activities }) =>
      Array.from({ length: rounds }, (_, round) =>
        activities.map((activity) => ({
          organ: name,
          activity: round === 0 ? activity : `${activity}, ETAPA ${round + 1}`,
        })),
      ).flat(),
    )
    .slice(0, rows)
    .map(({ organ, activity }, index) => ({
      code: `AO${String(index + 1).padStart(3, "0")}`,
      organ,
      activity,
      unit: random.pick(entity.units),
    }));
}

function organItems(items: readonly PlanItem[], organ: string, subtotal: string | null): PlanItem[] {
  const own = items.filter(({ labels }) => labels.organ === organ);
  return subtotal === null ? own : [...own, addItems(`${subtotal} ${organ}`, own)];
}

/** Executed as a percentage of programmed, to hundredths. */
function progress({ cells }: PlanItem): number {
  const sum = (series: string) =>
    ["q1", "q2", "q3", "q4"].reduce((total, quarter) => total + cents(cells[`${series}.${quarter}`]), 0);
  const programmed = sum("programmed");
  return programmed === 0 ? 0 : Math.round((sum("executed") / programmed) * 10_000) / 100;
}

function blankZeros(values: Values): Values {
  const hide = (months: Values) => months.map((value) => (value === 0 ? null : value));
  return completeRow(hide(values.slice(1, 13)), hide(values.slice(13, 25)), () => true);
}
