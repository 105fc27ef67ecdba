import { Command, Option } from "commander";
import type { WorkerProcess } from "../batch/worker-process.ts";
import type { ConvertFlags } from "./convert-flags.ts";
import { limitOptions } from "./limit-options.ts";
import { ocrOption } from "./ocr-option.ts";

const EXAMPLES = `
Examples:
  $ poi convert plan.txt                          one document, its JSON on standard output
  $ poi convert plan.txt --out results            one file per document, and run.json over all of them
  $ poi convert plans/ "more/**/*.csv" -o results folders and patterns
  $ find . -name "*.pdf" -print0 | poi convert --files-from - -o results
                                                  a list of files, by lines or by NULs
  $ pbpaste | poi convert - > plan.json           text that was copied from a document
  $ poi convert plan.txt --family ./my-family     a family of your own
  $ poi convert plans/ -o results --strict        exit code 3 when a row needs review

Exit codes: 0 done (rows may need review), 1 wrong usage, 2 a document failed and the others are written,
3 with --strict, rows need review. Ctrl-C ends after the documents in work, a second one at once.`;

/**
 * `poi convert`: documents in, JSON out.
 *
 * @param ahead see `startAhead`
 */
export function convertCommand(
  setExitCode: (code: number) => void,
  ahead: WorkerProcess | null = null,
): Command {
  const command = new Command("convert")
    .description(
      "turn documents into JSON: files, folders, glob patterns, or - for pasted text on standard input",
    )
    .argument("[input...]", "PDFs, images, text files (.txt .tsv .csv), folders, patterns, or -")
    .option("-o, --out <dir>", "folder for one <name>.poi.json per document, and run.json")
    .option("--files-from <list>", "read the names of files from a file, or from standard input with -")
    .option(
      "--family <id|path|auto>",
      "how the documents are laid out; a path is a folder of your own",
      "auto",
    )
    .option("--pages <list>", "pages whose rows are wanted, such as 1-3,7 (default: all)")
    .addOption(ocrOption())
    .option("--password <text>", "what opens encrypted PDFs");
  for (const option of limitOptions()) command.addOption(option);
  return command
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
      setExitCode(await runConvert(inputs, flags, ahead));
    });
}
