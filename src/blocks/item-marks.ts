import type { ColumnLayout } from "../page-tables/place-columns.ts";
import type { BodyLine } from "./strip.ts";

/** The number of an item in a text, on the strip. */
export interface ItemMark {
  readonly y: number;
  readonly isFirst: boolean;
}

/** The numbers of items that stand at the left of a column of texts after numbers. */
export function itemMarks(own: readonly BodyLine[], { columns }: ColumnLayout): ItemMark[] {
  const at = columns.findIndex(({ kind }, i) => kind !== "cell" && columns[i - 1]?.kind === "cell");
  if (at === -1) return [];
  const begin = Math.min(...own.flatMap(({ placed }) => placed.cells[at]!.map(({ box }) => box[0])));
  const items = own.flatMap(({ placed, y }) =>
    placed.cells[at]!.filter(({ text, box, size }) => /^[1-9]$/.test(text) && box[0] - begin < size / 2).map(
      ({ text }) => ({ y, number: Number(text), isFirst: text === "1" }),
    ),
  );
  const isCounted = items.every(
    ({ number }, i) => number === 1 || number === (items[i - 1]?.number ?? number - 1) + 1,
  );
  return isCounted && items.some(({ number }) => number > 1) ? items : [];
}
