import type { Values } from "../cells.ts";
import type { Random } from "../random.ts";
import type { Shape } from "./truth-row.ts";

type Maker = (random: Random) => Values;

/** How the months of each shape are drawn. Blank months are null; sparse rows also print some zeros. */
const MAKERS: Record<Exclude<Shape, "seed">, Maker> = {
  flat: (random) => {
    const level = random.pick([1, 1, 1, 1, 2, 2, 3, 4, 5, 6, 8, 8, 10, 12, 15, 20, 30, 45, 60, 100]);
    return twelve(() => level);
  },
  "nearly-flat": (random) => {
    const level = random.pick([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 18, 25, 27, 33, 52, 90]);
    const share = 0.15 + 0.5 * random.next();
    return twelve(() => (random.chance(share) ? Math.max(1, level + random.pick([-2, -1, 1, 2])) : level));
  },
  seasonal: (random) => {
    const level = random.int(4, 60);
    const swing = 0.2 + 0.6 * random.next();
    const peak = random.int(0, 11);
    return twelve((month) =>
      Math.max(
        0,
        Math.round(level * (1 + swing * Math.cos(((month - peak) * Math.PI) / 6)) + random.int(-1, 1)),
      ),
    );
  },
  sparse: (random) => scattered(random, random.int(2, 6)),
  "one-off": (random) => scattered(random, 1),
  large: (random) => {
    const level = 10 ** (3 + 2.6 * random.next());
    if (random.chance(0.15)) return twelve(() => Math.round(level / 100) * 100);
    return twelve(() => Math.round(level * (0.7 + 0.6 * random.next())));
  },
  decimal: (random) => {
    const level = 10 ** (1 + 3 * random.next());
    return twelve(() => Math.round(level * (0.6 + 0.8 * random.next()) * 100) / 100);
  },
};

/** Twelve programmed months of a shape. */
export function programmedMonths(shape: Exclude<Shape, "seed">, random: Random): Values {
  return MAKERS[shape](random);
}

function twelve(value: (month: number) => number): number[] {
  return Array.from({ length: 12 }, (_, month) => value(month));
}

/** A few months with numbers; the rest blank, zero, or some of each. */
function scattered(random: Random, count: number): Values {
  const size = random.pick([1, 3, 10, 60, 400]);
  const zeroShare = random.pick([0, 0, 0, 0, 0, 0, 0.3, 0.5, 1, 1]);
  const empty = Array.from({ length: 12 }, () => (random.chance(zeroShare) ? 0 : null));
  const months: (number | null)[] = [...empty];
  const order = random.shuffle(twelve((month) => month));
  for (const month of order.slice(0, count)) months[month] = random.int(1, size);
  return months;
}
