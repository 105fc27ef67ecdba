import type { Family } from "../family.ts";
import { independent } from "../rules/printed-equations.ts";
import { holds } from "../rules/residual.ts";
import { readCells } from "../rules/row-cells.ts";
import type { Extraction, Row } from "../schema.ts";
import { withoutDecision } from "./without-decision.ts";

/** What the equations and names of a family say; `null` where the family of a result cannot be had. */
export type Rules = Pick<Family, "equations" | "organs"> | null;

/**
 * The rules of a family that a document can be held to. An equation is left out where the document prints no column
 * for its total, or none for its terms, as plans do that print months without quarters; and where a verified row
 * breaks it, since such rows satisfy all equations that can be checked.
 */
export function rulesFor(
  { rows, totals }: Pick<Extraction, "rows" | "totals">,
  family: Family | null,
): Rules {
  if (family === null) return null;
  const wanted = new Set(family.equations.flatMap(({ total, terms }) => [total, ...terms]));
  let left = asPrinted(family.equations, rows);
  for (const row of [...rows, ...totals].map(withoutDecision)) {
    // Once every column is seen, only rows that can tell an equation from the others are looked at.
    if (wanted.size === 0 && row.status !== "verified") continue;
    const cells = readCells(row);
    for (const cell in cells) if (cells[cell] !== null) wanted.delete(cell);
    for (const cell in row.source.cells) wanted.delete(cell);
    for (const candidate of row.candidates) for (const cell in candidate.cells) wanted.delete(cell);
    if (row.status === "verified") left = left.filter((equation) => holds(equation, cells));
  }
  const isPrinted = (cell: string) => !wanted.has(cell);
  const equations = left.filter(({ total, terms }) => isPrinted(total) && terms.some(isPrinted));
  return { equations: independent(equations), organs: family.organs };
}

/** Numbers are rounded only in series of which the document prints no decimals. */
function asPrinted(equations: Family["equations"], rows: readonly Row[]): Family["equations"] {
  if (equations.every(({ whole }) => whole === undefined)) return equations;
  const withDecimals = new Set<string>();
  for (const { source } of rows)
    for (const [cell, { text }] of Object.entries(source.cells))
      if (DECIMALS.test(text)) withDecimals.add(seriesOf(cell));
  return equations.map(({ whole, ...equation }) =>
    whole === undefined || withDecimals.has(seriesOf(equation.total)) ? equation : { ...equation, whole },
  );
}

/** Three digits after a mark are thousands. */
const DECIMALS = /[.,](?:[0-9]{1,2}|[0-9]{4,})\W*$/;

function seriesOf(cell: string): string {
  return cell.slice(0, cell.indexOf("."));
}
