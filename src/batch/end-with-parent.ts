import { Worker } from "node:worker_threads";

/**
 * Run as text, since a file of TypeScript would load another compiler for it, of 30 MB. An orphan is handed to another
 * parent; Windows does not do that, and there the end of the channel has to do.
 */
const WATCH = `
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, 500);
`;

/** It holds next to nothing. In megabytes. */
const LITTLE = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 };

/**
 * Ends this process once the one that started it is gone, also where a document keeps it busy without end: a thread
 * of its own looks twice a second.
 */
export function endWithParent(): void {
  new Worker(WATCH, { eval: true, resourceLimits: LITTLE }).unref();
}
