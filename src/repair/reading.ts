/** What a cell of a reading was made from. */
export type Origin =
  | "read"
  | "misread"
  | "lost"
  | "lost-in-place"
  | "lost-stretch"
  | "repeat"
  | "tail"
  | "blank"
  | "merged"
  | "split"
  | "swapped"
  | "likeness";

/** A token that a reading gives to no cell: a number or blank printed once too often. */
export interface Leftover {
  /** Index of the token. */
  readonly token: number;
  readonly kind: "doubled" | "extra-blank" | "spurious";
  /** Index of the cell it stands beside. */
  readonly beside: number;
}

/** One way to read a row: a value for every cell, what it was made from, and what that costs. */
export interface Reading {
  /** By cell: scaled integers, null for a blank, undefined where the reading does not determine the value. */
  readonly values: readonly (number | null | undefined)[];
  /** By cell: index of the (first) token, or −1. */
  readonly tokens: readonly number[];
  readonly origins: readonly Origin[];
  readonly leftovers: readonly Leftover[];
  /** Indices of the equations that the reading breaks. */
  readonly broken: readonly number[];
  /** Minus the logarithm of its weight, over all the alignments with these values. */
  readonly cost: number;
}

/** Whether a cell is what stands in the row, and no damage was undone for it. */
export function isAsPrinted(origin: Origin): boolean {
  return origin === "read" || origin === "blank";
}

/** A text that two readings share exactly when their values do; blanks and open cells are told apart. */
export function keyOf(values: Reading["values"]): string {
  return values.map((value) => (value === undefined ? "?" : (value ?? ""))).join();
}
