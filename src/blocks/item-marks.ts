import type { ColumnLayout } from "../page-tables/place-columns.ts";
import type { PlacedColumn } from "../page-tables/region.ts";
import type { BodyLine } from "./strip.ts";

/** The number of an item in a text, on the strip. */
export interface ItemMark {
  readonly y: number;
  readonly isFirst: boolean;
}

/** What the number of an item prints. */
export const ITEM = /^(?:[1-9]|1[0-2])$/;
/** Items count from one, or as the months of a quarter do. */
const FIRSTS: readonly number[] = [1, 4, 7, 10];

/** The number that items begin with, one after the other; null where numbers are none of items. */
export function firstOfItems(numbers: readonly number[]): number | null {
  const first = Math.min(...numbers);
  return FIRSTS.includes(first) && numbers.includes(first + 1) ? first : null;
}

/** The place of the first column of texts after one of numbers, which may hold items; -1 where there is none. */
export function afterNumbers(columns: readonly PlacedColumn[]): number {
  return columns.findIndex(({ kind }, i) => kind !== "cell" && columns[i - 1]?.kind === "cell");
}

/** The numbers of items that stand at the left of a column of texts after numbers. */
export function itemMarks(own: readonly BodyLine[], { columns }: ColumnLayout): ItemMark[] {
  const at = afterNumbers(columns);
  if (at === -1) return [];
  const begin = Math.min(...own.flatMap(({ placed }) => placed.cells[at]!.map(({ box }) => box[0])));
  const items = own.flatMap(({ placed, y, page }) =>
    placed.cells[at]!.filter(({ text, box, size }) => ITEM.test(text) && box[0] - begin < size / 2).map(
      ({ text }) => ({ y, page, number: Number(text) }),
    ),
  );
  // One that a page break cuts through may be printed on both pages.
  const isAgain = (i: number) =>
    items[i]!.number === items[i - 1]?.number && items[i]!.page !== items[i - 1]!.page;
  const first = firstOfItems(items.map(({ number }) => number));
  const isCounted = items.every(
    ({ number }, i) => number === first || isAgain(i) || number === (items[i - 1]?.number ?? number - 1) + 1,
  );
  return isCounted && first !== null
    ? items.map(({ y, number }, i) => ({ y, isFirst: number === first && !isAgain(i) }))
    : [];
}
