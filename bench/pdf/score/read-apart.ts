import { fork } from "node:child_process";
import type { Made } from "../made/made.ts";
import type { Outcome } from "./judge.ts";

/** What takes this long, on a machine that has other things to do, never ends. */
const TIME_LIMIT = 300_000;
/** Megabytes of heap. */
const MEMORY_LIMIT = 2048;

/** What a document took of the machine. */
export interface Cost {
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** Reads one document in a process of its own, which is ended after so many milliseconds. */
export async function readApart(
  made: Made,
  timeLimit = TIME_LIMIT,
): Promise<{ outcome: Outcome; cost: Cost | null }> {
  const child = fork(new URL("child.ts", import.meta.url), {
    execArgv: [`--max-old-space-size=${MEMORY_LIMIT}`],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), timeLimit);
  try {
    return await new Promise((resolve) => {
      child.once("message", (answer: { outcome: Outcome; cost: Cost }) => resolve(answer));
      child.once("exit", (code, signal) =>
        resolve({ outcome: { kind: "broken", message: `ended with ${signal ?? code}` }, cost: null }),
      );
      child.send(made);
    });
  } finally {
    clearTimeout(timer);
    child.kill("SIGKILL");
  }
}
