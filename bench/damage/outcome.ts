import type { Printed } from "../print-row.ts";

/** One way in which a channel can spoil a row, with its share among the ways of that channel. */
export interface Outcome {
  readonly printed: Printed;
  readonly weight: number;
}

/**
 * All the ways in which one kind of damage can spoil a row. That each channel lists its outcomes, rather
 * than draw one, lets the oracle know the exact probability of a print.
 */
export type Channel = (printed: Printed) => Outcome[];

/** The fields with `removed` of them from `start` on replaced by others. */
export function splice(printed: Printed, start: number, removed: number, ...inserted: string[]): Printed {
  return [...printed.slice(0, start), ...inserted, ...printed.slice(start + removed)];
}

/** Positions of the fields with a number. */
export function numberedFields(printed: Printed): number[] {
  return printed.flatMap((field, index) => (field === "" ? [] : [index]));
}

/** Position after the last number: blanks from here on leave no trace. */
export function tailStart(printed: Printed): number {
  return 1 + printed.findLastIndex((field) => field !== "");
}
