import { writeCells } from "../rules/row-cells.ts";
import type { Extraction, Row } from "../schema.ts";
import type { Proposal } from "./settle-row.ts";

/** Flags that say a row was ambiguous. */
const OPEN = "several-readings";
/** Flags that ask for review whatever the numbers are. */
const UNMATCHED = "organ-not-matched";

/**
 * A result with the rows settled that other reports of the year settle. Nothing of it is silent: each row is flagged
 * `settled-by-report`, and its repairs name the report and the cells that speak for every number. Rows with several
 * readings left keep those, and still need review. Proposals that do not fit their row any more are passed over.
 */
export function applyProposals(extraction: Extraction, proposals: readonly Proposal[]): Extraction {
  const rows = extraction.rows.map((row) => {
    const proposal = proposals.find(({ row: id }) => id === row.id);
    const fits = JSON.stringify(proposal?.before) === JSON.stringify(row.candidates);
    return proposal !== undefined && fits ? applyProposal(row, proposal) : row;
  });
  const count = (holds: (row: Row) => boolean) => rows.filter(holds).length;
  return {
    ...extraction,
    rows,
    summary: {
      rows: rows.length,
      verified: count(({ status }) => status === "verified"),
      repaired: count(({ status }) => status === "repaired"),
      review: count(({ needsReview }) => needsReview),
    },
  };
}

function applyProposal(row: Row, proposal: Proposal): Row {
  const { cells, isSettled, confidence, remaining, before } = proposal;
  const flag = {
    code: "settled-by-report",
    severity: isSettled ? ("info" as const) : ("warning" as const),
    cells: Object.keys(cells),
    message: `Of ${before.length} readings ${remaining.length === 1 ? "only this one agrees" : `${remaining.length} agree`} with ${nameReports(proposal)}.`,
  };
  const flags = [...row.flags.filter(({ code }) => !(isSettled && code === OPEN)), flag];
  return {
    ...writeCells(row, cells),
    ...(isSettled && {
      status: "repaired" as const,
      needsReview: flags.some(({ code, severity }) => code === UNMATCHED || severity === "error"),
      confidence,
    }),
    flags,
    repairs: [
      ...row.repairs,
      ...Object.entries(cells).map(([cell, value]) => ({
        cell,
        printed: null,
        value,
        edit: value === null ? ("blank" as const) : ("insert" as const),
        evidence: evidenceFor(cell, value, proposal),
      })),
    ],
    candidates: isSettled ? [] : [...remaining],
  };
}

function nameReports({ agreement }: Proposal): string {
  return agreement.map(({ document, row }) => `${document}, row ${row}`).join(", and ");
}

/** A report that prints the number itself; or the reading it belongs to, where it is of a later month. */
function evidenceFor(cell: string, value: number | null, proposal: Proposal): string[] {
  const own = proposal.agreement.filter(({ cells }) => cells.includes(cell));
  if (own.length > 0)
    return own.map(({ document, row }) => `${cell} = ${value ?? "blank"} in ${document}, row ${row}`);
  return [`the reading that agrees with ${nameReports(proposal)}`];
}
