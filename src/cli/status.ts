import { Command } from "commander";
import { queueOption } from "./queue-options.ts";

const EXAMPLES = `
Examples:
  $ poi status --queue postgres://poi@db/poi
  $ poi status --queue postgres://poi@db/poi --json`;

/** `poi status`: how far a queue is. */
export function statusCommand(): Command {
  return new Command("status")
    .description("show how far a queue is, and why documents failed")
    .addOption(queueOption())
    .option("--json", "print it as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (flags: { readonly queue: string; readonly json?: boolean }) => {
      const { runStatus } = await import("./run-status.ts");
      await runStatus(flags);
    });
}
