import { readFileSync } from "node:fs";
import type { Values } from "./cells.ts";

/** What a row of the seed should read, judged by hand from the printed tokens. */
export interface SeedTruth {
  /** 1-based line of samples/sat-lima/poi-2023-iv.txt. */
  readonly line: number;
  /** `damaged` rows have one sensible reading, `open` rows several. */
  readonly kind: "as printed" | "damaged" | "open";
  /** What happened to the row, where something did. */
  readonly damage?: string;
  readonly readings: readonly Values[];
}

/**
 * The seed's truth, row by row. In the file a reading is written as META / programmed / executed /
 * quarters, with a dot for a blank.
 */
export function seedTruth(): SeedTruth[] {
  const file = new URL("seed-truth.json", import.meta.url);
  const entries = JSON.parse(readFileSync(file, "utf8")) as (Omit<SeedTruth, "readings"> & {
    readings: string[];
  })[];
  return entries.map((entry) => ({ ...entry, readings: entry.readings.map(parseReading) }));
}

function parseReading(text: string): Values {
  return text.split(/[ /]+/).map((number) => (number === "." ? null : Number(number)));
}
