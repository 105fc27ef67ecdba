import { DEFAULT_LIMITS, startWorker, type WorkerProcess } from "../batch/worker-process.ts";

const PDF = /\.pdf$/i;
/** What else is read in a process of its own, as far as its name tells. */
const PICTURE = /\.(?:png|jpe?g|tiff?)$/i;
/** What asks for other limits, or for no document at all. */
const OTHERWISE = /^--(?:timeout|max-memory|help)\b|^-h$/;

/**
 * Starts the process that will convert the documents before anything else is loaded, even what reads the command
 * line: it takes longer to start than all that is left to do until it is needed. The caller ends it.
 *
 * @param args what was typed behind the program's name
 * @returns null where none may be needed; whoever needs one after all starts it then
 */
export function startAhead([command, ...args]: readonly string[]): WorkerProcess | null {
  if (command !== "convert" || args.some((arg) => OTHERWISE.test(arg))) return null;
  const isForPdfs = args.some((arg) => PDF.test(arg));
  return isForPdfs || args.some((arg) => PICTURE.test(arg)) ? startWorker(DEFAULT_LIMITS, isForPdfs) : null;
}
