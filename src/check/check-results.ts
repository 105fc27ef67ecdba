import { checkYear, type YearCheck } from "./check-year.ts";
import { listYears } from "./list-years.ts";

/** What the documents of a folder have to say of each other. */
export interface ArchiveCheck {
  /** By entity and year; years of a single document have nothing to be compared with. */
  readonly years: readonly YearCheck[];
  /** Results that name no entity or no year. */
  readonly unplaced: readonly string[];
}

/**
 * Compares the reports of each entity's year, which repeat the same plan and the months that were executed before.
 * The documents of one year are in memory together, those of different years are not.
 *
 * @throws {PoiError} `result-invalid` for a file that is no result of ours
 */
export async function checkResults(folder: string): Promise<ArchiveCheck> {
  const { years, unplaced } = await listYears(folder);
  const checks: YearCheck[] = [];
  for (const year of years) checks.push(await checkYear(year));
  return { years: checks, unplaced };
}
