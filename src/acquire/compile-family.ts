import { PoiError } from "../errors.ts";
import type { CanonicalName, Equation, Family, FamilyFile } from "../family.ts";
import { familyCells } from "../rules/cell-names.ts";
import { compileEquation, expandCells } from "../rules/equation.ts";
import { checkFamily } from "./check-family.ts";
import { checkNames } from "./check-names.ts";
import type { Mistake } from "./describe-issue.ts";

/**
 * Joins a family's files into what the stages use: ranges expanded, equations compiled. What a schema cannot see
 * is checked here, and the mistakes are given by the file they stand in: names that nothing declares, and things
 * that two places claim.
 */
export function compileFamily(
  file: FamilyFile,
  organs: readonly CanonicalName[],
  units: readonly CanonicalName[],
): { family: Family; mistakes: Readonly<Record<"family" | "organs" | "units", readonly Mistake[]>> } {
  const cells = familyCells(file.series, file.extra);
  const columns = compileColumns(file, cells);
  const equations = compileEquations(file, cells);
  return {
    family: { ...file, columns: columns.compiled, equations: equations.compiled, organs, units },
    mistakes: {
      family: [...checkFamily(file), ...columns.mistakes, ...equations.mistakes],
      organs: checkNames(organs),
      units: checkNames(units),
    },
  };
}

interface Compiled<T> {
  readonly compiled: readonly T[];
  readonly mistakes: readonly Mistake[];
}

function compileColumns(file: FamilyFile, cells: readonly string[]): Compiled<string> {
  const labels = new Set(file.labels.map(({ key }) => key));
  const known = new Set([...labels, ...cells]);
  const compiled: string[] = [];
  const mistakes: Mistake[] = [];
  for (const [i, column] of file.columns.entries()) {
    const names = labels.has(column) ? [column] : attempt(() => expandCells(column));
    if (names instanceof PoiError || names.some((name) => !known.has(name))) {
      mistakes.push({
        path: ["columns", i],
        must: "must be the key of a label, a cell, or a range of cells such as programmed.jan..dec",
      });
    } else if (names.some((name) => compiled.includes(name))) {
      mistakes.push({ path: ["columns", i], must: "must name a column that does not stand before it" });
    } else {
      compiled.push(...names);
    }
  }
  return { compiled, mistakes };
}

function compileEquations(file: FamilyFile, cells: readonly string[]): Compiled<Equation> {
  const known = new Set(cells);
  const compiled: Equation[] = [];
  const mistakes: Mistake[] = [];
  for (const [i, entry] of file.equations.entries()) {
    const { equation, tolerance } = typeof entry === "string" ? { equation: entry, tolerance: 0 } : entry;
    const result = attempt(() => compileEquation(equation, tolerance, known));
    if (result instanceof PoiError) {
      const path = typeof entry === "string" ? ["equations", i] : ["equations", i, "equation"];
      mistakes.push({ path, must: `must be an equation that can be read (${withoutValue(result.message)})` });
    } else {
      compiled.push(result);
    }
  }
  return { compiled, mistakes };
}

function attempt<T>(act: () => T): T | PoiError {
  try {
    return act();
  } catch (error) {
    if (error instanceof PoiError) return error;
    throw error;
  }
}

/** The place in the file brings its own current value. */
function withoutValue(message: string): string {
  return message.replace(/: current value is ".*$/s, "");
}
