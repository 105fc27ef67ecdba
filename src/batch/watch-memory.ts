import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** Often enough that no document takes gigabytes between two looks, and cheap: a file of the kernel is read. */
const LOOK_EVERY_MS = 200;

const run = promisify(execFile);

/**
 * Looks at the resident memory of a process from outside, since one that is busy cannot look at itself, and calls
 * `onTooMuch` once it is above the limit in megabytes. Where the system does not say, nothing is watched.
 *
 * @returns what ends the watch
 */
export function watchMemory(pid: number | undefined, limit: number, onTooMuch: () => void): () => void {
  if (pid === undefined) return () => {};
  let isLooking = false;
  const timer = setInterval(async () => {
    if (isLooking) return;
    isLooking = true;
    const used = await residentMegabytes(pid);
    isLooking = false;
    if (used !== null && used > limit) onTooMuch();
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** Resident memory of a process; null where it is gone or the system has no way to say. */
export async function residentMegabytes(pid: number): Promise<number | null> {
  try {
    const kilobytes =
      process.platform === "linux"
        ? /^VmRSS:\s*(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, "utf8"))?.[1]
        : (await run("ps", ["-o", "rss=", "-p", String(pid)])).stdout.trim();
    return kilobytes ? Number(kilobytes) / 1024 : null;
  } catch {
    return null;
  }
}
