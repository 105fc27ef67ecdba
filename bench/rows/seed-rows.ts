import { readFileSync } from "node:fs";
import { CELLS, isSound, type Values } from "../cells.ts";
import type { Labels, TruthRow } from "./truth-row.ts";

const SEED = new URL("../../samples/sat-lima/poi-2023-iv.txt", import.meta.url);

/** A line of the seed with numbers: an activity or a total. */
export interface SeedLine {
  /** 1-based line of the file. */
  readonly line: number;
  readonly labels: Labels;
  /** Printed number fields, trailing blanks dropped. */
  readonly tokens: readonly string[];
}

/** The seed's text, as pasted. */
export function seedText(): string {
  return readFileSync(SEED, "utf8");
}

/** The lines of the seed that hold rows, in the order of print: 79 activities, then 2 totals. */
export function seedLines(): SeedLine[] {
  return seedText()
    .split("\n")
    .flatMap((text, index) => {
      const [organ = "", category = "", activity = "", unit = "", ...fields] = text.split("\t");
      if (!fields.some((field) => /^\d+$/.test(field))) return [];
      while (fields.at(-1) === "") fields.pop();
      return [{ line: index + 1, labels: { organ, category, activity, unit }, tokens: fields }];
    });
}

/** Reads tokens cell by cell; undefined where they are too many to be a row as printed. */
export function asPrinted(tokens: readonly string[]): Values | undefined {
  if (tokens.length > CELLS.length) return undefined;
  return CELLS.map((_, index) => ((tokens[index] ?? "") === "" ? null : Number(tokens[index])));
}

/** The activities of the seed that stand exactly as printed: 33 cells and nine sums that hold. */
export function soundSeedRows(): TruthRow[] {
  return seedLines().flatMap(({ labels, tokens }) => {
    const values = asPrinted(tokens);
    if (labels.unit === "" || values === undefined || !isSound(values)) return [];
    const same = values.slice(1, 13).every((value, month) => value === values[13 + month]);
    return [{ labels, shape: "seed", execution: same ? "as programmed" : "differs", values, decimals: 0 }];
  });
}
