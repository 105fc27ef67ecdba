import { Command } from "commander";
import { queueOption } from "./queue-options.ts";

const EXAMPLES = `
Examples:
  $ poi fetch --queue postgres://poi@db/poi --out results`;

/** `poi fetch`: the results of a queue into a folder. */
export function fetchCommand(setExitCode: (code: number) => void): Command {
  return new Command("fetch")
    .description("bring the results of a queue into a folder, as convert --out would have left it")
    .addOption(queueOption())
    .requiredOption(
      "-o, --out <dir>",
      "folder for the results and run.json; what it holds is not brought again",
    )
    .addHelpText("after", EXAMPLES)
    .action(async (flags: { readonly queue: string; readonly out: string }) => {
      const { runFetch } = await import("./run-fetch.ts");
      setExitCode(await runFetch(flags));
    });
}
