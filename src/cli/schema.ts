import { Command } from "commander";
import { writeStdout } from "./write-stdout.ts";

/** `poi schema`: prints the JSON Schema of the output. */
export function schemaCommand(): Command {
  return new Command("schema")
    .description("print the JSON Schema of the output")
    .addHelpText("after", "\nExamples:\n  $ poi schema > output.schema.json\n")
    .action(async () => {
      const { outputSchema } = await import("../emit/output-schema.ts");
      await writeStdout([JSON.stringify(outputSchema(), null, 2), "\n"]);
    });
}
