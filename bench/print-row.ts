import type { TruthRow } from "./rows/truth-row.ts";

/** Number fields as printed; an empty text is a blank. */
export type Printed = readonly string[];

/** The 33 fields of a row as published. */
export function printRow(row: TruthRow, thousands: "" | ","): Printed {
  return row.values.map((value) => (value === null ? "" : printNumber(value, row.decimals, thousands)));
}

/** A number as its row prints numbers. */
export function printNumber(value: number, decimals: number, thousands: "" | ","): string {
  const [whole = "", fraction] = value.toFixed(decimals).split(".");
  const marked = thousands === "" ? whole : whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return fraction === undefined ? marked : `${marked}.${fraction}`;
}

/** Fields without the blanks after the last number. */
export function trimTail(printed: Printed): Printed {
  let length = printed.length;
  while (length > 0 && printed[length - 1] === "") length--;
  return printed.slice(0, length);
}

/** True where nobody could tell the two prints apart. */
export function samePrint(a: Printed, b: Printed, collapsed = false): boolean {
  if (collapsed) return collapse(a) === collapse(b);
  const left = trimTail(a);
  const right = trimTail(b);
  return left.length === right.length && left.every((field, index) => field === right[index]);
}

/** Numbers in order with single spaces between: what is left when blanks are gone. */
export function collapse(printed: Printed): string {
  return printed.filter((field) => field !== "").join(" ");
}
