import type { Rule } from "../block-family.ts";
import { PoiError } from "../errors.ts";
import { expandCells } from "./equation.ts";

/** What a rule says besides its equation. */
type Terms = Pick<Rule, "tolerance" | "whole" | "upTo" | "when" | "unless" | "mostly">;

/**
 * Reads a rule: `a.total = a.jan..dec` (a sum; cells may be joined by +), `a.total = last a.jan..dec`, `a.total = none`,
 * or `a.total = percent b.total of c.total`.
 *
 * @param cells the cells that exist; naming any other is an error
 * @throws {PoiError} `family-invalid`, with the rule as its current value
 */
export function compileRule(text: string, terms: Terms, cells: ReadonlySet<string>): Rule {
  const fail = (why: string) => new PoiError("family-invalid", `${why}: current value is "${text}"`);
  const sides = text.split("=").map((side) => side.trim());
  const [total = "", right = ""] = sides;
  if (sides.length !== 2 || right === "") throw fail("A rule must have one equals sign and two sides");
  if (expandCells(total).length !== 1) throw fail("The left side of a rule must be a single cell");
  const { kind, names } = readRight(right, fail);
  const expanded = names.flatMap(expandCells);
  if (kind === "percent" && expanded.length !== 2) throw fail("A share must be of single cells");
  const unknown = [total, ...expanded].find((cell) => !cells.has(cell));
  if (unknown !== undefined) throw fail(`A rule must name cells of the family, and it has no ${unknown}`);
  if (new Set([total, ...expanded]).size <= expanded.length) throw fail("A rule must name each cell once");
  return { text, kind, total, terms: expanded, ...terms };
}

function readRight(
  right: string,
  fail: (why: string) => PoiError,
): { kind: Rule["kind"]; names: readonly string[] } {
  const [first = "", ...rest] = right.split(/\s+/);
  if (right === "none") return { kind: "none", names: [] };
  if (first === "last" && rest.length === 1) return { kind: "last", names: rest };
  if (first === "percent") {
    if (rest.length !== 3 || rest[1] !== "of")
      throw fail("A share must be written like percent a.total of b.total");
    return { kind: "percent", names: [rest[0]!, rest[2]!] };
  }
  return { kind: "sum", names: right.split("+").map((name) => name.trim()) };
}
