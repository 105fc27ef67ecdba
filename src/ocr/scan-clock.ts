/** How far the scanned pages of a document are. */
export interface ScanProgress {
  readonly done: number;
  readonly of: number;
  /** At the pace of the pages that were read so far; null before the first, and where an earlier run kept all. */
  readonly secondsLeft: number | null;
}

/** Counts pages as they are done, of so many. A page that an earlier run kept says nothing of the pace. */
export function createScanClock(
  of: number,
  now: () => number = () => performance.now(),
): (isKept: boolean) => ScanProgress {
  const started = now();
  let done = 0;
  let read = 0;
  return (isKept) => {
    done++;
    if (!isKept) read++;
    const seconds = (now() - started) / 1000;
    const secondsLeft = read === 0 ? null : Math.round((seconds / read) * (of - done));
    return { done, of, secondsLeft: done === of ? 0 : secondsLeft };
  };
}
