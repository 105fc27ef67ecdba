import type { Counts, DocumentReport } from "../batch/document-report.ts";
import { addCounts } from "../batch/document-report.ts";
import { formatError } from "./format-error.ts";
import { formatTable } from "./format-table.ts";
import type { Reporter } from "./reporter.ts";
import { showText } from "./show-text.ts";

/** Moves to the start of the line and clears it (ECMA-48: carriage return, then EL 2). */
const CLEAR = "\r\u001b[2K";

/** Where the text goes; a terminal also gets a progress line. */
interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** For people: errors as they come, how far the run is, and at the end a table of what was read. */
export function createTextReporter(terminal: Terminal, total: number): Reporter {
  const showsProgress = (terminal.isTTY ?? false) && total > 1;
  let ended = 0;
  return {
    document: (report) => {
      ended++;
      if (showsProgress) terminal.write(CLEAR);
      if (report.error !== null) terminal.write(formatError(report.error, report.path));
      if (showsProgress) terminal.write(progressLine(ended, total, report.path, terminal.columns || 80));
    },
    finish: (reports, skipped) => {
      if (showsProgress) terminal.write(CLEAR);
      terminal.write(summarise(reports));
      if (skipped > 0) terminal.write(`Stopped: ${skipped} of ${total} documents were not begun.\n`);
    },
  };
}

function progressLine(ended: number, total: number, path: string, columns: number): string {
  return `${ended} of ${total}  ${showText(path)}`.slice(0, columns - 1);
}

function summarise(reports: readonly DocumentReport[]): string {
  const read = reports.filter((report) => report.counts !== null);
  if (read.length === 0) return "";
  const sum = addCounts(read.map((report) => report.counts!));
  const rows = read.map((report) => tableRow(nameOf(report), report.counts!));
  if (rows.length > 1) rows.push(tableRow(`${rows.length} documents`, sum));
  const table = formatTable(
    ["document", "rows", "verified", "repaired", "review", "totals that match", "do not", "unsettled"],
    rows,
  );
  const failed = reports.length - read.length;
  return [
    table,
    listCodes("Rows in review, by reason", sum.reasons),
    listCodes("Remarks on whole documents", sum.remarks),
    listDecisions(sum.corrections),
    failed > 0 ? `Failed: ${failed} of ${reports.length} documents\n` : "",
  ].join("");
}

function listCodes(title: string, codes: Readonly<Record<string, number>>): string {
  const list = Object.entries(codes).map(([code, count]) => `${code} ${count}`);
  return list.length > 0 ? `${title}: ${list.join(", ")}\n` : "";
}

function listDecisions(decisions: Counts["corrections"]): string {
  if (decisions === undefined) return "";
  const { applied, alreadyTrue, conflict, orphan } = decisions;
  return `Decisions of people: ${applied} applied, ${alreadyTrue} already true, ${conflict} in conflict, ${orphan} without their row\n`;
}

function nameOf({ path, outcome }: DocumentReport): string {
  return showText(outcome === "kept" ? `${path} (kept)` : path);
}

function tableRow(name: string, { rows, verified, repaired, review, totals }: Counts): (string | number)[] {
  return [name, rows, verified, repaired, review, totals.match, totals.mismatch, totals.unsettled];
}
