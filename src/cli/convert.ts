import { availableParallelism } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";

/** More than this only fills the memory with documents that wait for the processor. */
const MAX_CONCURRENCY = 64;

/** The options of `poi convert` as they were typed. */
export interface ConvertFlags {
  readonly out?: string;
  readonly family: string;
  readonly pages?: string;
  readonly concurrency: number;
  readonly force?: boolean;
  readonly strict?: boolean;
  readonly log: "auto" | "text" | "json";
}

const EXAMPLES = `
Examples:
  $ poi convert plan.txt                          one document, its JSON on standard output
  $ poi convert plan.txt --out results            one file per document, and run.json over all of them
  $ poi convert plans/ "more/**/*.csv" -o results folders and patterns
  $ pbpaste | poi convert - > plan.json           text that was copied from a document
  $ poi convert plan.txt --family ./my-family     a family of your own
  $ poi convert plans/ -o results --strict        exit code 3 when a row needs review

Exit codes: 0 done (rows may need review), 1 wrong usage, 2 a document failed and the others are written,
3 with --strict, rows need review.`;

/** `poi convert`: documents in, JSON out. */
export function convertCommand(setExitCode: (code: number) => void): Command {
  return new Command("convert")
    .description(
      "turn documents into JSON: files, folders, glob patterns, or - for pasted text on standard input",
    )
    .argument("<input...>", "text files (.txt .tsv .csv), folders, patterns, or -")
    .option("-o, --out <dir>", "folder for one <name>.poi.json per document, and run.json")
    .option(
      "--family <id|path|auto>",
      "how the documents are laid out; a path is a folder of your own",
      "auto",
    )
    .option("--pages <list>", "pages whose rows are wanted, such as 1-3,7 (default: all)")
    .addOption(
      new Option("--concurrency <n>", "documents in memory at once")
        .argParser(parseConcurrency)
        .default(availableParallelism(), "the number of processors"),
    )
    .option("--force", "convert again what the output folder already holds")
    .option("--strict", "exit with 3 when a row needs review")
    .addOption(
      new Option("--log <form>", "what standard error shows: a table for people, or JSON lines")
        .choices(["auto", "text", "json"])
        .default("auto", "text on a terminal, JSON lines elsewhere"),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: string[], flags: ConvertFlags) => {
      const { runConvert } = await import("./run-convert.ts");
      setExitCode(await runConvert(inputs, flags));
    });
}

function parseConcurrency(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= MAX_CONCURRENCY) return value;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_CONCURRENCY}.`);
}
