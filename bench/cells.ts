/** The 33 number cells of a sat-lima row in the order of print; the bench's own copy, so that it examines the family's. */
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

export const CELLS: readonly string[] = [
  "target",
  ...MONTHS.map((month) => `programmed.${month}`),
  ...MONTHS.map((month) => `executed.${month}`),
  ...[1, 2, 3, 4].flatMap((quarter) => [`programmed.q${quarter}`, `executed.q${quarter}`]),
];

export const PROGRAMMED = 1;
export const EXECUTED = 13;
export const QUARTERS = 25;

/** A value for each of `CELLS`; null is a printed blank. */
export type Values = readonly (number | null)[];

/** The nine sums of a row, by position in `CELLS`: the cell that holds the sum, then its terms. */
export const SUMS: readonly { readonly total: number; readonly terms: readonly number[] }[] = [
  { total: 0, terms: span(PROGRAMMED, 12) },
  ...[0, 1, 2, 3].flatMap((quarter) => [
    { total: QUARTERS + 2 * quarter, terms: span(PROGRAMMED + 3 * quarter, 3) },
    { total: QUARTERS + 2 * quarter + 1, terms: span(EXECUTED + 3 * quarter, 3) },
  ]),
];

function span(start: number, length: number): number[] {
  return Array.from({ length }, (_, offset) => start + offset);
}

/** Values are compared after rounding to hundredths, so that decimals add up. */
export function cents(value: number | null | undefined): number {
  return Math.round((value ?? 0) * 100);
}

/** True where all nine sums hold, a blank counting as 0. */
export function isSound(values: Values): boolean {
  return SUMS.every(
    ({ total, terms }) => terms.reduce((sum, term) => sum + cents(values[term]), 0) === cents(values[total]),
  );
}

/** META and the quarters from the months; `blankZero` tells which quarters that add up to 0 stay blank. */
export function completeRow(
  programmed: Values,
  executed: Values,
  blankZero: (months: Values) => boolean,
): (number | null)[] {
  const add = (months: Values) => months.reduce<number>((sum, month) => sum + cents(month), 0) / 100;
  const quarter = (months: Values) => {
    const sum = add(months);
    return sum === 0 && blankZero(months) ? null : sum;
  };
  const quarters = [0, 3, 6, 9].flatMap((start) => [
    quarter(programmed.slice(start, start + 3)),
    quarter(executed.slice(start, start + 3)),
  ]);
  return [add(programmed), ...programmed, ...executed, ...quarters];
}
