/** Milliseconds of several runs. */
export interface Times {
  readonly runs: number;
  readonly median: number;
  readonly p99: number;
  readonly slowest: number;
}

export function describeTimes(milliseconds: readonly number[]): Times & { readonly describe: string } {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const times = { runs: sorted.length, median: at(0.5), p99: at(0.99), slowest: sorted.at(-1) ?? 0 };
  const describe =
    `median ${times.median.toFixed(2)} ms, 99th percentile ${times.p99.toFixed(2)} ms, ` +
    `slowest ${times.slowest.toFixed(2)} ms of ${times.runs} rows`;
  return { ...times, describe };
}
