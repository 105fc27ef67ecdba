import { CELLS, SUMS } from "../cells.ts";
import { type Printed, printNumber } from "../print-row.ts";
import { HOLE } from "./undo-damage.ts";

/** How the document prints numbers. */
export interface NumberStyle {
  readonly decimals: 0 | 2;
  readonly thousands: "" | ",";
}

/**
 * The rows that a row with holes can stand for: each hole filled from the sums, the others checked. A
 * hole that comes to 0 gives two rows, with a blank and with a zero. Empty where a sum breaks or a field
 * is no number.
 */
export function fillHoles(row: Printed, style: NumberStyle): Printed[] {
  const known = row.map((field) => readCents(field));
  if (known.some((value) => Number.isNaN(value))) return [];
  const values = known.map((value) => value ?? null);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { total, terms } of SUMS) {
      const cells = [total, ...terms];
      const open = cells.filter((cell) => values[cell] === null);
      if (open.length !== 1) continue;
      const cell = open[0] as number;
      const sum = terms.reduce((all, term) => all + (term === cell ? 0 : (values[term] as number)), 0);
      values[cell] = cell === total ? sum : (values[total] as number) - sum;
      changed = true;
    }
  }
  if (values.some((value) => value === null || value < 0)) return [];
  const sound = SUMS.every(
    ({ total, terms }) => terms.reduce((sum, term) => sum + (values[term] as number), 0) === values[total],
  );
  if (!sound) return [];
  const fill = (zero: string) =>
    CELLS.map((_, cell) => {
      if (row[cell] !== HOLE) return row[cell] as string;
      return values[cell] === 0
        ? zero
        : printNumber((values[cell] as number) / 100, style.decimals, style.thousands);
    });
  const zero = printNumber(0, style.decimals, style.thousands);
  return row.some((field, cell) => field === HOLE && values[cell] === 0)
    ? [fill(""), fill(zero)]
    : [fill(zero)];
}

/** Hundredths; 0 for a blank, undefined for a hole, NaN for what is no number. */
export function readCents(field: string): number | undefined {
  if (field === HOLE) return undefined;
  if (field === "") return 0;
  return /^\d[\d,]*(\.\d+)?$/.test(field) ? Math.round(Number(field.replaceAll(",", "")) * 100) : Number.NaN;
}
