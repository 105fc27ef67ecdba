import type { Random } from "../../random.ts";
import type { PrintedCell } from "./block-plan.ts";

/** How a report prints its numbers. */
export interface NumberLook {
  readonly physicalDecimals: 0 | 2;
  readonly moneyDecimals: 0 | 2;
  readonly thousands: boolean;
  /** What stands for a month without anything: mostly 0. */
  readonly zero: "zero" | "blank" | "mixed" | "dash";
  /** Whether some amounts are typed by hand: `6000`, `519.9`. */
  readonly handTyped: boolean;
  readonly percentSign: boolean;
  readonly percentDecimals: 0 | 2;
  /** How many rows of a thousand contradict themselves. */
  readonly wrong: number;
  readonly seldom?: SeldomNumbers;
}

/** Numbers that few reports print. */
export interface SeldomNumbers {
  /** How amounts that were given back are printed; null where there are none. */
  readonly negatives: "sign" | "parentheses" | null;
  /** What stands where it is not known what was done; null where that is always known. */
  readonly unknown: string | null;
  /** Whether some of what is done is counted in fractions, such as 0.17. */
  readonly fractions: boolean;
}

export type Print = (value: number, decimals: number, may?: "blank") => PrintedCell;

/** Makes a function that prints numbers in a look; `blank` says that nothing may stand for a zero. */
export function createPrinter(look: NumberLook, random: Random): Print {
  return (value, decimals, may) => {
    if (value === 0 && may === "blank") {
      if (look.zero === "blank" || (look.zero === "mixed" && random.chance(0.5)))
        return { text: "", value: null };
      if (look.zero === "dash") return { text: "-", value: null };
    }
    const rounded = roundTo(value, decimals);
    const typed = look.handTyped && may === "blank" && random.chance(0.15);
    const text = typed
      ? String(rounded)
      : rounded.toLocaleString("en-US", {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
          useGrouping: look.thousands,
        });
    const isApart = rounded < 0 && look.seldom?.negatives === "parentheses";
    return { text: isApart ? `(${text.slice(1)})` : text, value: rounded };
  };
}

/** Half a cent is rounded away from nothing, as spreadsheets do. */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale + 1e-7) / scale;
}

export function randomNumbers(random: Random): NumberLook {
  return {
    physicalDecimals: random.chance(0.4) ? 2 : 0,
    moneyDecimals: random.chance(0.5) ? 2 : 0,
    thousands: random.chance(0.85),
    zero: random.pick(["zero", "zero", "zero", "blank", "mixed", "dash"] as const),
    handTyped: random.chance(0.2),
    percentSign: random.chance(0.4),
    percentDecimals: random.chance(0.5) ? 2 : 0,
    wrong: random.pick([0, 0, 40, 120]),
  };
}

export function seldomNumbers(random: Random): SeldomNumbers {
  return {
    negatives: random.pick([null, null, "sign", "parentheses"]),
    unknown: random.pick([null, null, "ND", "S.I.", "N.D."]),
    fractions: random.chance(0.3),
  };
}
