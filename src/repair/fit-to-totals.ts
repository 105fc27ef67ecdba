import { type Belief, isRead, mostProbable, type TotalGroup } from "./column-totals.ts";
import type { Reading } from "./reading.ts";
import { weighReadings } from "./weigh-readings.ts";

/** A row is read when one reading is this probable: what is asked here are the others. */
const READ = 0.98;
/** So many rows of one total may be unread, and so many readings of each are tried beside the others. */
const MOST_UNREAD = 8;
const MOST_READINGS = 4;
const MOST_CHOICES = 256;
/** Of all that the totals may leave for a row, as much is held against its tokens. */
const MOST_FITS = 3;
/** A row with fewer of its numbers among the tokens is not what became them. */
const LEAST_ALIKE = 0.5;
/** A row fitted to one total may let another be fitted: so many rounds. */
const ROUNDS = 2;
/** What was not searched for is hardly this much likelier than what the totals leave and the tokens allow, in nats. */
const MOST_BEFORE = 4;

/** Reads a row as the amounts that its cells are to add to their columns: NaN for any. */
type ReadAs = (belief: Belief, amounts: readonly number[]) => readonly Reading[];

/**
 * Gives each row that could not be read what its totals leave for it: the published numbers less those of all other
 * rows. It is one more reading, at the cost of the damage that would have made its tokens of these numbers; whether
 * it is believed, totals and the other readings then say.
 *
 * @param blocks cells that can change places without any equation noticing: the months of each quarter
 * @param tokensOf the numbers printed in a row
 * @param readAs the readings of a row with the given amounts, cheapest first
 * @returns whether any row was given one
 */
export function fitToTotals(
  groups: readonly TotalGroup[],
  blocks: readonly (readonly number[])[],
  tokensOf: (belief: Belief) => readonly (number | null)[],
  readAs: ReadAs,
): boolean {
  let fitted = false;
  for (let round = 0; round < ROUNDS; round++) {
    for (const { total, rows } of groups) {
      const published = total.reliance === undefined ? mostProbable(total, isWhole) : null;
      if (published === null) continue;
      const unread = rows.filter((belief) => !belief.fitted && (!isRead(belief, READ) || isSupposed(belief)));
      if (unread.length === 0 || unread.length > MOST_UNREAD) continue;
      const left = subtract(
        published.values,
        rows.filter((belief) => !unread.includes(belief)),
      );
      for (const belief of unread) {
        const choices = combine(unread.filter((other) => other !== belief)).map((taken) =>
          left.map((amount, cell) =>
            taken.reduce((rest, reading) => rest - (reading.values[cell] ?? 0), amount),
          ),
        );
        fitted = fitRow(belief, choices, tokensOf(belief), blocks, readAs) || fitted;
      }
    }
  }
  return fitted;
}

/** Gives a row the readings with what is left for it, the likeliest choices first. */
function fitRow(
  belief: Belief,
  choices: readonly (readonly number[])[],
  tokens: readonly (number | null)[],
  blocks: readonly (readonly number[])[],
  readAs: ReadAs,
): boolean {
  const first = choices[0];
  if (first === undefined) return false;
  const known = belief.readings.find(
    (reading) => isWhole(reading) && first.every((amount, cell) => amount === (reading.values[cell] ?? 0)),
  );
  if (known !== undefined) {
    // No total tells a blank from a 0: how else the row may write its nothings is asked of its tokens.
    if (tokens.includes(0)) add(belief, readAs(belief, first));
    belief.fitted = true;
    return true;
  }
  const alike = choices
    .filter((amounts) => amounts.every((amount) => amount >= 0))
    .map((amounts) => ({ amounts, share: shareOf(amounts, tokens) }))
    .filter(({ share }) => share >= LEAST_ALIKE)
    .sort((a, b) => b.share - a.share);
  let fitted = false;
  for (const { amounts } of alike.slice(0, MOST_FITS)) {
    const readings = readAs(belief, amounts);
    add(belief, readings);
    fitted ||= readings.length > 0;
  }
  if (fitted) return true;
  // Other rows may have months of a quarter swapped: then this row is what the totals leave but for its months.
  const months = new Set(blocks.flat());
  const sums = first.map((amount, cell) => (months.has(cell) ? Number.NaN : amount));
  const isAlike = shareOf(sums, tokens) >= LEAST_ALIKE || shareOf(first, tokens) >= LEAST_ALIKE;
  if (!isAlike || sums.some((amount) => amount < 0)) return false;
  const readings = readAs(belief, sums);
  add(belief, readings);
  return readings.length > 0;
}

/** Whether a row is read with cells that only the other series speaks for: its neighbours may lack the same. */
function isSupposed(belief: Belief): boolean {
  return mostProbable(belief, isWhole)?.origins.includes("likeness") ?? false;
}

function isWhole({ values, broken }: Reading): boolean {
  return broken.length === 0 && !values.includes(undefined);
}

/** What is left of a total without these rows. */
function subtract(values: Reading["values"], rows: readonly Belief[]): number[] {
  const left = values.map((value) => value ?? 0);
  for (const row of rows) {
    const reading = mostProbable(row, isWhole) as Reading;
    for (const cell of left.keys()) left[cell] = (left[cell] as number) - (reading.values[cell] ?? 0);
  }
  return left;
}

/** Every choice of one whole reading for each row, the most probable of all first; none where a row has no whole reading. */
function combine(rows: readonly Belief[]): Reading[][] {
  let choices: Reading[][] = [[]];
  for (const { readings, probabilities } of rows) {
    const best = [...readings.keys()]
      .filter((k) => isWhole(readings[k] as Reading))
      .sort((a, b) => (probabilities[b] as number) - (probabilities[a] as number))
      .slice(0, MOST_READINGS);
    choices = best
      .flatMap((k) => choices.map((taken) => [...taken, readings[k] as Reading]))
      .slice(0, MOST_CHOICES);
  }
  return choices;
}

/** How many of the amounts are among the tokens, as a share; of those that add anything. */
function shareOf(amounts: readonly number[], tokens: readonly (number | null)[]): number {
  const left = new Map<number, number>();
  for (const token of tokens) if (token) left.set(token, (left.get(token) ?? 0) + 1);
  let found = 0;
  let count = 0;
  for (const amount of amounts) {
    if (amount === 0 || Number.isNaN(amount)) continue;
    count++;
    const times = left.get(amount) ?? 0;
    if (times === 0) continue;
    left.set(amount, times - 1);
    found++;
  }
  return count === 0 ? 0 : found / count;
}

/** Adds readings to a row's, all of them weighed anew; those that break equations for want of better give way. */
function add(belief: Belief, fitting: readonly Reading[]): void {
  const [best] = fitting;
  if (best === undefined) return;
  const kept = belief.isRough && !belief.fitted ? [] : belief.readings;
  const beyond = Math.max(belief.beyond ?? 0, best.cost - MOST_BEFORE);
  const { readings, probabilities, other } = weighReadings([...kept, ...fitting], beyond);
  belief.readings = readings;
  belief.prior = probabilities;
  belief.probabilities = [...probabilities];
  belief.other = other;
  belief.fitted = true;
}
