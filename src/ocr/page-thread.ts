import { Worker } from "node:worker_threads";
import type { Source } from "../document.ts";
import { type ErrorCode, type Place, PoiError } from "../errors.ts";
import type { Scan } from "./read-scan.ts";

/** What a thread is started with: the document whose pages it reads. */
export interface ScanTask {
  readonly source: Source;
  /** What opens an encrypted PDF. */
  readonly password?: string | undefined;
}

/** A scanned page, and what reading its operators told of the pictures on it. */
export interface PageToRead {
  /** 1-based. */
  readonly number: number;
  /** Share of the page that pictures cover, at most 1. */
  readonly pictured: number;
  /** Pixels of the longer side of the largest picture; 0 where that is not told. */
  readonly pictureSize: number;
}

/** What a thread answers to a page. */
export type ScanAnswer =
  | { readonly scan: Scan }
  | {
      readonly error: {
        readonly code: ErrorCode;
        readonly message: string;
        readonly place: Place;
        readonly hint: string | undefined;
      };
    };

/** A thread that reads one page at a time. */
export interface PageThread {
  /** @throws {PoiError} what drawing and reading the page throw */
  readonly read: (page: PageToRead) => Promise<Scan>;
  readonly end: () => Promise<void>;
}

/** Starts a thread; `program` is what it runs. The pages may follow at once. */
export function startPageThread(program: URL, task: ScanTask): PageThread {
  const thread = new Worker(program, { workerData: task });
  let answer: (answer: ScanAnswer) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  let failure: unknown = null;
  thread.on("message", (message: ScanAnswer) => answer(message));
  thread.on("error", (error) => {
    failure ??= error;
    fail(failure);
  });
  thread.on("exit", (code) => {
    failure ??= new Error(`the thread that read scanned pages ended with code ${code}`);
    fail(failure);
  });
  return {
    read: async (page) => {
      const read = await new Promise<ScanAnswer>((resolve, reject) => {
        answer = resolve;
        fail = reject;
        if (failure !== null) reject(failure);
        else thread.postMessage(page);
      });
      if ("scan" in read) return read.scan;
      const { code, message, place, hint } = read.error;
      throw new PoiError(code, message, { place, ...(hint !== undefined && { hint }) });
    },
    end: async () => {
      await thread.terminate();
    },
  };
}
