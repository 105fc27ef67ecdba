import { Command } from "commander";
import type { WorkerProcess } from "../batch/worker-process.ts";
import { programVersion } from "../version.ts";
import { checkCommand } from "./check.ts";
import { convertCommand } from "./convert.ts";
import { enqueueCommand } from "./enqueue.ts";
import { exportCommand } from "./export.ts";
import { familiesCommand } from "./families.ts";
import { fetchCommand } from "./fetch.ts";
import { inspectCommand } from "./inspect.ts";
import { reviewCommand } from "./review.ts";
import { schemaCommand } from "./schema.ts";
import { showText } from "./show-text.ts";
import { statusCommand } from "./status.ts";
import { workerCommand } from "./worker.ts";

/**
 * The command line: every command with its options and help. What a command needs is loaded when it runs, so
 * that help and small commands stay quick.
 *
 * @param setExitCode called by a command that ends with another code than 0 without failing
 * @param ahead see `startAhead`
 */
export function createProgram(
  setExitCode: (code: number) => void = () => {},
  ahead: WorkerProcess | null = null,
): Command {
  const program = new Command("poi")
    .description("Turns the operating plans (POI) of Peruvian public entities into checked, structured data.")
    .version(programVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .helpCommand(false)
    .showHelpAfterError("  hint: --help shows the options, with examples")
    .configureOutput({
      outputError: (text, write) =>
        write(
          text
            .replace(/^error: /, "poi: ")
            .split("\n")
            .map(showText)
            .join("\n"),
        ),
    })
    .addHelpText("after", "\nExamples:\n  $ poi convert plan.txt > plan.json\n  $ poi convert --help")
    .exitOverride();
  const commands = [
    convertCommand(setExitCode, ahead),
    reviewCommand(),
    exportCommand(),
    checkCommand(setExitCode),
    enqueueCommand(setExitCode),
    workerCommand(setExitCode),
    statusCommand(),
    fetchCommand(setExitCode),
    inspectCommand(),
    familiesCommand(),
    schemaCommand(),
  ];
  for (const command of commands) {
    program.addCommand(command.copyInheritedSettings(program));
  }
  return program;
}
