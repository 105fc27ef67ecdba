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
  const printed = new Set<string>();
  let left = family.equations;
  for (const row of [...rows, ...totals].map(withoutDecision)) {
    const cells = readCells(row);
    for (const cell in cells) if (cells[cell] !== null) printed.add(cell);
    for (const cell in row.source.cells) printed.add(cell);
    for (const { cells: one } of row.candidates) for (const cell in one) printed.add(cell);
    if (row.status === "verified") left = left.filter((equation) => holds(equation, cells));
  }
  const equations = left.filter(
    ({ total, terms }) => printed.has(total) && terms.some((term) => printed.has(term)),
  );
  return { equations, organs: family.organs };
}
