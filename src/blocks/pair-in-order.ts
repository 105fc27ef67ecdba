/** As far as this, in steps of either list, the partner of a point may stand from its own place in the list. */
const REACH = 24;

/**
 * Pairs points of two lists that follow each other in the same order, such as names of lines with the lines of numbers
 * they stand beside, at the least distance together. Linear in the lists.
 *
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
  const reach = REACH + Math.abs(count - others);
  const width = 2 * reach + 1;
  const cost = new Float64Array((count + 1) * width).fill(Number.POSITIVE_INFINITY);
  const at = (i: number, j: number) => i * width + (j - i + reach);
  const isIn = (i: number, j: number) => j >= 0 && j <= others && Math.abs(j - i) <= reach;
  for (let i = 0; i <= count; i++) {
    for (let j = Math.max(0, i - reach); j <= Math.min(others, i + reach); j++) {
      let best = i === 0 && j === 0 ? 0 : Number.POSITIVE_INFINITY;
      if (i > 0 && isIn(i - 1, j)) best = Math.min(best, cost[at(i - 1, j)]! + price);
      if (j > 0 && isIn(i, j - 1)) best = Math.min(best, cost[at(i, j - 1)]! + otherPrice(j - 1));
      if (i > 0 && j > 0) best = Math.min(best, cost[at(i - 1, j - 1)]! + distance(i - 1, j - 1));
      cost[at(i, j)] = best;
    }
  }
  const partner = new Array<number>(count).fill(-1);
  for (let i = count, j = others; i > 0 || j > 0; ) {
    const here = cost[at(i, j)]!;
    if (i > 0 && j > 0 && here === cost[at(i - 1, j - 1)]! + distance(i - 1, j - 1)) {
      partner[--i] = --j;
    } else if (i > 0 && isIn(i - 1, j) && here === cost[at(i - 1, j)]! + price) i--;
    else j--;
  }
  return partner;
}
