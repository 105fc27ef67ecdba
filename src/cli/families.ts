import { Command } from "commander";
import { formatTable } from "./format-table.ts";
import { writeStdout } from "./write-stdout.ts";

/** `poi families`: lists the document families that can be read. */
export function familiesCommand(): Command {
  return new Command("families")
    .description("list the document families that can be read")
    .option("--json", "print them as JSON")
    .addHelpText("after", "\nExamples:\n  $ poi families\n  $ poi families --json\n")
    .action(async (options: { json?: boolean }) => {
      const { listFamilies } = await import("../acquire/load-family.ts");
      const families = (await listFamilies()).map(({ id, version, name, entity }) => ({
        id,
        version,
        name,
        entity,
      }));
      if (options.json) return writeStdout([JSON.stringify(families, null, 2), "\n"]);
      const rows = families.map(({ id, version, name, entity }) => [id, version, name, entity ?? "any"]);
      return writeStdout([formatTable(["family", "version", "name", "entity"], rows)]);
    });
}
