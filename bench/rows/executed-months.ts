import type { Values } from "../cells.ts";
import type { Random } from "../random.ts";

type Change = (programmed: Values, random: Random, round: (value: number) => number) => (number | null)[];

/** The ways in which executed months differ from programmed ones, with how often each is drawn. */
const CHANGES: readonly { readonly name: string; readonly weight: number; readonly change: Change }[] = [
  { name: "some months differ", weight: 4, change: someMonths },
  { name: "moved by a month", weight: 2, change: moved },
  { name: "under-execution", weight: 2, change: under },
  { name: "stopped", weight: 1, change: stopped },
];

/**
 * The share of rows whose executed months differ. The seed has 7 of 51 sound rows; see the likeness of
 * "9 rows in 10" that the repair relies on.
 */
const DIFFERING_SHARE = 0.13;

export interface Execution {
  readonly name: string;
  readonly months: Values;
}

/** Executed months for programmed ones: mostly the same, else changed in one of the ways above. */
export function executedMonths(programmed: Values, decimals: 0 | 2, random: Random): Execution {
  const asProgrammed = { name: "as programmed", months: programmed };
  if (!random.chance(DIFFERING_SHARE)) return asProgrammed;
  const chosen = CHANGES[random.weighted(CHANGES.map(({ weight }) => weight))] as (typeof CHANGES)[number];
  const scale = 10 ** decimals;
  const months = chosen.change(programmed, random, (value) => Math.max(0, Math.round(value * scale) / scale));
  if (months.every((value, month) => value === programmed[month])) return asProgrammed;
  return { name: chosen.name, months };
}

/** Blanks every month after the quarter that the report runs through. */
export function cutAfter(months: Values, throughQuarter: number): Values {
  return months.map((value, month) => (month < 3 * throughQuarter ? value : null));
}

function someMonths(programmed: Values, random: Random, round: (value: number) => number) {
  const months = [...programmed];
  const busy = months.flatMap((value, month) => (value ? [month] : []));
  for (const month of random.shuffle(busy).slice(0, random.int(1, 4))) {
    const value = months[month] as number;
    const step = random.chance(0.5) ? random.pick([-2, -1, 1, 1, 2]) : value * (random.next() - 0.4) * 0.5;
    months[month] = round(value + step);
  }
  return months;
}

/** The work of one month is done in the next one. */
function moved(programmed: Values, random: Random, round: (value: number) => number) {
  const months = [...programmed];
  const from = random.pick(months.flatMap((value, month) => (value && month < 11 ? [month] : [])));
  if (from === undefined) return months;
  const value = months[from] as number;
  const next = months[from + 1] ?? null;
  const share = next === null || random.chance(0.5) ? value : round(value * random.next());
  months[from] = value === share ? (programmed.includes(null) ? null : 0) : round(value - share);
  months[from + 1] = round((next ?? 0) + share);
  return months;
}

function under(programmed: Values, random: Random, round: (value: number) => number) {
  const share = 0.5 + 0.45 * random.next();
  return programmed.map((value) => (value === null ? null : round(value * share)));
}

/** Nothing more is executed after some month: the rest stays blank. */
function stopped(programmed: Values, random: Random) {
  const last = random.int(2, 10);
  return programmed.map((value, month) => (month <= last ? value : null));
}
