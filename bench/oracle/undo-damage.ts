import { CELLS, EXECUTED, PROGRAMMED } from "../cells.ts";
import { splice } from "../damage/outcome.ts";
import { type Printed, trimTail } from "../print-row.ts";

/** Marks a cell whose number is unknown and follows from the sums. */
export const HOLE = "?";

/**
 * Every row of 33 fields from which one damage of any channel could have made this print; unknown numbers
 * are holes. Far more rows than are likely: most break a sum.
 */
export function undoDamage(printed: Printed, throughQuarter: number): Printed[] {
  const bare = trimTail(printed);
  const rows = [
    ...undoInPlace(bare),
    ...undoShifts(bare),
    ...undoSlips(bare),
    ...undoDroppedTail(bare, throughQuarter),
  ];
  return rows.flatMap((row) => {
    const short = CELLS.length - trimTail(row).length;
    return short < 0 ? [] : [[...trimTail(row), ...Array<string>(short).fill("")]];
  });
}

/** A number misread, lost with its tab still there, wrong (META), or swapped with its neighbour. */
function undoInPlace(printed: Printed): Printed[] {
  const holes = printed.map((_, index) => splice(printed, index, 1, HOLE));
  const swaps = [...printed, ""].map((_, index) =>
    splice(printed, index, 2, printed[index + 1] ?? "", printed[index] ?? ""),
  );
  return [...holes, ...swaps];
}

/** A field lost, doubled, put in, merged or split. */
function undoShifts(printed: Printed): Printed[] {
  return [...printed, ""].flatMap((field, index) => {
    const inserted = [splice(printed, index, 0, HOLE), splice(printed, index, 0, "")];
    const removed = [splice(printed, index, 1)];
    const joined = [splice(printed, index, 2, field + (printed[index + 1] ?? ""))];
    const cut = [...field.slice(1)].map((_, before) =>
      splice(printed, index, 1, field.slice(0, before + 1).trim(), field.slice(before + 1).trim()),
    );
    const mended = field.includes(" ") ? [splice(printed, index, 1, field.replace(" ", ""))] : [];
    return [...inserted, ...removed, ...joined, ...cut, ...mended];
  });
}

/** A run of equal numbers longer or shorter by one or two, alone or with the opposite in a later run. */
function undoSlips(printed: Printed): Printed[] {
  const starts = printed.flatMap((field, index) =>
    field !== "" && field !== printed[index - 1] ? [index] : [],
  );
  return starts.flatMap((start) =>
    [-2, -1, 1, 2].flatMap((change) => {
      const alone = stretch(printed, start, change);
      if (alone === undefined) return [];
      const later = starts.filter((other) => other > start);
      const both = later.flatMap((other) => {
        // The later run is changed first, so that the start of the earlier one still holds.
        const once = stretch(printed, other, -change);
        const twice = once && stretch(once, start, change);
        return twice ? [twice] : [];
      });
      return [alone, ...both];
    }),
  );
}

function stretch(printed: Printed, start: number, change: number): Printed | undefined {
  const value = printed[start] as string;
  if (change > 0) return splice(printed, start, 0, ...Array<string>(change).fill(value));
  const kept = printed.slice(start, start - change + 1).every((field) => field === value);
  return kept && printed.length > start - change ? splice(printed, start, -change) : undefined;
}

/** The last cells gone: months as programmed, quarters from the months. */
function undoDroppedTail(printed: Printed, throughQuarter: number): Printed[] {
  return Array.from({ length: 10 }, (_, index) => CELLS.length - 1 - index)
    .filter((length) => printed.length <= length)
    .map((length) =>
      CELLS.map((_, cell) => {
        if (cell < length) return printed[cell] ?? "";
        const month = cell - EXECUTED;
        if (month >= 12) return HOLE;
        return month < 3 * throughQuarter ? (printed[PROGRAMMED + month] ?? "") : "";
      }),
    );
}
