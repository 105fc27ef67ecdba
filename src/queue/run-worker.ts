import { setTimeout as sleep } from "node:timers/promises";
import type { Requested } from "../batch/conversion.ts";
import { withWorkers } from "../batch/with-workers.ts";
import type { Limits } from "../batch/worker-process.ts";
import { countJobs } from "./queue-status.ts";
import { readingFor } from "./shared-family.ts";
import { QUEUE } from "./tables.ts";
import type { OpenQueue } from "./with-queue.ts";
import { type JobData, type JobReport, work } from "./work.ts";

/** How a machine works on a queue. */
export interface RunWorkerOptions {
  readonly concurrency: number;
  readonly limits: Limits;
  readonly shared: string | null;
  /** What opens encrypted PDFs; null where none is known. It is no part of what is asked for in the queue. */
  readonly password: string | null;
  /** End once nothing is left to do, on any machine. */
  readonly drain: boolean;
  /** Once aborted, no further job is taken; those in work are finished. */
  readonly signal: AbortSignal;
  readonly onReport: (report: JobReport) => void;
}

/** How often the database is asked for jobs where there were none, and whether a queue to be drained is empty. */
const POLL_EVERY_S = 1;

/** Takes jobs from a queue until the signal, or until nothing is left. */
export async function runWorker(queue: OpenQueue, options: RunWorkerOptions): Promise<void> {
  const { concurrency, limits, shared, password, onReport } = options;
  const readings = new Map<string, ReturnType<typeof readingFor>>();
  const readingOnce = (requested: Requested) => {
    const key = JSON.stringify(requested);
    const reading = readings.get(key) ?? readingFor(requested, shared, password);
    readings.set(key, reading);
    // A family's folder that is not there yet may be there for the next try.
    reading.catch(() => readings.delete(key));
    return reading;
  };
  await withWorkers({ concurrency, limits }, async (convert) => {
    const settings = { pollingIntervalSeconds: POLL_EVERY_S, perJobResults: true } as const;
    // One more than there are processes: a job is fetched and another committed while they work.
    for (let number = 0; number <= concurrency; number++) {
      let id: string | undefined;
      id = await queue.boss.work<JobData, unknown, typeof settings>(QUEUE, settings, async ([job]) => {
        const result = await work(queue, job!, { convert, readingFor: readingOnce, shared, onReport });
        // Where there was a job there may be another: without this, each is followed by a pause.
        if (id !== undefined) queue.boss.notifyWorker(id);
        return [result];
      });
    }
    await untilEnd(queue, options);
    await queue.boss.offWork(QUEUE, { wait: true });
  });
}

async function untilEnd(queue: OpenQueue, { drain, signal }: RunWorkerOptions): Promise<void> {
  while (!signal.aborted) {
    if (drain) {
      // A database that is away for a moment is not empty.
      const jobs = await countJobs(queue).catch(() => null);
      if (jobs !== null && jobs.waiting + jobs.retrying + jobs.active === 0) return;
    }
    await sleep(POLL_EVERY_S * 1000, undefined, { signal }).catch(() => {});
  }
}
