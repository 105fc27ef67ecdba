import { open, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { PoiError } from "../errors.ts";

const LOCK = ".corrections.lock";
/** A decision is written in milliseconds: a lock this old was left by a program that was killed. */
const STALE_MS = 10_000;
const RETRY_MS = 25;

/**
 * Lets one program at a time add to a folder's log: what a decision was based on is checked, and the decision
 * written, without another coming between.
 *
 * @throws {PoiError} `output-not-writable`, and whatever `use` throws
 */
export async function withLock<T>(folder: string, use: () => Promise<T>): Promise<T> {
  const path = join(folder, LOCK);
  await take(path);
  try {
    return await use();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<void> {
  for (;;) {
    try {
      await (await open(path, "wx")).close();
      return;
    } catch (cause) {
      const { code, message } = cause as NodeJS.ErrnoException;
      if (code !== "EEXIST") {
        throw new PoiError("output-not-writable", `Cannot write decisions here: ${message}`, {
          place: { file: path },
          hint: "check who may write to the folder of the results",
          cause,
        });
      }
    }
    const held = await stat(path).catch(() => null);
    if (held !== null && Date.now() - held.mtimeMs > STALE_MS) await rm(path, { force: true });
    else await setTimeout(RETRY_MS);
  }
}
