import type { Belief } from "./column-totals.ts";
import type { Reading } from "./reading.ts";
import type { Change, Reread, Rereader } from "./reread-rows.ts";

/** A row, and how it is to be read for a gap. */
export interface Part {
  readonly belief: Belief;
  readonly change: Change;
}

/** Explanations of several gaps that are followed at once: the cheapest, gap by gap. */
const MOST_FOLLOWED = 500;
/**
 * A row that is behind a gap with less probability than this is left as it is: one that is sound as printed, since
 * else every row of a document would go to review for one gap that nothing explains, and one that was repaired. Where
 * 3 rows of 10 are damaged, 0.05 instead of 0.09 finds one in six of the swaps that else pass, and asks for some
 * fifteen undamaged rows for each; below it a further one costs twenty. What is less probable is one of twenty rows
 * and more.
 */
const LEAST_SHARE = 0.05;
const LEAST_SHARE_OF_REPAIRED = 0.02;

/** An explanation of the first gaps: what each row that takes part is read as, and what all of it costs. */
interface Followed {
  readonly cost: number;
  readonly rows: ReadonlyMap<Belief, readonly Change[]>;
}

/** The shares that rows have in explanations: by row, and by what it is read as. */
export type Shares = ReadonlyMap<Belief, ReadonlyMap<string, { changes: readonly Change[]; p: number }>>;

/** What it costs in all that there are some gaps, and the shares of rows in what is behind them. */
export interface Followers {
  readonly cost: number;
  readonly shares: Shares;
}

/**
 * How far each row is believed to be behind which of the gaps. One row behind several gaps costs less than as many
 * rows: often all of it is one slip.
 *
 * @param explanations by gap
 * @param isRepaired whether a row was read otherwise than printed
 * @returns by row, what it may be read as, each with its probability
 */
export function weighExplanations(
  explanations: readonly (readonly { readonly parts: readonly Part[]; readonly cost: number }[])[],
  rereader: Pick<Rereader, "reread">,
  isRepaired: (belief: Belief) => boolean,
): Map<Belief, { reread: Reread; p: number }[]> {
  return likelyRereads(followGaps(explanations, rereader).shares, rereader, isRepaired);
}

/** Those shares that are large enough to count, each with what the row is read as. */
export function likelyRereads(
  shares: Shares,
  rereader: Pick<Rereader, "reread">,
  isRepaired: (belief: Belief) => boolean,
): Map<Belief, { reread: Reread; p: number }[]> {
  const result = new Map<Belief, { reread: Reread; p: number }[]>();
  for (const [belief, mine] of shares) {
    const leastShare = isRepaired(belief) ? LEAST_SHARE_OF_REPAIRED : LEAST_SHARE;
    const list = [...mine.values()].flatMap(({ changes, p }) => {
      const reread = p < leastShare ? null : rereader.reread(belief, changes);
      return reread === null ? [] : [{ reread, p }];
    });
    if (list.length > 0) result.set(belief, list);
  }
  return result;
}

/** Explains several gaps together, the cheapest explanations of each. */
export function followGaps(
  explanations: readonly (readonly { readonly parts: readonly Part[]; readonly cost: number }[])[],
  rereader: Pick<Rereader, "reread">,
): Followers {
  let followed: Followed[] = [{ cost: 0, rows: new Map() }];
  for (const options of explanations) {
    const longer = followed.flatMap((taken) =>
      options.map(({ parts, cost }) => ({ taken, parts, cost: taken.cost + costOf(taken, parts, cost) })),
    );
    followed = longer
      .sort((a, b) => a.cost - b.cost)
      .slice(0, MOST_FOLLOWED)
      .map(({ taken, parts, cost }) => ({ cost, rows: extend(taken.rows, parts) }));
  }
  const least = followed[0]?.cost ?? 0;
  const sum = followed.reduce((weight, { cost }) => weight + Math.exp(least - cost), 0);
  const shares = new Map<Belief, Map<string, { changes: readonly Change[]; p: number }>>();
  for (const { cost, rows } of followed)
    for (const [belief, changes] of rows) {
      const mine = shares.get(belief) ?? new Map<string, { changes: readonly Change[]; p: number }>();
      shares.set(belief, mine);
      const key = changes.map(({ gap, order }) => `${gap}:${order?.sources ?? ""}`).join(";");
      mine.set(key, { changes, p: (mine.get(key)?.p ?? 0) + Math.exp(least - cost) / sum });
    }
  return { cost: least - Math.log(sum), shares };

  /** What an explanation of a further gap costs, beside those of the gaps before it. */
  function costOf({ rows }: Followed, parts: readonly Part[], alone: number): number {
    let cost = alone;
    for (const { belief, change } of parts) {
      const before = rows.get(belief);
      if (before === undefined) continue;
      const own = rereader.reread(belief, [change])?.cost ?? 0;
      const already = rereader.reread(belief, before)?.cost ?? 0;
      const together = rereader.reread(belief, [...before, change])?.cost;
      cost += (together ?? Number.POSITIVE_INFINITY) - already - own;
    }
    return cost;
  }
}

/** What is behind the gaps, and how rows are read, whatever the choice: each choice by its probability. */
export function weighChoices(
  weighed: readonly (Followers & { readonly chosen: ReadonlyMap<Belief, Reading> })[],
): {
  shares: Shares;
  chosen: ReadonlyMap<Belief, ReadonlyMap<Reading, number>>;
} {
  const least = Math.min(...weighed.map(({ cost }) => cost));
  const sum = weighed.reduce((weight, { cost }) => weight + Math.exp(least - cost), 0);
  const shares = new Map<Belief, Map<string, { changes: readonly Change[]; p: number }>>();
  const chosen = new Map<Belief, Map<Reading, number>>();
  for (const choice of weighed) {
    const probability = Math.exp(least - choice.cost) / sum;
    for (const [belief, reading] of choice.chosen) {
      const mine = chosen.get(belief) ?? new Map<Reading, number>();
      chosen.set(belief, mine.set(reading, (mine.get(reading) ?? 0) + probability));
    }
    for (const [belief, list] of choice.shares) {
      const mine = shares.get(belief) ?? new Map<string, { changes: readonly Change[]; p: number }>();
      shares.set(belief, mine);
      for (const [key, { changes, p }] of list)
        mine.set(key, { changes, p: (mine.get(key)?.p ?? 0) + p * probability });
    }
  }
  return { shares, chosen };
}

function extend(rows: Followed["rows"], parts: readonly Part[]): Followed["rows"] {
  if (parts.length === 0) return rows;
  const longer = new Map(rows);
  for (const { belief, change } of parts) longer.set(belief, [...(longer.get(belief) ?? []), change]);
  return longer;
}
