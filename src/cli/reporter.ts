import type { DocumentReport } from "../batch/document-report.ts";
import type { ScanProgress } from "../document.ts";

/** Tells on standard error how a run goes. */
export interface Reporter {
  /** Called as each document ends. */
  readonly document: (report: DocumentReport) => void;
  /** Called after each page of a document that OCR has read: seconds go by between them. */
  readonly scan: (path: string, progress: ScanProgress) => void;
  /** Called once the run is to end after the documents in work. */
  readonly stopping: () => void;
  /** Called once, with all documents that ended, and how many were not begun because the run was stopped. */
  readonly finish: (reports: readonly DocumentReport[], skipped: number) => void;
}
