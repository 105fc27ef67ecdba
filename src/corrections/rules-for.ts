import type { Family } from "../family.ts";
import { holds } from "../rules/residual.ts";
import { readCells } from "../rules/row-cells.ts";
import type { Extraction } from "../schema.ts";
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
  let left = family.equations;
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
  return { equations, organs: family.organs };
}
