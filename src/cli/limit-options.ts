import { availableParallelism } from "node:os";
import { InvalidArgumentError, Option } from "commander";
import { DEFAULT_LIMITS, type Limits } from "../batch/worker-process.ts";

/** More than this only fills the memory with documents that wait for the processor. */
const MAX_CONCURRENCY = 64;
/** What reading scans takes, and each worker with its page: see docs/scans.md. */
const SCAN_BASE_MB = 750;
const SCAN_WORKER_MB = 300;
/** With less, a process cannot even begin to read. */
const MIN_MEMORY_MB = 128;
/** Timers of Node count milliseconds in 31 bits. */
const MAX_TIMEOUT_S = 2_000_000;

/** What a command allows its documents, as it was typed. */
export interface LimitFlags {
  readonly concurrency: number;
  readonly timeout?: number;
  readonly maxMemory?: number;
}

/** The limits that hold where nothing else was typed. */
export function limitsOf({ timeout, maxMemory }: LimitFlags): Limits {
  return {
    timeout: timeout ?? DEFAULT_LIMITS.timeout,
    maxMemory: maxMemory ?? DEFAULT_LIMITS.maxMemory,
  };
}

/** OCR workers of a document that is read alone: as many as may work at once, and as the memory has room for. */
export function ocrWorkersOf(flags: LimitFlags): number {
  const room = Math.floor((limitsOf(flags).maxMemory - SCAN_BASE_MB) / SCAN_WORKER_MB);
  return Math.max(1, Math.min(flags.concurrency, room));
}

/** `--concurrency`, `--timeout` and `--max-memory`, the same for every command that converts. */
export function limitOptions(): Option[] {
  return [
    new Option("--concurrency <n>", "worker processes at once")
      .argParser(parseWith(Number.isInteger, 1, MAX_CONCURRENCY, "a whole number"))
      .default(availableParallelism(), "the number of processors"),
    new Option(
      "--timeout <seconds>",
      `give up a document that takes longer (default: ${DEFAULT_LIMITS.timeout})`,
    ).argParser(parseWith(Number.isFinite, 0.1, MAX_TIMEOUT_S, "a number")),
    new Option(
      "--max-memory <MB>",
      `give up a document that takes more memory (default: ${DEFAULT_LIMITS.maxMemory})`,
    ).argParser(parseWith(Number.isInteger, MIN_MEMORY_MB, 1_048_576, "a whole number")),
  ];
}

function parseWith(isRight: (value: number) => boolean, low: number, high: number, what: string) {
  return (text: string): number => {
    const value = text.trim() === "" ? Number.NaN : Number(text);
    if (isRight(value) && value >= low && value <= high) return value;
    throw new InvalidArgumentError(`It must be ${what} from ${low} to ${high}.`);
  };
}
