import type { ScanProgress, Source } from "../document.ts";
import type { Conversion, Reading } from "./conversion.ts";
import type { PackedError } from "./packed-error.ts";

/** The argument of a worker process that will most likely be sent a PDF first. */
export const FOR_PDFS = "--for-pdfs";

/** What a worker process is told: what to read with, and one document after the other to read so. */
export type ToWorker =
  | { readonly reading: Reading }
  /** `output` is a file that is not there yet. */
  | { readonly source: Source; readonly output: string };

/** What a worker process says of a long scan while it reads it. */
export interface ScanMessage {
  readonly scan: ScanProgress;
}

/** What a worker process answers to a document. */
export type FromWorker = ({ readonly conversion: Conversion } | { readonly error: PackedError }) & {
  /** Resident memory after it, in megabytes. */
  readonly memory: number;
};
