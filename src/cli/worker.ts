import { Command } from "commander";
import { limitOptions } from "./limit-options.ts";
import { queueOption, sharedOption } from "./queue-options.ts";
import type { WorkerFlags } from "./run-worker-command.ts";

const EXAMPLES = `
Examples:
  $ poi worker --queue postgres://poi@db/poi            work until Ctrl-C, which lets the documents in work end
  $ poi worker --queue postgres://poi@db/poi --drain    end once nothing is left
  $ poi worker --queue postgres://poi@db/poi --shared /mnt --concurrency 4`;

/** `poi worker`: takes documents from a queue and converts them. */
export function workerCommand(setExitCode: (code: number) => void): Command {
  const command = new Command("worker")
    .description("convert the documents of a queue; start it on as many machines as you like")
    .addOption(queueOption())
    .addOption(sharedOption())
    .option("--password <text>", "what opens encrypted PDFs; it stays on this machine")
    .option("--drain", "end once nothing is left to do, on any machine");
  for (const option of limitOptions()) command.addOption(option);
  return command.addHelpText("after", EXAMPLES).action(async (flags: WorkerFlags) => {
    const { runWorkerCommand } = await import("./run-worker-command.ts");
    setExitCode(await runWorkerCommand(flags));
  });
}
