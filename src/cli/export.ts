import { Command, Option } from "commander";
import type { ExportFlags } from "./run-export.ts";

const EXAMPLES = `
Examples:
  $ poi export results --to csv --excel          spreadsheets, in results/export/csv
  $ poi export results --to parquet --out lake   columns for DuckDB, pandas, Spark
  $ poi export results --to sqlite:plans.db      tables poi_rows, poi_facts, … in one file
  $ poi export results --to postgres://localhost/plans
  $ poi export results --to csv --include-review rows that need review among the others

Exit codes: 0 done, 1 wrong usage or a destination that cannot be used, 2 a result cannot be read. But for 0,
nothing was exported.`;

/** `poi export`: a folder of results as tables, in files or in a database. */
export function exportCommand(): Command {
  return new Command("export")
    .description("write a folder of results as tables: CSV, NDJSON, Parquet, SQLite or PostgreSQL")
    .argument("<dir>", "a folder of results, as convert --out makes it")
    .requiredOption("--to <destination>", "csv, ndjson, parquet, sqlite:<file> or postgres://…")
    .option("-o, --out <dir>", "folder for files (default: <dir>/export/<format>)")
    .option("--excel", "begin CSV with a byte order mark, by which Excel knows UTF-8")
    .option("--include-review", "put rows that need review among the others, not in tables of their own")
    .option(
      "--collection <name>",
      "what a database calls this folder: documents gone from it go there too (default: its path)",
    )
    .addOption(
      new Option("--log <form>", "what standard error shows: a table for people, or JSON lines")
        .choices(["auto", "text", "json"])
        .default("auto", "text on a terminal, JSON lines elsewhere"),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, flags: ExportFlags) => {
      const { runExport } = await import("./run-export.ts");
      await runExport(folder, flags);
    });
}
