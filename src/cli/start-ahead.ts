import { existsSync } from "node:fs";
import { startWorker, type WorkerProcess } from "../batch/worker-process.ts";
import type { ConvertFlags } from "./convert-flags.ts";
import { limitsOf } from "./limit-options.ts";

/** What is read without a process of its own, as far as its name tells. */
const TEXT = /^-$|\.(?:txt|tsv|csv)$/i;

/**
 * Starts the process that will convert the documents before anything else is loaded: it takes longer to start than
 * what is left to do until it is needed. The caller ends it.
 *
 * @param args files, folders and patterns, as they were typed
 * @returns null where none may be needed; whoever needs one after all starts it then
 */
export function startAhead(args: readonly string[], flags: ConvertFlags): WorkerProcess | null {
  const { out, force = false } = flags;
  // An earlier run may have read all of them.
  if (out !== undefined && !force && existsSync(out)) return null;
  const isText = args.length === 1 && TEXT.test(args[0]!);
  return isText && flags.filesFrom === undefined ? null : startWorker(limitsOf(flags));
}
