import { exportResults } from "../export/export-results.ts";
import { openDestination } from "../export/open-destination.ts";
import type { ExportFlags } from "./export.ts";
import { formatTable } from "./format-table.ts";
import { showText } from "./show-text.ts";
import { writeStdout } from "./write-stdout.ts";

/**
 * Does what `poi export` was asked to, and says on standard output what was written.
 *
 * @throws {PoiError} when nothing could be exported
 */
export async function runExport(folder: string, flags: ExportFlags): Promise<void> {
  const { name, destination } = await openDestination(flags.to, { folder, ...flags });
  const { lines, repeated } = await exportResults(folder, destination, flags.includeReview ?? false);
  await writeStdout([
    formatTable(["table", "lines"], Object.entries(lines)),
    `Written to ${showText(name)}\n`,
  ]);
  for (const { path, sameAs } of repeated) {
    process.stderr.write(`poi: ${showText(path)}: left out: the same document as ${showText(sameAs)}\n`);
  }
}
