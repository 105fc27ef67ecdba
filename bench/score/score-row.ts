import type { Candidate, Row } from "../../src/schema.ts";
import { CELLS, cents, type Values } from "../cells.ts";

/** What came out for one row, held against the truth. */
export interface RowScore {
  /** No row came out for the printed line. It counts as a silent error. */
  readonly missing: boolean;
  readonly review: boolean;
  readonly status: string;
  readonly confidence: number;
  /** Every number as published, blanks and zeros told apart. */
  readonly right: boolean;
  /** Wrong, but only in that a blank is read as 0 or the reverse. */
  readonly blankZeroOnly: boolean;
  /** The most probable reading is right: the row itself, or its first candidate where it is ambiguous. */
  readonly bestRight: boolean;
  /** The truth is the row itself or one of its candidates. */
  readonly truthOffered: boolean;
}

const MISSING: RowScore = {
  missing: true,
  review: false,
  status: "missing",
  confidence: 1,
  right: false,
  blankZeroOnly: false,
  bestRight: false,
  truthOffered: false,
};

/** Scores one row of the output, undefined where none came out for its line. */
export function scoreRow(truth: Values, row: Row | undefined): RowScore {
  if (row === undefined) return MISSING;
  const values = valuesOf(row);
  const right = sameValues(values, truth);
  const candidates = [...row.candidates].sort((a, b) => b.probability - a.probability);
  const readings = candidates.map((candidate) => overlay(values, candidate));
  const best = row.status === "ambiguous" ? (readings[0] ?? values) : values;
  return {
    missing: false,
    review: row.needsReview,
    status: row.status,
    confidence: row.confidence,
    right,
    blankZeroOnly: !right && sameValues(values, truth, true),
    bestRight: sameValues(best, truth),
    truthOffered: right || readings.some((reading) => sameValues(reading, truth)),
  };
}

/** The row's numbers in the order of `CELLS`. */
export function valuesOf(row: Row): Values {
  return CELLS.map((name) => cellOf(row, name));
}

function cellOf(row: Row, name: string): number | null {
  if (name === "target") return row.target;
  const [key = "", part = ""] = name.split(".");
  const series = row.series[key];
  if (series === undefined) return null;
  if (part.startsWith("q")) return series.quarterly[Number(part.slice(1)) - 1] ?? null;
  const first = CELLS.findIndex((cell) => cell.startsWith(`${key}.`));
  return series.monthly[CELLS.indexOf(name) - first] ?? null;
}

function overlay(values: Values, { cells }: Candidate): Values {
  return CELLS.map((name, index) =>
    Object.hasOwn(cells, name) ? (cells[name] ?? null) : (values[index] ?? null),
  );
}

/** Equal to the cent; `blankIsZero` holds a blank and a 0 for the same. */
export function sameValues(a: Values, b: Values, blankIsZero = false): boolean {
  return CELLS.every(
    (_, index) =>
      cents(a[index]) === cents(b[index]) && (blankIsZero || (a[index] === null) === (b[index] === null)),
  );
}
