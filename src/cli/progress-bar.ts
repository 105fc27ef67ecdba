import type { DocumentReport } from "../batch/document-report.ts";
import type { ScanProgress } from "../document.ts";

/** Rate and time left are those of the last documents: what an earlier run left goes by at once, and scans do not. */
const RECENT = 50;
const BAR_WIDTH = 20;

/** How far a run is. */
export interface Progress {
  readonly add: (report: DocumentReport) => void;
  /** The bar, the files, pages and rows so far, files a second and the time left, in at most so many columns. */
  readonly line: (columns: number) => string;
}

/** Counts what goes by. `now` gives milliseconds. */
export function createProgress(total: number, now: () => number = () => performance.now()): Progress {
  const endings = [now()];
  let ended = 0;
  let pages = 0;
  let rows = 0;
  return {
    add: ({ counts }) => {
      ended++;
      pages += counts?.pages ?? 0;
      rows += counts?.rows ?? 0;
      endings.push(now());
      if (endings.length > RECENT + 1) endings.shift();
    },
    line: (columns) => {
      const seconds = (endings.at(-1)! - endings[0]!) / 1000;
      const rate = seconds > 0 ? (endings.length - 1) / seconds : 0;
      const filled = Math.round((ended / total) * BAR_WIDTH);
      const parts = [
        `${"█".repeat(filled)}${"░".repeat(BAR_WIDTH - filled)} ${ended}/${total} files`,
        `${group(pages)} pages`,
        `${group(rows)} rows`,
        ...(rate > 0 ? [`${formatRate(rate)} files/s`, `${formatTime((total - ended) / rate)} left`] : []),
      ];
      return parts.join("  ").slice(0, columns - 1);
    },
  };
}

/** How far a scan is, in words. */
export function pagesDone({ done, of, secondsLeft }: ScanProgress): string {
  const left = secondsLeft === null ? "" : `, ${formatTime(secondsLeft)} left`;
  return `page ${done} of ${of} read by OCR${left}`;
}

function group(count: number): string {
  return count.toLocaleString("en-US");
}

function formatRate(rate: number): string {
  return rate < 10 ? rate.toFixed(1) : rate.toFixed(0);
}

/** Seconds as `0:07`, `12:30` or `1:02:30`. */
function formatTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${two(whole % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}
