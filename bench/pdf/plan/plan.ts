/** A value for each cell that the plan prints; null is a printed blank. A cell that is absent has no column. */
export type Cells = Readonly<Record<string, number | null>>;

/** One line of a plan's table: an activity with its labels by family key, or a total with its label alone. */
export interface PlanItem {
  readonly kind: "activity" | "total";
  /** `organ`, `category`, `activity`, `unit`, …; a total has `label` only. */
  readonly labels: Readonly<Record<string, string>>;
  readonly cells: Cells;
  /** Digits printed after the decimal mark. */
  readonly decimals: 0 | 2;
}

/** Items under one header. */
export interface PlanTable {
  /** A line over the header; null where there is none. */
  readonly heading: string | null;
  readonly items: readonly PlanItem[];
}

/** A plan before it is printed: what stands on the paper, and nothing of how it looks. */
export interface Plan {
  readonly family: string;
  readonly title: string;
  readonly entity: string;
  /** The entity is printed over the title; else the reader knows it from the family. */
  readonly printsEntity: boolean;
  readonly year: number;
  readonly throughQuarter: number;
  /** What follows "Fuente:" and "Elaboración:" under the table. */
  readonly source: string;
  readonly preparedBy: string;
  readonly tables: readonly PlanTable[];
}

/** All items in the order of print. */
export function itemsOf(plan: Plan): PlanItem[] {
  return plan.tables.flatMap(({ items }) => items);
}
