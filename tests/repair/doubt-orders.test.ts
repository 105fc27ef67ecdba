import { expect, test } from "vitest";
import type { SettledRow } from "../../src/document.ts";
import { print, rowOf, settle, soundRows, totalOf, type Value, valuesIn } from "./support.ts";

const wave = [45, 65, 91, 117, 137, 145, 141, 123, 98, 72, 49, 38];
/** Executed through June; in its plan two months of the last quarter have changed places. */
const half = (months: readonly number[]) =>
  rowOf(months, [...months.slice(0, 6), ...Array<null>(6).fill(null)]);
const swapped = half([...wave.slice(0, 9), 49, 72, 38]);

/** What becomes of the row of which months changed places, among rows whose total was published for the right order. */
function settleSwapped(
  others: readonly (readonly string[])[],
  published: Readonly<Record<string, Value>>[],
): SettledRow {
  const rows = [...soundRows.map((row) => print(row)), print(swapped), ...others];
  return settle({ rows, total: print(totalOf([...soundRows, ...published])) }).rows[
    soundRows.length
  ] as SettledRow;
}

test("months out of the shape of their year are doubted where the sum of their column is not known", () => {
  const lost = rowOf([7, 3, 9, 1, 8, 2, 6, 4, 9, 5, 3, 8]);
  const settled = settleSwapped([["7", "3x", "9", "?", "8"]], [half(wave), lost]);
  expect(settled.status).toBe("ambiguous");
  expect(settled.candidates.some(({ cells }) => cells["programmed.oct"] === 72)).toBe(true);
});

test("they stand where their total says so", () => {
  const settled = settleSwapped([], [swapped]);
  expect(settled.status).toBe("verified");
  expect(valuesIn(settled.values)).toEqual(valuesIn(swapped));
});
