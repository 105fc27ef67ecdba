import type { Belief } from "./column-totals.ts";
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
 * else every row of a document would go to review for one gap that nothing explains, and one that was repaired.
 */
const LEAST_SHARE = 0.06;
const LEAST_SHARE_OF_REPAIRED = 0.02;

/** An explanation of the first gaps: what each row that takes part is read as, and what all of it costs. */
interface Followed {
  readonly cost: number;
  readonly rows: ReadonlyMap<Belief, readonly Change[]>;
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
  const shares = new Map<Belief, Map<string, { changes: readonly Change[]; weight: number }>>();
  let sum = 0;
  for (const { cost, rows } of followed) {
    const weight = Math.exp(least - cost);
    sum += weight;
    for (const [belief, changes] of rows) {
      const mine = shares.get(belief) ?? new Map<string, { changes: readonly Change[]; weight: number }>();
      shares.set(belief, mine);
      const key = changes.map(({ gap, order }) => `${gap}:${order?.sources ?? ""}`).join(";");
      mine.set(key, { changes, weight: (mine.get(key)?.weight ?? 0) + weight });
    }
  }
  const result = new Map<Belief, { reread: Reread; p: number }[]>();
  for (const [belief, mine] of shares) {
    const leastShare = isRepaired(belief) ? LEAST_SHARE_OF_REPAIRED : LEAST_SHARE;
    const list = [...mine.values()].flatMap(({ changes, weight }) => {
      const reread = rereader.reread(belief, changes);
      return reread === null || weight / sum < leastShare ? [] : [{ reread, p: weight / sum }];
    });
    if (list.length > 0) result.set(belief, list);
  }
  return result;

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

function extend(rows: Followed["rows"], parts: readonly Part[]): Followed["rows"] {
  if (parts.length === 0) return rows;
  const longer = new Map(rows);
  for (const { belief, change } of parts) longer.set(belief, [...(longer.get(belief) ?? []), change]);
  return longer;
}
