import type { ArchiveCheck } from "../check/check-results.ts";
import type { YearCheck } from "../check/check-year.ts";
import type { Difference, Finding } from "../check/finding.ts";
import type { Proposal } from "../check/settle-row.ts";
import { formatTable } from "./format-table.ts";
import { showText } from "./show-text.ts";

/** What a table shows of a long name, and of the cells of one row. */
const NAME_WIDTH = 44;
const SHOWN_CELLS = 3;

/**
 * The report as people read it in a terminal.
 *
 * @param isApplied whether what is settled was written into the results
 * @param file where the whole report is, for programs
 */
export function* formatCheck(
  { years, unplaced }: ArchiveCheck,
  isApplied: boolean,
  file: string,
): Generator<string> {
  const compared = years.filter(({ documents }) => documents.length > 1);
  for (const year of compared) yield* formatYear(year);
  const alone = years.length - compared.length;
  if (alone > 0) yield `Nothing to compare with: ${count(alone, "report")} of a year that no other is of\n`;
  for (const path of unplaced) yield `${showText(path)}: not compared: it names no entity or no year\n`;
  const findings = years.reduce((sum, year) => sum + year.findings.length, 0);
  const settled = years.flatMap(({ proposals }) => proposals).filter(({ isSettled }) => isSettled).length;
  yield `${count(findings, "finding")}, ${count(settled, "ambiguous row")} settled${whatNext(settled, isApplied)}. All of it: ${showText(file)}\n`;
}

function whatNext(settled: number, isApplied: boolean): string {
  if (isApplied) return "; written into the results";
  if (settled === 0) return "";
  return `; --apply writes ${settled === 1 ? "it" : "them"} into the results`;
}

function* formatYear({
  entity,
  year,
  documents,
  compared,
  findings,
  proposals,
}: YearCheck): Generator<string> {
  yield `${showText(entity)}, ${year}: ${count(documents.length, "report")}, ${count(compared, "row")} compared\n`;
  if (findings.length > 0) {
    yield formatTable(
      ["finding", "organ", "activity", "what"],
      findings.map((finding) => [
        finding.kind + (finding.isDoubtful ? " (doubtful)" : ""),
        shorten(finding.organ ?? ""),
        shorten(finding.activity ?? ""),
        showText(describe(finding)),
      ]),
    );
  }
  if (proposals.length > 0) {
    yield formatTable(
      ["ambiguous row", "organ", "activity", "what other reports say"],
      proposals.map((proposal) => [
        showText(`${proposal.document} ${proposal.row}`),
        shorten(proposal.organ ?? ""),
        shorten(proposal.activity ?? ""),
        showText(explain(proposal)),
      ]),
    );
  }
  yield "\n";
}

function describe({ kind, differences, foundIn, missingFrom }: Finding): string {
  if (kind === "row-new" || kind === "row-missing")
    return `in ${foundIn.join(", ")}; not in ${missingFrom.join(", ")}`;
  return list(differences.map(follow));
}

/** A number from report to report: `executed.feb 4 → 5`. */
function follow({ cell, statements }: Difference): string {
  const values = statements
    .map(({ value }) => String(value ?? "blank"))
    .filter((value, i, all) => i === 0 || value !== all[i - 1]);
  return `${cell} ${values.join(" → ")}`;
}

function explain({ cells, agreement, before, remaining, isSettled }: Proposal): string {
  const values = list(Object.entries(cells).map(([cell, value]) => `${cell} = ${value ?? "blank"}`));
  const reports = agreement.map(({ document }) => document).join(", ");
  const outcome = isSettled ? "settled" : `${remaining.length} of ${before.length} readings left`;
  return `${outcome} by ${reports}${values === "" ? "" : `: ${values}`}`;
}

function list(items: readonly string[]): string {
  const rest = items.length - SHOWN_CELLS;
  return [...items.slice(0, SHOWN_CELLS), ...(rest > 0 ? [`and ${rest} more`] : [])].join(", ");
}

function shorten(text: string): string {
  const shown = showText(text);
  return shown.length <= NAME_WIDTH ? shown : `${shown.slice(0, NAME_WIDTH - 1)}…`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
