/** Milliseconds of several runs. */
export interface Times {
  readonly runs: number;
  readonly median: number;
  readonly p99: number;
  readonly slowest: number;
}

/** Median, 99th percentile and slowest of a list of milliseconds; zeros for an empty list. */
export function summariseTimes(milliseconds: readonly number[]): Times {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { runs: sorted.length, median: at(0.5), p99: at(0.99), slowest: sorted.at(-1) ?? 0 };
}
