import { exportResults } from "../export/export-results.ts";
import { openDestination } from "../export/open-destination.ts";
import { formatTable } from "./format-table.ts";
import { reportEvent } from "./report-event.ts";
import { showText } from "./show-text.ts";

/** The options of `poi export` as they were typed. */
export interface ExportFlags {
  readonly to: string;
  readonly out?: string;
  readonly excel?: boolean;
  readonly includeReview?: boolean;
  readonly collection?: string;
  readonly log: "auto" | "text" | "json";
}

/**
 * Does what `poi export` was asked to, and says on standard error what was written.
 *
 * @throws {PoiError} when nothing could be exported
 */
export async function runExport(folder: string, flags: ExportFlags): Promise<void> {
  const { name, destination } = await openDestination(flags.to, { folder, ...flags });
  const report = await exportResults(folder, destination, flags.includeReview ?? false);
  const { documents, lines, repeated } = report;
  for (const { path, sameAs } of repeated) {
    const text = `poi: ${showText(path)}: left out: the same document as ${showText(sameAs)}\n`;
    reportEvent(flags.log, "warn", { event: "left-out", path, sameAs }, text);
  }
  const table = formatTable(["table", "lines"], Object.entries(lines));
  reportEvent(
    flags.log,
    "info",
    { event: "export", to: name, documents, lines },
    `${table}Written to ${showText(name)}\n`,
  );
}
