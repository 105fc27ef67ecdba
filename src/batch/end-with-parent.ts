/**
 * A thread of a worker process that ends it once the process that started it is gone, also where a document keeps
 * the main thread busy without end. An orphan is handed to another parent; Windows does not do that, and there
 * the end of the channel has to do.
 */
const LOOK_EVERY_MS = 500;
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, LOOK_EVERY_MS);

export {};
