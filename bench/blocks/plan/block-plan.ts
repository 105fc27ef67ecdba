/** What a cell prints, and the number that a reader must find in it; null for a blank and for what stands for none. */
export interface PrintedCell {
  readonly text: string;
  readonly value: number | null;
}

/** The numbers of an activity, by the names of the family's cells; of one year where it is printed for several. */
export interface PlanPart {
  readonly year: number | null;
  readonly cells: Readonly<Record<string, PrintedCell>>;
  /** Whether it prints a total or a percentage that contradicts its other numbers. */
  readonly isWrong: boolean;
}

export interface Activity {
  /** Texts by the family's labels, each code under its own key. */
  readonly labels: Readonly<Record<string, string>>;
  readonly parts: readonly PlanPart[];
}

/** A text with its code. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/** Activities under one objective and one action of a cost centre. */
export interface ActivityGroup {
  readonly objective: Named;
  readonly action: Named;
  /** Whether the objective is the one before, printed once. */
  readonly goesOn: boolean;
  readonly activities: readonly Activity[];
}

export interface CostCentre extends Named {
  readonly register: string;
  readonly responsible: Named;
  readonly groups: readonly ActivityGroup[];
}

export type BlockFamilyId =
  | "ceplan-b4"
  | "ceplan-b5"
  | "ceplan-b6"
  | "seguimiento"
  | "seguimiento-web"
  | "ficha-poi";
export const FAMILIES: readonly BlockFamilyId[] = [
  "ceplan-b4",
  "ceplan-b5",
  "ceplan-b6",
  "seguimiento",
  "seguimiento-web",
  "ficha-poi",
];

/** The plan of an entity that does not exist, as one of the families prints it. */
export interface BlockPlan {
  readonly family: BlockFamilyId;
  readonly entity: Named;
  readonly year: number;
  /** 0 for January; of those that the report prints. */
  readonly months: readonly number[];
  /** What it calls the twelve months. */
  readonly monthWords: readonly string[];
  /** 0 for the first. */
  readonly quarter: number;
  readonly centres: readonly CostCentre[];
  readonly columns: BlockColumns;
}

/** What reports of a family print differently from one to the next. */
export interface BlockColumns {
  /** B-6: the words over the quarter, the order of the year and the quarter, and whether the year's execution is printed. */
  readonly quarterWord: string;
  /** Over what was executed in the year by now: ANUAL or ACUMULADO. */
  readonly executedYearWord: string;
  readonly yearFirst: boolean;
  readonly shareYearFirst: boolean;
  readonly executedYear: boolean;
  readonly programmedWord: string;
  readonly executedWord: string;
  readonly progressWord: string;
  /** Whether the year's share is of all that was executed by the end of the quarter, where only the quarter's is printed. */
  readonly sumToDate: boolean;
  readonly numberedReasons: boolean;
}
