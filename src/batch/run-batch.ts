import pLimit from "p-limit";
import type { ScanProgress } from "../document.ts";
import { programVersion } from "../version.ts";
import type { Input } from "./collect-inputs.ts";
import { hashReading, type Reading } from "./conversion.ts";
import { convertDocument, type Outcome, pendingEntry } from "./convert-document.ts";
import type { DocumentReport } from "./document-report.ts";
import { type Slot, withResultFolder } from "./result-folder.ts";
import { withConverter } from "./with-converter.ts";
import type { Limits, WorkerProcess } from "./worker-process.ts";

/** How a run goes about its documents. */
export interface BatchOptions {
  readonly reading: Reading;
  /** Folder of the results. */
  readonly out: string;
  /** How many processes work at once. */
  readonly concurrency: number;
  readonly limits: Limits;
  /** A process that was started while all this was put together; whoever started it ends it. */
  readonly ahead?: WorkerProcess | null;
  /** The limits were asked for: they hold even where one text could do without a process of its own. */
  readonly isLimited: boolean;
  /** Convert again what an earlier run already did. */
  readonly force: boolean;
  /** Once aborted, no further document is begun. */
  readonly signal?: AbortSignal;
  readonly onReport?: (report: DocumentReport) => void;
  /** Called after each page of a document that OCR has read. */
  readonly onScan?: (path: string, progress: ScanProgress) => void;
}

/** Documents loaded while the processes work on others, so that none waits for the disk. */
const READ_AHEAD = 2;

/**
 * Converts documents into a folder: one result each, and run.json over all of them. A document that cannot be
 * read is reported and the others go on; one that hangs, fills the memory or brings its process down ends by a
 * limit and costs the others nothing.
 *
 * @returns one report per document that was begun, in the order of the inputs
 * @throws {PoiError} `output-not-writable` when the folder cannot be used at all
 */
export async function runBatch(inputs: readonly Input[], options: BatchOptions): Promise<DocumentReport[]> {
  const { out, reading, force, concurrency, limits, signal, onReport, onScan } = options;
  const readingHash = hashReading(reading);
  const run = {
    command: "convert",
    programVersion: programVersion(),
    startedAt: new Date().toISOString(),
    options: { ...reading.requested, ocr: reading.requested.ocr ?? "auto", force, concurrency, ...limits },
  };
  const pending = (slot: Slot) => pendingEntry(slot, reading.requested, readingHash);
  const needsProcess = options.isLimited || inputs.length > 1;
  return await withResultFolder(out, inputs, run, pending, (folder) =>
    withConverter({ ...options, needsProcess }, async (convert) => {
      const limit = pLimit(concurrency + READ_AHEAD);
      try {
        const reports = await limit.map(folder.slots, async (slot) => {
          if (signal?.aborted) return null;
          const tell = (progress: ScanProgress) => onScan?.(slot.input.path, progress);
          const how = { out, reading, readingHash, force, convert, onScan: tell };
          const outcome = await convertDocument(slot, folder, how);
          const report = toReport(slot.input, outcome);
          onReport?.(report);
          return report;
        });
        return reports.filter((report) => report !== null);
      } finally {
        limit.clearQueue();
      }
    }),
  );
}

function toReport(input: Input, { entry, isKept, error }: Outcome): DocumentReport {
  const { output, counts } = entry;
  const outcome = entry.outcome === "pending" ? "failed" : entry.outcome;
  return { path: input.path, outcome: isKept && error === null ? "kept" : outcome, output, counts, error };
}
