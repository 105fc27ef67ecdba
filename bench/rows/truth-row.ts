import type { Values } from "../cells.ts";

export type Shape = "seed" | "flat" | "nearly-flat" | "seasonal" | "sparse" | "one-off" | "large" | "decimal";

export interface Labels {
  readonly organ: string;
  readonly category: string;
  readonly activity: string;
  readonly unit: string;
}

/** A row as it was published, before any damage. */
export interface TruthRow {
  readonly labels: Labels;
  readonly shape: Shape;
  /** How the executed months came to be: as programmed, or one of the ways in which they differ. */
  readonly execution: string;
  readonly values: Values;
  /** Digits printed after the decimal point. */
  readonly decimals: 0 | 2;
}

/** A document as it was published. A total keeps its label under `labels.organ`, the other labels empty. */
export interface TruthDocument {
  readonly rows: readonly TruthRow[];
  readonly totals: readonly TruthRow[];
  readonly throughQuarter: 1 | 2 | 3 | 4;
  /** A quarter whose months are all blank stays blank; else it prints 0. */
  readonly blankQuarters: boolean;
  /** Mark between thousands: none in the seed; a comma is what es-PE prints. */
  readonly thousands: "" | ",";
}
