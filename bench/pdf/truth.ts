/** What a reader must find in a printed plan. It stands beside each sample as `<name>.truth.json`. */
export interface Truth {
  /** What printed it, and what is special about how it looks. */
  readonly producer: string;
  readonly look: string;
  readonly family: string;
  readonly pages: number;
  readonly title: string;
  readonly entity: string | null;
  readonly year: number;
  readonly throughQuarter: number;
  /** What follows "Fuente:". */
  readonly source: string;
  /** In the order of print. */
  readonly rows: readonly TruthRow[];
  readonly totals: readonly TruthRow[];
}

export interface TruthRow {
  /** 1-based page where the row begins; null where the producer alone knows. */
  readonly page: number | null;
  /** Whole, unwrapped; a total has `label` alone. */
  readonly labels: Readonly<Record<string, string>>;
  /** null is a printed blank or a column that is not there, 0 a printed zero. */
  readonly target: number | null;
  readonly programmed: TruthSeries;
  readonly executed: TruthSeries;
  readonly extra?: Readonly<Record<string, number | null>>;
}

export interface TruthSeries {
  readonly monthly: readonly (number | null)[];
  readonly quarterly: readonly (number | null)[];
}
