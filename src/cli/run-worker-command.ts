import { runWorker } from "../queue/run-worker.ts";
import { withQueue } from "../queue/with-queue.ts";
import type { JobReport } from "../queue/work.ts";
import { createJsonLog, type JsonLog } from "./create-json-log.ts";
import { EXIT } from "./exit-codes.ts";
import { interruptible } from "./interruptible.ts";
import { type LimitFlags, limitsOf } from "./limit-options.ts";

/** The options of `poi worker` as they were typed. */
export interface WorkerFlags extends LimitFlags {
  readonly queue: string;
  readonly shared?: string;
  readonly password?: string;
  readonly drain?: boolean;
}

/** Does what `poi worker` was asked to, and returns the exit code. Tells what it does as JSON lines. */
export async function runWorkerCommand(flags: WorkerFlags): Promise<number> {
  const log = createJsonLog();
  const onError = (error: Error) => log.warn({ event: "queue" }, error.message);
  return await interruptible(async (signal) => {
    signal.addEventListener("abort", () =>
      log.info({ event: "stopping" }, "stopping after the documents in work"),
    );
    await withQueue(flags.queue, true, onError, async (queue) => {
      log.info({ event: "ready", concurrency: flags.concurrency }, "waiting for documents");
      await runWorker(queue, {
        concurrency: flags.concurrency,
        limits: limitsOf(flags),
        shared: flags.shared ?? null,
        password: flags.password ?? null,
        drain: flags.drain ?? false,
        signal,
        onReport: (report) => tell(log, report),
      });
    });
    return EXIT.done;
  });
}

function tell(log: JsonLog, { input, outcome, rows, error, mayPass }: JobReport): void {
  const fields = { event: "document", path: input, outcome };
  if (error === null) {
    log.info({ ...fields, rows }, `${input}: ${outcome}`);
  } else {
    const code = "code" in error ? error.code : "bug";
    log[mayPass ? "warn" : "error"]({ ...fields, code, mayPass }, `${input}: ${error.message}`);
  }
}
