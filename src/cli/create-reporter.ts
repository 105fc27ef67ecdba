import type { ConvertFlags } from "./convert-flags.ts";
import type { Reporter } from "./reporter.ts";

/** Text with a progress bar and a table where a person watches, JSON lines where a program reads. */
export async function createReporter(form: ConvertFlags["log"], total: number): Promise<Reporter> {
  const isText = form === "text" || (form === "auto" && process.stderr.isTTY);
  if (isText) return (await import("./text-reporter.ts")).createTextReporter(process.stderr, total);
  return (await import("./json-reporter.ts")).createJsonReporter();
}
