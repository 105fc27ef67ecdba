import { type ChildProcess, fork } from "node:child_process";
import { getCompileCacheDir } from "node:module";
import type { Socket } from "node:net";
import { dirname, extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Source } from "../document.ts";
import { PoiError } from "../errors.ts";
import type { ConversionWatch, Convert, Reading } from "./conversion.ts";
import { unpackError } from "./packed-error.ts";
import { watchMemory } from "./watch-memory.ts";
import { FOR_PDFS, type FromWorker, type ScanMessage, type ToWorker } from "./worker-messages.ts";

/** What a document may cost before it is given up. */
export interface Limits {
  /** Seconds. */
  readonly timeout: number;
  /** Megabytes of resident memory, the process's own included. */
  readonly maxMemory: number;
}

/** A scan of a hundred pages takes some seconds each; whatever takes longer than a quarter of an hour hangs. */
const DEFAULT_TIMEOUT_S = 900;
/** As much as V8 allows a process by itself, and four times what the largest plan takes. */
const DEFAULT_MEMORY_MB = 4096;
export const DEFAULT_LIMITS: Limits = { timeout: DEFAULT_TIMEOUT_S, maxMemory: DEFAULT_MEMORY_MB };

/** A process that converts one document at a time. */
export interface WorkerProcess {
  /**
   * Converts a document into a file that is not there yet.
   *
   * @throws {PoiError} whatever the document throws; `timeout`, `out-of-memory` or `worker-crashed` where it cost
   *   this process its life
   */
  readonly convert: Convert;
  readonly isAlive: () => boolean;
  /** Whether what earlier documents left in its memory leaves enough of the limit to the next. */
  readonly isFit: () => boolean;
  /** Lets the process end by itself, which it does at once unless it is at work; one that never was is killed. */
  readonly end: () => void;
  /** Ends the process whatever it is doing. */
  readonly kill: () => void;
}

/** Of what a process says before it dies, this much is kept: V8's last words fit. */
const LAST_WORDS = 8_000;
/** As V8 and Node put it when the heap, or the memory for a buffer, is used up. */
const OUT_OF_MEMORY = /heap out of memory|ERR_WORKER_OUT_OF_MEMORY|Array buffer allocation failed/;

/** New objects have room for the page that is being read, so that its leftovers never get old, and no more: megabytes. */
export const NEW_SPACE = "--max-semi-space-size=16";

const PROGRAM = fileURLToPath(new URL(`./conversion-worker${extname(import.meta.url)}`, import.meta.url));

/**
 * Starts a process; the documents may follow at once.
 *
 * @param isForPdfs the first document will most likely be a PDF: the process gets ready for it while it waits
 */
export function startWorker(limits: Limits, isForPdfs = false): WorkerProcess {
  const child = fork(PROGRAM, isForPdfs ? [FOR_PDFS] : [], {
    execArgv: [`--max-old-space-size=${limits.maxMemory}`, NEW_SPACE],
    env: environment(),
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const words = keepLastWords(child);
  /** How the process ended, and who is to know. One listener for all documents: none is held on to. */
  let end: string | null = null;
  let onEnd: (how: string) => void = () => {};
  const setEnd = (how: string) => {
    end ??= how;
    onEnd(end);
  };
  child.once("error", (error) => setEnd(error.message));
  child.once("close", (code, signal) => setEnd(signal ?? `exit code ${code}`));
  let memory = 0;
  let isAsked = false;
  let told: Reading | null = null;
  const tell = (reading: Reading) => {
    if (reading !== told) send(child, { reading });
    told = reading;
  };

  const ask = async (
    source: Source,
    reading: Reading,
    output: string,
    { onScan }: ConversionWatch,
  ): Promise<FromWorker> => {
    let reason: PoiError | null = null;
    const giveUp = (error: PoiError) => {
      reason ??= error;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(() => giveUp(tooLong(source, limits)), limits.timeout * 1000);
    const stopWatching = watchMemory(child.pid, limits.maxMemory, () => giveUp(tooLarge(source, limits)));
    let listen: (message: FromWorker | ScanMessage) => void = () => {};
    try {
      return await new Promise<FromWorker>((resolve, reject) => {
        onEnd = (how) => reject(reason ?? deathOf(source, limits, how, words()));
        if (end !== null) return onEnd(end);
        listen = (message) => ("scan" in message ? onScan?.(message.scan) : resolve(message));
        child.on("message", listen);
        isAsked = true;
        tell(reading);
        send(child, { source, output });
      });
    } finally {
      clearTimeout(timer);
      stopWatching();
      child.off("message", listen);
      onEnd = () => {};
    }
  };

  return {
    convert: async (source, reading, output, watch = {}) => {
      const answer = await ask(source, reading, output, watch);
      memory = answer.memory;
      if ("error" in answer) throw unpackError(answer.error);
      return answer.conversion;
    },
    isAlive: () => end === null && child.connected,
    isFit: () => memory < limits.maxMemory / 2,
    end: () => {
      // It would read all its code before it saw that there is nothing to do.
      if (!isAsked) child.kill("SIGKILL");
      else if (child.connected) child.disconnect();
      // How it ends is nobody's concern any more: this process does not wait for it.
      child.unref();
      (child.stderr as Socket | null)?.unref();
    },
    kill: () => child.kill("SIGKILL"),
  };
}

/** Compiled code is kept from the first file on, where this process keeps its own; otherwise from the second. */
function environment(): NodeJS.ProcessEnv {
  const kept = getCompileCacheDir();
  // What is kept stands in a folder of its own for each version of Node.
  return kept === undefined ? process.env : { NODE_COMPILE_CACHE: dirname(kept), ...process.env };
}

/** A process that is gone cannot be sent anything; how it ended is told elsewhere. */
function send(child: ChildProcess, message: ToWorker): void {
  child.send(message, () => {});
}

function keepLastWords(child: ChildProcess): () => string {
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    words = (words + text).slice(-LAST_WORDS);
    if (process.env.POI_DEBUG === "1") process.stderr.write(text);
  });
  return () => words;
}

function tooLong({ name }: Source, { timeout }: Limits): PoiError {
  return new PoiError("timeout", `Cannot convert '${name}' as it takes longer than ${timeout} s`, {
    place: { file: name },
    hint: "give it more time with --timeout, or fewer pages with --pages",
  });
}

function tooLarge({ name }: Source, { maxMemory }: Limits): PoiError {
  return new PoiError("out-of-memory", `Cannot convert '${name}' as it takes more than ${maxMemory} MB`, {
    place: { file: name },
    hint: "give it more with --max-memory, or fewer pages with --pages",
  });
}

function deathOf(source: Source, limits: Limits, how: string, words: string): PoiError {
  if (OUT_OF_MEMORY.test(words)) return tooLarge(source, limits);
  const { name } = source;
  const error = /^\w*Error\b.*$/m.exec(words)?.[0];
  const detail = error === undefined ? "" : `: ${error}`;
  return new PoiError(
    "worker-crashed",
    `Cannot convert '${name}' as the process that read it ended (${how})${detail}`,
    {
      place: { file: name },
      hint: "please report it with the document, if you can share it; POI_DEBUG=1 shows where it happened",
    },
  );
}
