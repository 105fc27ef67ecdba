import { PoiError } from "../errors.ts";
import type { Equation } from "../family.ts";
import { monthKeys, quarterKeys } from "./cell-names.ts";

const CELL_PATTERN = /^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)?$/;
const SCALES: readonly (readonly string[])[] = [monthKeys, quarterKeys];

/**
 * Reads an equation such as `programmed.q1 = programmed.jan..mar` or `target = programmed.q1 + programmed.q2`.
 *
 * @param tolerance how far both sides may differ, in the printed unit
 * @param cells the cells that exist; naming any other is an error
 * @throws {PoiError} `family-invalid`, with the equation as its current value
 */
export function compileEquation(text: string, tolerance: number, cells: Iterable<string>): Equation {
  const fail = (why: string) => new PoiError("family-invalid", `${why}: current value is "${text}"`);
  const sides = text.split("=");
  if (sides.length !== 2)
    throw fail("An equation must have one equals sign, as in target = programmed.jan..dec");
  const [left = "", right = ""] = sides.map((side) => side.trim());
  const total = expandCells(left);
  if (total.length !== 1) throw fail("The left side of an equation must be a single cell");
  const terms = right.split("+").flatMap((term) => expandCells(term.trim()));

  const known = new Set(cells);
  const unknown = [...total, ...terms].find((cell) => !known.has(cell));
  if (unknown !== undefined)
    throw fail(`An equation must name cells of the family, and it has no ${unknown}`);
  const seen = new Set<string>();
  for (const cell of [...total, ...terms]) {
    if (seen.has(cell)) throw fail(`An equation must name each cell once, and ${cell} stands in it twice`);
    seen.add(cell);
  }
  return { text, total: left, terms, tolerance };
}

/**
 * The cells that a name or a range stands for: `programmed.jan..mar` is January to March, `target` itself.
 * Ranges run over months (`jan` to `dec`) or quarters (`q1` to `q4`).
 *
 * @throws {PoiError} `family-invalid`
 */
export function expandCells(name: string): string[] {
  const [first = "", last, ...rest] = name.split("..");
  if (!CELL_PATTERN.test(first) || rest.length > 0) {
    throw new PoiError(
      "family-invalid",
      `A cell must be written like target, programmed.jan or programmed.jan..dec: current value is "${name}"`,
    );
  }
  if (last === undefined) return [first];
  const dot = first.indexOf(".");
  const start = first.slice(dot + 1);
  const scale = SCALES.find((periods) => periods.includes(start) && periods.includes(last));
  if (dot < 0 || scale === undefined || scale.indexOf(start) > scale.indexOf(last)) {
    throw new PoiError(
      "family-invalid",
      `A range of cells must run from a month to a later month, or from a quarter to a later quarter: current value is "${name}"`,
    );
  }
  return scale
    .slice(scale.indexOf(start), scale.indexOf(last) + 1)
    .map((period) => `${first.slice(0, dot)}.${period}`);
}
