import type { Random } from "../../random.ts";

/** What is planned to be done in each month: once, now and then, every month. */
export function physicalMonths(
  random: Random,
  count: number,
  decimals: number,
  fractions: boolean,
): number[] {
  const isQuarters = decimals > 0 && random.chance(0.1);
  const unit = isQuarters ? 0.25 : fractions && decimals > 0 && random.chance(0.3) ? 0.17 : 1;
  const size = random.weighted([8, 3, 1]);
  const most = [3, 60, 2400][size]!;
  const kind = random.weighted([2, 3, 3, 1]);
  const flat = random.int(1, most);
  return Array.from({ length: count }, (_, month) => {
    if (kind === 0) return flat * unit;
    if (kind === 1) return (month + 1) % 3 === 0 ? random.int(1, most) * unit : 0;
    if (kind === 2) return random.chance(0.3) ? random.int(1, most) * unit : 0;
    return 0;
  });
}

/** What each month costs, in soles with cents. */
export function moneyMonths(random: Random, count: number): number[] {
  const most = [0, 900, 60_000, 900_000, 4_000_000][random.weighted([2, 3, 6, 3, 1])]!;
  const flat = cents(random, most);
  const kind = random.weighted([3, 3, 2]);
  return Array.from({ length: count }, () => {
    if (kind === 0) return flat;
    if (kind === 1) return cents(random, most);
    return random.chance(0.4) ? cents(random, most) : 0;
  });
}

/** What became of what was planned: most of it, in most months. */
export function executedMonths(random: Random, planned: readonly number[], isMoney: boolean): number[] {
  const kind = random.weighted([5, 2, 2, 1]);
  return planned.map((value) => {
    if (kind === 0) return value;
    if (kind === 1) return random.chance(0.5) ? value : 0;
    if (kind === 2)
      return isMoney ? cents(random, value * 2 + 100) : Math.max(0, Math.round(value) + random.int(-1, 1));
    return 0;
  });
}

/** How often an amount is given back, or what was done is not known. */
const SELDOM = 0.06;

/** What was done as a report may say it: null where it is not known. */
export function stated(
  random: Random,
  done: readonly number[],
  { negatives, unknown }: { readonly negatives: boolean; readonly unknown: boolean },
): (number | null)[] {
  return done.map((value) => {
    if (unknown && random.chance(SELDOM)) return null;
    return negatives && random.chance(SELDOM) ? -value : value;
  });
}

export function sum(values: readonly (number | null)[]): number {
  return Math.round(values.reduce<number>((all, value) => all + (value ?? 0), 0) * 100) / 100;
}

function cents(random: Random, most: number): number {
  return Math.round(random.next() * most * 100) / 100;
}
