import type { Period } from "../results/list-cells.ts";

/**
 * A period as databases and spreadsheets sort it: `2023-01` a month, `2023-Q1` a quarter, `2023` the whole year. An
 * unknown year is `XXXX`, as the Extended Date/Time Format (ISO 8601-2) has it.
 */
export function periodName(year: number | null, { month, quarter }: Period): string {
  const start = year === null ? "XXXX" : String(year).padStart(4, "0");
  if (month !== undefined) return `${start}-${String(month).padStart(2, "0")}`;
  return quarter === undefined ? start : `${start}-Q${quarter}`;
}
