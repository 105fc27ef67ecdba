import type { BlockFamily } from "../block-family.ts";
import type { PlacedColumn } from "../page-tables/region.ts";
import { monthKeys } from "../rules/cell-names.ts";
import { median } from "../rules/median.ts";
import { ONCE } from "./find-block-headers.ts";

/** Months stand as far from each other as most of them, give or take this share. */
const UNEVEN = 0.5;
/** A column that is no month may stand so many times as far from the last of them. */
const NEXT = 2.5;
const QUARTER = 3;

/**
 * Whether the header of a scan lacks a column that it should print: a month between two others, the total of its
 * months. OCR lost it then, and its numbers would stand under its neighbour's name.
 *
 * @param columns where the heads are printed, from left to right
 */
export function lacksColumns(columns: readonly PlacedColumn[], family: BlockFamily): boolean {
  return family.groups.some(({ key }) => {
    const own = columns.filter(({ name }) => name.startsWith(`${key}.`));
    const months = own.flatMap((column) => {
      const month = monthKeys.indexOf(keyOf(column) as (typeof monthKeys)[number]);
      return month === -1 ? [] : [{ month, middle: (column.left + column.right) / 2 }];
    });
    const [first] = months;
    const last = months.at(-1);
    if (first === undefined || last === undefined) return false;
    const steps = months.slice(1).map(({ middle }, i) => middle - months[i]!.middle);
    const usual = median(steps);
    const after = own.find(({ left }) => left > last.middle);
    const isNext = after === undefined || (after.left + after.right) / 2 - last.middle <= NEXT * usual;
    return (
      months.some(({ month }, i) => i > 0 && month !== months[i - 1]!.month + 1) ||
      steps.some((step) => Math.abs(step - usual) > UNEVEN * usual) ||
      first.month % QUARTER !== 0 ||
      (last.month + 1) % QUARTER !== 0 ||
      !isNext ||
      lacksTotal(own, key, family)
    );
  });
}

/**
 * Whether a header that is no scan's ends before the family's last columns: it prints months without what they add up to, or
 * not all groups. They lie off the paper then, and numbers that are printed may stand under another's name.
 */
export function endsEarly(columns: readonly PlacedColumn[], family: BlockFamily): boolean {
  return family.groups.some(({ key }) => {
    const own = columns.filter(({ name }) => name.startsWith(`${key}.`));
    const isOnce = columns.some(({ name }) => name.startsWith(`${ONCE}${key}.`));
    return (own.length === 0 && !isOnce) || lacksTotal(own, key, family);
  });
}

/** Whether a sum of months is printed without what they add up to. */
function lacksTotal(own: readonly PlacedColumn[], group: string, { series, rules }: BlockFamily): boolean {
  const printed = new Set(own.map(keyOf));
  return series.some(
    (one) =>
      one.group === group &&
      rules.some(
        ({ kind, total, terms }) =>
          kind === "sum" &&
          total.startsWith(`${one.key}.`) &&
          terms.some((term) => printed.has(term.slice(one.key.length + 1))) &&
          !printed.has(total.slice(one.key.length + 1)),
      ),
  );
}

function keyOf({ name }: PlacedColumn): string {
  return name.slice(name.indexOf(".") + 1);
}
