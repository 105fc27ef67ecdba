/** The months and quarters of a series, as they stand in cell names: `programmed.jan`, `executed.q4`. */
export const monthKeys = [
  "jan",
  "feb",
  "mar",
  "apr",
  "may",
  "jun",
  "jul",
  "aug",
  "sep",
  "oct",
  "nov",
  "dec",
] as const;
export const quarterKeys = ["q1", "q2", "q3", "q4"] as const;

/** The 16 cells of a series: twelve months, then four quarters. */
export function seriesCells(key: string): string[] {
  return [...monthKeys, ...quarterKeys].map((period) => `${key}.${period}`);
}

/** The series of which some month or quarter is among cells. */
export function seriesIn(cells: Iterable<string>): string[] {
  const periods: readonly string[] = [...monthKeys, ...quarterKeys];
  const parts = [...cells].map((cell) => cell.split("."));
  return [...new Set(parts.flatMap(([series, period = ""]) => (periods.includes(period) ? [series!] : [])))];
}

/** Every cell that a family with these series and extra columns has: `target`, the series, `extra.<key>`. */
export function familyCells(
  series: readonly { readonly key: string }[],
  extra: readonly { readonly key: string }[] = [],
): string[] {
  return [
    "target",
    ...series.flatMap(({ key }) => seriesCells(key)),
    ...extra.map(({ key }) => `extra.${key}`),
  ];
}
