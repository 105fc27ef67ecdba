import pLimit from "p-limit";
import type { Convert } from "./conversion.ts";
import { type Limits, startWorker, type WorkerProcess } from "./worker-process.ts";

interface WorkersOptions {
  /** How many processes work at once. */
  readonly concurrency: number;
  readonly limits: Limits;
  /** One that was started before anything else was known of the call, with the same limits. */
  readonly ahead?: WorkerProcess | null;
}

/**
 * Owns the worker processes of a call: started when the first documents need them, used again and again, replaced
 * where one was lost, and all ended when `use` ends or this process does.
 */
export async function withWorkers<T>(
  { concurrency, limits, ahead = null }: WorkersOptions,
  use: (convert: Convert) => Promise<T>,
): Promise<T> {
  const idle: WorkerProcess[] = ahead === null ? [] : [ahead];
  const all = new Set(idle);
  const limit = pLimit(concurrency);
  const killAll = () => {
    for (const worker of all) worker.kill();
  };
  const start = () => {
    const worker = startWorker(limits);
    all.add(worker);
    return worker;
  };
  process.once("exit", killAll);
  try {
    const result = await use((source, reading, output, watch) =>
      limit(async () => {
        watch?.onBegin?.();
        const worker = takeAlive(idle) ?? start();
        try {
          return await worker.convert(source, reading, output, watch);
        } finally {
          if (worker.isAlive() && worker.isFit()) {
            idle.push(worker);
          } else {
            all.delete(worker);
            worker.end();
          }
        }
      }),
    );
    for (const worker of all) worker.end();
    return result;
  } catch (error) {
    killAll();
    throw error;
  } finally {
    process.off("exit", killAll);
  }
}

/** One that waits for work. Any of them may have died meanwhile. */
function takeAlive(idle: WorkerProcess[]): WorkerProcess | undefined {
  for (let worker = idle.pop(); worker !== undefined; worker = idle.pop()) {
    if (worker.isAlive()) return worker;
  }
  return undefined;
}
