import { EXIT } from "./exit-codes.ts";

/**
 * Runs `use` with a signal that a first Ctrl-C, or the end asked for by the system (SIGTERM), aborts: what is in
 * work may then be ended in order. A second one ends this process at once.
 */
export async function interruptible<T>(use: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(EXIT.interrupted);
    stop.abort();
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  try {
    return await use(stop.signal);
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}
