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
