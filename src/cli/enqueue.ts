import { Command, InvalidArgumentError, Option } from "commander";
import { ocrOption } from "./ocr-option.ts";
import { queueOption, sharedOption } from "./queue-options.ts";
import type { EnqueueFlags } from "./run-enqueue.ts";

const EXAMPLES = `
Examples:
  $ poi enqueue plans/ --queue postgres://poi@db/poi         documents are stored in the database, up to 16 MB each
  $ poi enqueue /mnt/plans --shared /mnt --queue postgres://poi@db/poi
                                                             documents stay in a folder that all machines see
  $ POI_QUEUE=postgres://poi:secret@db/poi poi enqueue plans/    keeps the password out of the list of processes`;

/** `poi enqueue`: documents into a queue that many machines work on. */
export function enqueueCommand(setExitCode: (code: number) => void): Command {
  return new Command("enqueue")
    .description("send documents to a queue that `poi worker` works on, on as many machines as one likes")
    .argument("[input...]", "files, folders or patterns, as for convert")
    .addOption(queueOption())
    .addOption(sharedOption())
    .option("--files-from <list>", "read the names of files from a file, or from standard input with -")
    .option(
      "--family <id|path|auto>",
      "how the documents are laid out; a path must be in the shared folder",
      "auto",
    )
    .option("--pages <list>", "pages whose rows are wanted, such as 1-3,7 (default: all)")
    .addOption(ocrOption())
    .option("--force", "send in again what is converted already")
    .addOption(
      new Option("--retries <n>", "tries after the first, where the trouble may pass")
        .argParser(wholeNumber(0, 100))
        .default(3),
    )
    .addOption(
      new Option("--retry-delay <seconds>", "wait before the second try; it doubles with each further one")
        .argParser(wholeNumber(1, 3600))
        .default(5),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: string[], flags: EnqueueFlags) => {
      const { runEnqueue } = await import("./run-enqueue.ts");
      setExitCode(await runEnqueue(inputs, flags));
    });
}

function wholeNumber(low: number, high: number) {
  return (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= low && value <= high) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${low} to ${high}.`);
  };
}
