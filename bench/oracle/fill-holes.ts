import { CELLS, PROGRAMMED, QUARTERS, SUMS } from "../cells.ts";
import { type Printed, printNumber } from "../print-row.ts";
import { HOLE } from "./undo-damage.ts";

/** How the document prints numbers. */
export interface NumberStyle {
  readonly decimals: 0 | 2;
  readonly thousands: "" | ",";
  readonly blankQuarters: boolean;
}

/**
 * The rows that a row with holes can stand for: each hole filled from the sums, the others checked. A month
 * that comes to 0 gives two rows, with a blank and with a zero. Empty where a sum breaks, a
 * field is no number, or a number is not written as this document writes them.
 */
export function fillHoles(row: Printed, style: NumberStyle): Printed[] {
  const known = row.map((field) => readCents(field));
  const write = (cents: number) => printNumber(cents / 100, style.decimals, style.thousands);
  const isOdd = known.some(
    (value, cell) => value !== undefined && row[cell] !== "" && row[cell] !== write(value),
  );
  const values = isOdd ? undefined : solve(known);
  if (values === undefined) return [];
  const fill = (emptyMonth: string) => {
    const filled = row.map((field, cell) => {
      if (field !== HOLE) return field;
      const value = values[cell] as number;
      const isMonth = cell >= PROGRAMMED && cell < QUARTERS;
      return value === 0 && isMonth ? emptyMonth : write(value);
    });
    return filled.map((field, cell) =>
      row[cell] === HOLE && cell >= QUARTERS && isBlankQuarter(filled, cell, style) ? "" : field,
    );
  };
  const open = row.some(
    (field, cell) => field === HOLE && values[cell] === 0 && cell >= PROGRAMMED && cell < QUARTERS,
  );
  return open ? [fill(""), fill(write(0))] : [fill("")];
}

/** True where the document leaves this quarter blank because its months are. */
export function isBlankQuarter(
  printed: Printed,
  cell: number,
  { blankQuarters }: Pick<NumberStyle, "blankQuarters">,
): boolean {
  const terms = SUMS.find(({ total }) => total === cell)?.terms ?? [];
  return blankQuarters && terms.every((term) => printed[term] === "");
}

/** Fills what the sums tell, in hundredths; undefined where a sum breaks or leaves a cell open. */
function solve(known: readonly (number | undefined)[]): number[] | undefined {
  const values: (number | undefined)[] = [...known];
  for (let changed = true; changed; ) {
    changed = false;
    for (const { total, terms } of SUMS) {
      const open = [total, ...terms].filter((cell) => values[cell] === undefined);
      if (open.length !== 1) continue;
      const cell = open[0] as number;
      const sum = terms.reduce((all, term) => all + (values[term] ?? 0), 0);
      values[cell] = cell === total ? sum : (values[total] as number) - sum;
      changed = true;
    }
  }
  const full = CELLS.map((_, cell) => values[cell] ?? -1);
  if (full.some((value) => value < 0)) return undefined;
  const sound = SUMS.every(
    ({ total, terms }) => terms.reduce((sum, term) => sum + (full[term] as number), 0) === full[total],
  );
  return sound ? full : undefined;
}

/** Hundredths; 0 for a blank, undefined for a hole, NaN for what is no number. */
export function readCents(field: string): number | undefined {
  if (field === HOLE) return undefined;
  if (field === "") return 0;
  return /^\d[\d,]*(\.\d+)?$/.test(field) ? Math.round(Number(field.replaceAll(",", "")) * 100) : Number.NaN;
}
