import type { Line } from "../document.ts";
import { findGutters, type Span } from "../grid/gutters.ts";
import type { Column } from "../grid/header.ts";
import type { Slot } from "./layout-line.ts";

/** The slots of a page of spaced text, and its number columns in print order. */
export interface LayoutSlots {
  readonly slots: readonly Slot[];
  /** The columns of the number area. */
  readonly numberColumns: readonly Column[];
  /** Number columns among the labels, such as the number of the row. */
  readonly zoneCells: readonly string[];
  /** Label keys in print order. */
  readonly keys: readonly string[];
}

/**
 * Finds the slots of one page: labels each by its own gutter; the number columns from the first that is not an
 * extra to the last in one slot, since their places are told from the numbers themselves.
 */
export function findSlots(lines: readonly Line[], columns: readonly Column[]): LayoutSlots {
  const isCell = (column: Column) => column.kind === "cell";
  const first = columns.findIndex((column) => isCell(column) && !column.name.startsWith("extra."));
  const last = columns.findLastIndex(isCell);
  const numbers = first === -1 ? [] : columns.slice(first, last + 1);
  const area: Span & { name: null } = {
    start: numbers[0]?.start ?? 0,
    end: numbers.at(-1)?.end ?? 0,
    name: null,
  };
  const places = [...columns.slice(0, Math.max(first, 0)), area, ...columns.slice(last + 1)];
  const nearby = places.map((place) => (place === area ? narrowed(place, numbers[0]) : place));
  const gutters = findGutters(
    lines.map((line) => line.pieces),
    nearby,
  );
  // Behind the number area the gutter is sought from its last column on.
  const slots = places.map((place, i) => ({ name: place.name, end: gutters[i] ?? Number.POSITIVE_INFINITY }));
  const at = places.indexOf(area);
  const behind = places[at + 1];
  if (behind !== undefined) slots[at] = { name: null, end: (area.end + behind.start) / 2 };
  return {
    slots,
    numberColumns: numbers.filter(isCell),
    zoneCells: columns
      .slice(0, Math.max(first, 0))
      .filter(isCell)
      .map((column) => column.name),
    keys: columns.filter((column) => !isCell(column)).map((column) => column.name),
  };
}

/** For the gutter before the number area its first column stands for all of it. */
function narrowed(area: Span & { name: null }, first: Column | undefined): Span & { name: null } {
  return first === undefined ? area : { name: null, start: first.start, end: first.end };
}
