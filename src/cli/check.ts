import { Command } from "commander";
import type { CheckFlags } from "./run-check.ts";

const EXAMPLES = `
Examples:
  $ poi check results                        what the reports of each year say differently
  $ poi check results --html report.html     the same as a page to read and to mail
  $ poi check results --apply                settle the ambiguous rows that another report settles

Exit codes: 0 done, 1 wrong usage, 2 a result cannot be read, 3 with --strict, reports differ.`;

/** `poi check`: compares the reports of one year with each other. */
export function checkCommand(setExitCode: (code: number) => void): Command {
  return new Command("check")
    .description(
      "compare the reports of one year: plans changed, execution restated, rows that settle each other",
    )
    .argument("<dir>", "a folder of results, as convert --out makes it")
    .option("--apply", "write what is settled into the results, each row flagged with its evidence")
    .option("--html <file>", "write the report as a page, in Spanish with a switch to English")
    .option("--strict", "exit with 3 when reports differ")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, flags: CheckFlags) => {
      const { runCheck } = await import("./run-check.ts");
      setExitCode(await runCheck(folder, flags));
    });
}
