import type { Belief } from "./column-totals.ts";
import type { Reading } from "./reading.ts";

/** One reading for each row that may be read in several ways; rows it does not name are read as they are. */
export interface Choice {
  /** In nats, beside that of the rows as they are. */
  readonly cost: number;
  readonly chosen: ReadonlyMap<Belief, Reading>;
  /** By cell, what the rows then lack of their total; NaN where nothing is known. */
  readonly missing: readonly number[];
}

/** A reading this much dearer than the one a row is read as is not tried, in nats. */
const MOST_DEARER = 8;
/** Of so many other readings, the cheapest, pairs are tried, and choices dearer than the first of these add nothing. */
const MOST_OTHERS = 80;
const MOST_CHOICES = 40;

/** A reading cheaper than this, beside the one that a row is read as, is what its own numbers say. */
const OVERRULED = 0;

/** Another reading of a row: what it costs beside the one the row is read as, and what it adds to the columns. */
interface Other {
  readonly belief: Belief;
  readonly reading: Reading;
  readonly cost: number;
  readonly adds: ReadonlyMap<number, number>;
}

/**
 * What rows may be read as together: as they are, or one or two of them otherwise. Each total hears the sum of its rows
 * only, so rows that make good each other's errors look right one by one, and what a row was read as wrongly hides what
 * is missing beside it. Choices that leave more columns amiss than there are now are left out, but for those of one row
 * that say what its own numbers say: its total may have overruled them for what another row lacks.
 *
 * @param origins what each row is read as
 * @param missing by cell, what rows lack of their total; NaN where nothing is known
 * @param counts the readings that are chosen from
 * @returns the rows as they are first, then by cost
 */
export function chooseReadings(
  origins: ReadonlyMap<Belief, Reading | null>,
  missing: readonly number[],
  counts: (reading: Reading) => boolean,
): Choice[] {
  const choices: Choice[] = [];
  const others = [...origins]
    .flatMap(([belief, origin]) => othersOf(belief, origin, counts))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST_OTHERS);
  for (const [k, first] of others.entries()) {
    consider([first]);
    for (const second of others.slice(k + 1)) if (second.belief !== first.belief) consider([first, second]);
  }
  choices.sort((a, b) => a.cost - b.cost);
  return [{ cost: 0, chosen: new Map(), missing }, ...choices.slice(0, MOST_CHOICES)];

  function consider(taken: readonly Other[]): void {
    const cost = taken.reduce((sum, other) => sum + other.cost, 0);
    if (cost > MOST_DEARER) return;
    const adds = new Map<number, number>();
    for (const other of taken)
      for (const [cell, amount] of other.adds) adds.set(cell, (adds.get(cell) ?? 0) + amount);
    let more = 0;
    for (const [cell, amount] of adds) {
      const before = missing[cell] as number;
      if (Number.isNaN(before)) continue;
      more += (before === amount ? 0 : 1) - (before === 0 ? 0 : 1);
    }
    if (more > 0 && (taken.length > 1 || cost >= OVERRULED)) return;
    // Columns of which nothing is known stay so.
    const left = missing.map((amount, cell) => amount - (adds.get(cell) ?? 0));
    choices.push({
      cost,
      chosen: new Map(taken.map(({ belief, reading }) => [belief, reading])),
      missing: left,
    });
  }
}

/** The other readings of a row; those that differ only in how they write nothing are one. */
function othersOf(belief: Belief, origin: Reading | null, counts: (reading: Reading) => boolean): Other[] {
  if (origin === null || belief.readings.length < 2 || !isWhole(origin)) return [];
  const masses = new Map<string, { reading: Reading; p: number }>();
  for (const [k, reading] of belief.readings.entries()) {
    if (!isWhole(reading) || !(counts(reading) || reading === origin)) continue;
    const key = amountsOf(reading).join();
    const known = masses.get(key);
    const p = (known?.p ?? 0) + (belief.prior[k] as number);
    masses.set(key, { reading: known?.reading ?? reading, p });
  }
  const amounts = amountsOf(origin);
  const own = masses.get(amounts.join())?.p ?? 0;
  masses.delete(amounts.join());
  if (own === 0) return [];
  return [...masses.values()].map(({ reading, p }) => {
    const more = amountsOf(reading).map((amount, cell) => amount - (amounts[cell] as number));
    const adds = new Map([...more.entries()].filter(([, amount]) => amount !== 0));
    return { belief, reading, cost: Math.log(own / p), adds };
  });
}

/** Whether a reading says all of its row, in accord with its equations. */
export function isWhole({ values, broken }: Reading): boolean {
  return broken.length === 0 && !values.includes(undefined);
}

/** What each cell adds to its column. */
export function amountsOf({ values }: Reading): number[] {
  return values.map((value) => value ?? 0);
}
