import { CommanderError } from "commander";
import type { WorkerProcess } from "../batch/worker-process.ts";
import { PoiError } from "../errors.ts";
import { createProgram } from "./create-program.ts";
import { EXIT } from "./exit-codes.ts";
import { formatError } from "./format-error.ts";
import { showText } from "./show-text.ts";

/** Errors of the command line itself, its family or its folder; all others are those of a document. */
const USAGE_CODES = new Set([
  "usage",
  "family-not-found",
  "family-invalid",
  "output-not-writable",
  "queue-unreachable",
  "database-failed",
]);

/**
 * Runs the program with the arguments after its name, and returns its exit code. Never throws.
 *
 * @param ahead see `startAhead`
 */
export async function runCli(args: readonly string[], ahead: WorkerProcess | null): Promise<number> {
  let exitCode: number = EXIT.done;
  const program = createProgram((code) => {
    exitCode = code;
  }, ahead);
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    // Commander has already said what is wrong, or shown the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (!(error instanceof PoiError)) return reportBug(error);
    process.stderr.write(formatError(error));
    return USAGE_CODES.has(error.code) ? EXIT.usage : EXIT.failed;
  }
}

function reportBug(error: unknown): number {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`poi: a bug in this program: ${showText(message)}\n`);
  process.stderr.write("  hint: please report it with the document, if you can share it\n");
  if (process.env.POI_DEBUG === "1") process.stderr.write(`${stack}\n`);
  else process.stderr.write("  hint: POI_DEBUG=1 shows where it happened\n");
  return EXIT.bug;
}
