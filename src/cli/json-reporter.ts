import { addCounts, type Counts, type DocumentReport } from "../batch/document-report.ts";
import { createJsonLog } from "./create-json-log.ts";
import { placeMessage } from "./format-error.ts";
import { pagesDone } from "./progress-bar.ts";
import type { Reporter } from "./reporter.ts";

/** For programs: one JSON object per line on standard error, an event `document` each and a `summary`. */
export function createJsonReporter(): Reporter {
  const log = createJsonLog();
  return {
    document: ({ path, outcome, output, counts, error }) => {
      if (error === null) {
        const level = counts !== null && counts.review > 0 ? "warn" : "info";
        log[level]({ event: "document", path, outcome, output, ...counts }, `${path}: ${inWords(counts)}`);
      } else {
        const { code, hint, place } = error;
        log.error(
          { event: "document", path, outcome, code, place, hint },
          `poi: ${placeMessage(error, path)}`,
        );
      }
    },
    scan: (path, progress) =>
      log.info({ event: "scan", path, ...progress }, `${path}: ${pagesDone(progress)}`),
    stopping: () => log.info({ event: "stopping" }, "stopping after the documents in work"),
    finish: (reports, skipped) => {
      const counts = addCounts(reports.flatMap((report) => report.counts ?? []));
      const number = (outcome: DocumentReport["outcome"]) =>
        reports.filter((report) => report.outcome === outcome).length;
      const outcomes = {
        done: number("done"),
        partial: number("partial"),
        kept: number("kept"),
        failed: number("failed"),
        skipped,
      };
      log.info(
        { event: "summary", documents: reports.length, ...outcomes, ...counts },
        `${reports.length} document${reports.length === 1 ? "" : "s"}: ${inWords(counts)}`,
      );
    },
  };
}

function inWords(counts: Counts | null): string {
  if (counts === null) return "nothing read";
  const { rows, verified, repaired, review } = counts;
  return `${rows} row${rows === 1 ? "" : "s"}, ${verified} verified, ${repaired} repaired, ${review} to review`;
}
