import type { ScanProgress } from "../document.ts";

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
