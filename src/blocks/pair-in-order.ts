/** As far as this, in steps of the second list, the partner of a point may stand from the point nearest to it. */
const REACH = 24;

/**
 * Pairs points of two lists that follow each other in the same order, such as names of lines with the lines of numbers
 * they stand beside, at the least distance together. Linear in the lists.
 *
 * @param distance falls and then rises along the second list, and is least further along for later points of the first
 * @param price what it costs to leave a point without a partner
 * @param otherPrice what that costs for a point of the second list, where it is not the same
 * @returns for each point of the first list the index of its partner in the second, or -1
 */
export function pairInOrder(
  count: number,
  others: number,
  distance: (i: number, j: number) => number,
  price: number,
  otherPrice: (j: number) => number = () => price,
): number[] {
  // All points of the second list are taken as paid for: a pair gives the price of its own back.
  const pair = (i: number, j: number) => distance(i, j) - otherPrice(j);
  const width = 2 * REACH + 2;
  const starts = startsOf(count, others, distance);
  // cost[i][j - start]: the least cost of the first i points with the first j others.
  const cost = new Float64Array((count + 1) * width);
  const at = (i: number, j: number) => {
    const k = j - (starts[i - 1] ?? 0);
    return k < 0 ? Number.POSITIVE_INFINITY : i === 0 ? 0 : cost[i * width + Math.min(k, width - 1)]!;
  };
  for (let i = 1; i <= count; i++) {
    for (let k = 0; k < width; k++) {
      const j = starts[i - 1]! + k;
      let best = at(i - 1, j) + price;
      if (k > 0) best = Math.min(best, cost[i * width + k - 1]!);
      if (k > 0 && j <= others) best = Math.min(best, at(i - 1, j - 1) + pair(i - 1, j - 1));
      cost[i * width + k] = best;
    }
  }
  const partner = new Array<number>(count).fill(-1);
  for (let i = count, j = others; i > 0 && j > 0; ) {
    const start = starts[i - 1]!;
    j = Math.min(j, start + width - 1);
    const here = at(i, j);
    if (j > start && here === at(i - 1, j - 1) + pair(i - 1, j - 1)) partner[--i] = --j;
    else if (here === at(i - 1, j) + price) i--;
    else j--;
  }
  return partner;
}

/** For each point of the first list the first of the second that may be its partner. */
function startsOf(count: number, others: number, distance: (i: number, j: number) => number): number[] {
  let nearest = 0;
  return Array.from({ length: count }, (_, i) => {
    while (nearest + 1 < others && distance(i, nearest + 1) <= distance(i, nearest)) nearest++;
    return Math.max(0, nearest - REACH);
  });
}
