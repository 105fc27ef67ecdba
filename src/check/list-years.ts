import { basename } from "node:path";
import { readResults } from "../results/read-results.ts";
import { fold } from "../text/fold.ts";

/** The results of one entity's plan for one year. */
export interface Year {
  readonly entity: string;
  readonly year: number;
  /** By quarter, then by name; one path for each document, however often the folder has it. */
  readonly paths: readonly string[];
}

/** What a folder holds, by entity and year. */
export interface Archive {
  readonly years: readonly Year[];
  /** Files of results that name no entity or no year, and so have nothing to be compared with. */
  readonly unplaced: readonly string[];
}

/** Goes through a folder once and sorts its results; only their names and dates are kept. */
export async function listYears(folder: string): Promise<Archive> {
  const groups = new Map<
    string,
    { entity: string; year: number; found: { path: string; quarter: number }[] }
  >();
  const unplaced: string[] = [];
  const seen = new Set<string>();
  for await (const { path, extraction } of readResults(folder)) {
    const { id, entity, family, year, throughQuarter } = extraction.document;
    if (seen.has(id)) continue;
    seen.add(id);
    if (entity === null || year === null) {
      unplaced.push(basename(path));
      continue;
    }
    // Reports of other families print other numbers of the same plan.
    const key = `${fold(entity)}\n${year}\n${family}`;
    const group = groups.get(key) ?? { entity, year, found: [] };
    groups.set(key, group);
    group.found.push({ path, quarter: throughQuarter ?? 0 });
  }
  const years = [...groups.values()]
    .map(({ entity, year, found }) => ({
      entity,
      year,
      paths: found.sort((a, b) => a.quarter - b.quarter || compare(a.path, b.path)).map(({ path }) => path),
    }))
    .sort((a, b) => compare(a.entity, b.entity) || a.year - b.year);
  return { years, unplaced };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
