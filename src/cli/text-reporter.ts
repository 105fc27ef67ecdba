import type { Counts, DocumentReport } from "../batch/document-report.ts";
import { addCounts } from "../batch/document-report.ts";
import { formatError } from "./format-error.ts";
import { formatTable } from "./format-table.ts";
import { createProgress, pagesDone } from "./progress-bar.ts";
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

/** Of an archive only the sum is shown: run.json lists its documents. */
const MAX_TABLE_ROWS = 100;

/** A terminal is not written to more often than a person sees. */
const DRAW_EVERY_MS = 100;

/** For people: errors as they come, how far the run is, and at the end a table of what was read. */
export function createTextReporter(
  terminal: Terminal,
  total: number,
  now: () => number = () => performance.now(),
): Reporter {
  const isWatched = terminal.isTTY ?? false;
  const showsProgress = isWatched && total > 1;
  const progress = createProgress(total, now);
  let drawn = Number.NEGATIVE_INFINITY;
  /** Whether a line stands there that tells of a scan. */
  let hasLine = false;
  const draw = () => {
    if (!showsProgress || now() - drawn < DRAW_EVERY_MS) return;
    terminal.write(CLEAR + progress.line(terminal.columns || 80));
    drawn = now();
  };
  /** Something that stays, above the bar. */
  const say = (text: string) => {
    terminal.write((showsProgress || hasLine ? CLEAR : "") + text);
    hasLine = false;
    drawn = Number.NEGATIVE_INFINITY;
  };
  draw();
  return {
    document: (report) => {
      progress.add(report);
      if (report.error !== null) say(formatError(report.error, report.path));
      draw();
    },
    scan: (path, pages) => {
      if (!isWatched) return;
      const line = `${showText(path)}: ${pagesDone(pages)}`;
      const files = showsProgress ? `  ${progress.line(terminal.columns || 80)}` : "";
      terminal.write(CLEAR + (line + files).slice(0, (terminal.columns || 80) - 1));
      hasLine = true;
      drawn = now();
    },
    stopping: () => {
      if (total > 1) say("Stopping after the documents in work; Ctrl-C again stops at once.\n");
    },
    finish: (reports, skipped) => {
      say(summarise(reports));
      if (skipped > 0) terminal.write(`Stopped: ${skipped} of ${total} documents were not begun.\n`);
    },
  };
}

function summarise(reports: readonly DocumentReport[]): string {
  const read = reports.filter((report) => report.counts !== null);
  if (read.length === 0) return "";
  const sum = addCounts(read.map((report) => report.counts!));
  const shown = read.length > MAX_TABLE_ROWS ? [] : read;
  const rows = shown.map((report) => tableRow(nameOf(report), report.counts!));
  if (read.length > 1) rows.push(tableRow(`${read.length} documents`, sum));
  const table = formatTable(
    ["document", "rows", "verified", "repaired", "review", "totals that match", "do not", "unsettled"],
    rows,
  );
  const failed = reports.length - read.length;
  const partial = reports.filter((report) => report.outcome === "partial").length;
  return [
    table,
    listCodes("Rows in review, by reason", sum.reasons),
    listCodes("Remarks on whole documents", sum.remarks),
    partial > 0 ? `Read in part: ${partial} of ${reports.length} documents\n` : "",
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
