import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, sample } from "./run-poi.ts";

const lines = readFileSync(join(root, sample), "utf8").split(/\r?\n/);

/** The sample's row that stands on a line of the file, 1-based. */
function sampleRow(line: number): string {
  return lines[line - 1]!;
}

/** The sample's title and header, which end on line 6, then the given rows. */
export function planOf(...rows: readonly string[]): string {
  return [...lines.slice(0, 6), ...rows, ""].join("\n");
}

/** Three rows of the sample that are sound as printed: their targets are 46, 64 and 628. */
export const soundRows = [sampleRow(8), sampleRow(11), sampleRow(13)];
/** A plan of sound rows, quick to convert. */
export const soundPlan = planOf(...soundRows);
/** The same with a fourth row that needs review: its organ is one that nobody knows. */
export const doubtfulPlan = planOf(...soundRows, sampleRow(14).replace(/^[^\t]+/, "GERENCIA DE NADA"));
