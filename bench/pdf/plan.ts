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

/** A plan before it is printed: what stands on the paper, and nothing of how it looks. */
export interface Plan {
  readonly family: string;
  readonly title: string;
  readonly entity: string | null;
  readonly year: number;
  readonly throughQuarter: number;
  /** What follows "Fuente:" and "Elaboración:" under the table. */
  readonly source: string;
  readonly preparedBy: string | null;
  readonly items: readonly PlanItem[];
}
