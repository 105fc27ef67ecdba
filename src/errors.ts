/** What can go wrong with an input, an output or a family, as a word that programs can test. */
export type ErrorCode =
  | "usage"
  | "input-not-found"
  | "input-unreadable"
  | "input-too-large"
  | "empty-file"
  | "binary-file"
  | "unsupported-type"
  | "password-needed"
  | "password-wrong"
  | "pdf-damaged"
  | "no-text-layer"
  | "ocr-failed"
  | "no-table"
  | "family-not-found"
  | "family-invalid"
  | "output-not-writable"
  | "timeout"
  | "out-of-memory"
  | "worker-crashed"
  | "queue-unreachable"
  | "result-invalid"
  | "database-failed";

/** Where in an input the trouble stands: a file, and in it a page and a line where they are known. */
export interface Place {
  readonly file?: string | undefined;
  readonly page?: number | undefined;
  readonly line?: number | undefined;
}

/**
 * The one error this project throws for trouble that is not a bug. Its message says what failed, why, and
 * the current value; `hint` says the way out.
 */
export class PoiError extends Error {
  readonly code: ErrorCode;
  readonly place: Place;
  readonly hint: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { place?: Place; hint?: string; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "PoiError";
    this.code = code;
    this.place = options.place ?? {};
    this.hint = options.hint;
  }
}
