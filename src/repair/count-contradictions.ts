/** A linear equation in unknowns: the signed unknowns and `sum` add up to 0. */
export interface OpenEquation {
  readonly signs: ReadonlyMap<number, number>;
  readonly sum: number;
}

/**
 * How many equations contradict the others whatever the unknowns are, by Gaussian elimination. Coefficients are
 * small integers and sums are safe integers, so nothing is lost to rounding.
 */
export function countContradictions(equations: readonly OpenEquation[]): number {
  let rest = equations.map(({ signs, sum }) => ({ signs: new Map(signs), sum }));
  let contradictions = 0;
  while (rest.length > 0) {
    const [row, ...others] = rest as [(typeof rest)[number], ...typeof rest];
    const pivot = [...row.signs].find(([, factor]) => factor !== 0);
    if (pivot === undefined) {
      if (row.sum !== 0) contradictions++;
      rest = others;
      continue;
    }
    const [unknown, factor] = pivot;
    rest = others.map((other) => eliminate(other, row, unknown, factor));
  }
  return contradictions;
}

function eliminate(
  row: { signs: Map<number, number>; sum: number },
  by: { signs: Map<number, number>; sum: number },
  unknown: number,
  factor: number,
) {
  const times = row.signs.get(unknown) ?? 0;
  if (times === 0) return row;
  const signs = new Map<number, number>();
  for (const key of new Set([...row.signs.keys(), ...by.signs.keys()]))
    signs.set(key, (row.signs.get(key) ?? 0) * factor - (by.signs.get(key) ?? 0) * times);
  return { signs, sum: row.sum * factor - by.sum * times };
}
