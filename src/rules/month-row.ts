import type { Family } from "../family.ts";
import { fold } from "../text/fold.ts";

const NUMBER = /^0?[0-9]{1,2}$/;
/** A number that a narrow cell breaks: 0 over 2. */
const BROKEN = /^[01] [0-9]$/;
const LETTER = /^\p{L}\.?$/u;

/**
 * Makes a function that tells which texts of a line are months by their number or initial: all numbers of the line, or all
 * its lone letters, are then 1 to 12 or E F M A M J J A S O N D, and from the first on once more for another series. One alone
 * says nothing: E is also EJECUTADO, and a row prints numbers.
 *
 * @returns for each text the month's order from 0, or null
 */
export function createMonthRow({ months }: Family): (texts: readonly string[]) => (number | null)[] {
  const initials = months.map(([name = ""]) => fold(name).charAt(0));
  /** The order of each text: all twelve, and then all or the first of them again. */
  const ordersOf = (found: readonly string[], names: readonly string[]): number[] | null => {
    const orders: number[] = [];
    for (const text of found) {
      const next = orders.length === 0 ? 0 : (orders.at(-1)! + 1) % names.length;
      const order = text === names[next] ? next : orders.length >= names.length && text === names[0] ? 0 : -1;
      if (order === -1) return null;
      orders.push(order);
    }
    return orders.length < names.length ? null : orders;
  };
  const numbers = months.map((_, i) => String(i + 1));
  return (printed) => {
    const texts = printed.map((text) => (BROKEN.test(text) ? text.replace(" ", "") : text));
    for (const [test, nameOf, names] of [
      [NUMBER, (text: string) => text.replace(/^0/, ""), numbers],
      [LETTER, fold, initials],
    ] as const) {
      const found = texts.filter((text) => test.test(text));
      const orders = ordersOf(found.map(nameOf), names);
      if (orders === null) continue;
      let at = 0;
      return texts.map((text) => (test.test(text) ? orders[at++]! : null));
    }
    return texts.map(() => null);
  };
}
