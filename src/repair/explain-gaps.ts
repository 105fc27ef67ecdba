import { type Belief, mostProbable, TOTAL_WRONG_COST, type TotalGroup } from "./column-totals.ts";
import type { ErrorModel } from "./error-model.ts";
import type { Likeness } from "./likeness.ts";
import type { Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import { SWAPPED_AGAIN, silentPairs, swapReading } from "./swap-readings.ts";

/** Two neighbouring columns that miss their totals by the same amount, one over and one under. */
interface Gap {
  readonly a: number;
  readonly b: number;
  readonly size: number;
}

/** What may be behind a gap: rows whose cells were swapped, or the total itself, or nothing of the kind. */
interface Explanation {
  readonly beliefs: readonly Belief[];
  readonly cost: number;
}

/** Explanations of one gap that are followed, and gaps that are explained together. */
const MOST_EXPLANATIONS = 40;
const MOST_GAPS = 3;
/** A row that is behind a gap with less probability than this is left as it is. */
const LEAST_SHARE = 0.04;

/**
 * Swaps of two months of one quarter leave a row's equations as they were; only totals show them, and only that
 * some row is behind a gap. Weighs all that could be, rows alone and by twos and the total itself, for all the gaps
 * of a group together, and gives each row the readings with its cells swapped back as far as they are believed.
 */
export function explainGaps(
  code: RowCode,
  model: ErrorModel,
  likeness: Likeness,
  groups: readonly TotalGroup[],
): void {
  const pairs = silentPairs(code);
  const isUnswapped = ({ origins }: Reading) =>
    pairs.every(([a, b]) => origins[a] !== "swapped" || origins[b] !== "swapped");
  // Swaps that were found already must not hide a gap that another row explains as well.
  const originOf = (belief: Belief) => mostProbable(belief, isUnswapped) ?? mostProbable(belief);
  const swap = (reading: Reading, { a, b }: Gap) => swapReading(code, model, likeness, reading, [a, b]);

  for (const { total, rows } of groups) {
    if (total.reliance !== undefined) continue;
    const members = [total, ...rows];
    const origins = new Map(members.map((belief) => [belief, originOf(belief)]));
    const gaps = findGaps(
      pairs,
      origins.get(total) ?? null,
      rows.map((row) => origins.get(row) ?? null),
    );
    if (gaps.length === 0 || gaps.length > MOST_GAPS) continue;
    const shares = weighExplanations(gaps.map((gap) => explain(gap, total, rows, origins, swap)));
    for (const [belief, subsets] of shares) {
      const origin = origins.get(belief);
      if (origin === null || origin === undefined) continue;
      share(
        belief,
        subsets.map(({ which, p }) => {
          const reading = which.reduce((from, k) => swap(from, gaps[k] as Gap), origin);
          return { reading, p };
        }),
      );
    }
  }
}

function findGaps(
  pairs: readonly (readonly [number, number])[],
  total: Reading | null,
  rows: readonly (Reading | null)[],
): Gap[] {
  const gapIn = (cell: number): number | null => {
    const published = total?.values[cell];
    if (published === undefined) return null;
    let sum = 0;
    for (const row of rows) {
      const value = row?.values[cell];
      if (value === undefined) return null;
      sum += value ?? 0;
    }
    return (published ?? 0) - sum;
  };
  return pairs.flatMap(([a, b]) => {
    const size = gapIn(a);
    return size === null || size === 0 || gapIn(b) !== -size ? [] : [{ a, b, size }];
  });
}

/** All that could be behind one gap, cheapest first. */
function explain(
  gap: Gap,
  total: Belief,
  rows: readonly Belief[],
  origins: ReadonlyMap<Belief, Reading | null>,
  swap: (reading: Reading, gap: Gap) => Reading,
): Explanation[] {
  const changes = rows.flatMap((belief, row) => {
    const origin = origins.get(belief);
    if (origin === null || origin === undefined) return [];
    const change = (origin.values[gap.b] ?? 0) - (origin.values[gap.a] ?? 0);
    return change === 0 ? [] : [{ row, belief, change, cost: swap(origin, gap).cost - origin.cost }];
  });
  const byChange = new Map<number, typeof changes>();
  for (const entry of changes) {
    const alike = byChange.get(entry.change);
    if (alike === undefined) byChange.set(entry.change, [entry]);
    else alike.push(entry);
  }
  const published = origins.get(total);
  const explanations: Explanation[] = [
    { beliefs: [], cost: 2 * TOTAL_WRONG_COST },
    ...(published && (published.values[gap.a] ?? 0) - (published.values[gap.b] ?? 0) === gap.size
      ? [{ beliefs: [total], cost: swap(published, gap).cost - published.cost }]
      : []),
    ...(byChange.get(gap.size) ?? []).map(({ belief, cost }) => ({ beliefs: [belief], cost })),
    ...changes.flatMap((first) =>
      (byChange.get(gap.size - first.change) ?? [])
        .filter((second) => first.row < second.row)
        .map((second) => ({ beliefs: [first.belief, second.belief], cost: first.cost + second.cost })),
    ),
  ];
  return explanations.sort((x, y) => x.cost - y.cost).slice(0, MOST_EXPLANATIONS);
}

/** How far each row is believed to be behind which of the gaps: by row, the subsets of gaps with their shares. */
function weighExplanations(
  explanations: readonly (readonly Explanation[])[],
): Map<Belief, { which: number[]; p: number }[]> {
  const shares = new Map<Belief, Map<string, number>>();
  let sum = 0;
  walk(0, 0, new Map());
  const result = new Map<Belief, { which: number[]; p: number }[]>();
  for (const [belief, subsets] of shares) {
    const list = [...subsets]
      .map(([key, weight]) => ({ which: key.split(",").map(Number), p: weight / sum }))
      .filter(({ p }) => p >= LEAST_SHARE);
    if (list.length > 0) result.set(belief, list);
  }
  return result;

  function walk(gap: number, cost: number, used: Map<Belief, number[]>): void {
    if (gap === explanations.length) {
      const weight = Math.exp(-cost);
      sum += weight;
      for (const [belief, which] of used) {
        const subsets = shares.get(belief) ?? new Map<string, number>();
        shares.set(belief, subsets);
        subsets.set(which.join(), (subsets.get(which.join()) ?? 0) + weight);
      }
      return;
    }
    for (const { beliefs, cost: own } of explanations[gap] ?? []) {
      const next = new Map(used);
      let discount = 0;
      for (const belief of beliefs) {
        const before = next.get(belief) ?? [];
        if (before.length > 0) discount += Math.max(0, own / beliefs.length - SWAPPED_AGAIN);
        next.set(belief, [...before, gap]);
      }
      walk(gap + 1, cost + own - discount, next);
    }
  }
}

/** Gives a row the readings that explain gaps, at the expense of its others. */
function share(belief: Belief, swapped: readonly { reading: Reading; p: number }[]): void {
  const isSwapOf = (reading: Reading) =>
    swapped.some(({ reading: other }) => other.values.every((value, cell) => value === reading.values[cell]));
  const taken = swapped.reduce((sum, { p }) => sum + p, 0);
  // What was believed of the same swaps before is what is being settled here.
  const kept = belief.readings.map((reading, k) =>
    isSwapOf(reading) ? 0 : (belief.probabilities[k] as number),
  );
  const mass = kept.reduce((a, b) => a + b, belief.other);
  const scale = mass > 0 ? (1 - taken) / mass : 0;
  belief.readings = [...belief.readings, ...swapped.map(({ reading }) => reading)];
  belief.probabilities = [...kept.map((p) => p * scale), ...swapped.map(({ p }) => p)];
  belief.prior = belief.probabilities;
  belief.other *= scale;
}
