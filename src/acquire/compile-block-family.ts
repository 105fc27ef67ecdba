import type { BlockFamily, BlockFamilyFile, Rule } from "../block-family.ts";
import { PoiError } from "../errors.ts";
import type { CanonicalName } from "../family.ts";
import { monthKeys, quarterKeys } from "../rules/cell-names.ts";
import { compileRule } from "../rules/rule.ts";
import { checkBlockFamily } from "./check-block-family.ts";
import { checkNames } from "./check-names.ts";
import type { Mistake } from "./describe-issue.ts";

/** Joins the files of a family of blocks into what the stages use, and finds what a schema cannot see. */
export function compileBlockFamily(
  file: BlockFamilyFile,
  organs: readonly CanonicalName[],
  units: readonly CanonicalName[],
): { family: BlockFamily; mistakes: Readonly<Record<"family" | "organs" | "units", readonly Mistake[]>> } {
  const { equations, ...rest } = file;
  const cells = new Set(blockCells(file));
  const rules: Rule[] = [];
  const mistakes: Mistake[] = [...checkKeys(file), ...checkBlockFamily(file, cells)];
  for (const [i, entry] of equations.entries()) {
    const { equation, ...terms } =
      typeof entry === "string" ? { equation: entry, tolerance: 0, whole: 0 } : entry;
    try {
      rules.push(compileRule(equation, terms, cells));
    } catch (error) {
      if (!(error instanceof PoiError)) throw error;
      const why = error.message.replace(/: current value is .*$/s, "");
      mistakes.push({ path: ["equations", i], must: `must be a rule that can be read (${why})` });
    }
  }
  return {
    family: { ...rest, rules, organs, units },
    mistakes: { family: mistakes, organs: checkNames(organs), units: checkNames(units) },
  };
}

/** Every cell that a row of such a family may have. */
function blockCells({ series, columns }: BlockFamilyFile): string[] {
  const periods = new Set([...monthKeys, ...quarterKeys, "total", ...columns.map(({ key }) => key)]);
  return series.flatMap(({ key }) => [...periods].map((period) => `${key}.${period}`));
}

/** Keys that stand twice, or that nothing declares. */
function checkKeys(file: BlockFamilyFile): Mistake[] {
  const mistakes: Mistake[] = [];
  const once = (part: string, keys: readonly string[], seen = new Set<string>()) => {
    for (const [i, key] of keys.entries()) {
      if (seen.has(key))
        mistakes.push({ path: [part, i, "key"], must: "must be a key of its own: another has it" });
      seen.add(key);
    }
  };
  const ofLabels = new Set<string>();
  for (const part of ["labels", "context"] as const)
    once(
      part,
      file[part].map(({ key }) => key),
      ofLabels,
    );
  once(
    "groups",
    file.groups.map(({ key }) => key),
  );
  once(
    "series",
    file.series.map(({ key }) => key),
  );
  const lines = new Set(file.lines.kinds.map(({ key }) => key));
  const groups = new Set(file.groups.map(({ key }) => key));
  for (const [i, { line, group }] of file.series.entries()) {
    if (line !== undefined && !lines.has(line))
      mistakes.push({ path: ["series", i, "line"], must: "must be the key of a line" });
    if (!groups.has(group))
      mistakes.push({ path: ["series", i, "group"], must: "must be the key of a group" });
    if ((line === undefined) !== file.oncePerBlock.includes(group))
      mistakes.push({
        path: ["series", i, "line"],
        must:
          line === undefined
            ? "must be the key of a line, unless oncePerBlock lists the group, whose number then stands once for all lines"
            : "must be left out, as oncePerBlock lists the group, whose number stands once for all lines",
      });
  }
  const contexts = new Map(file.context.map(({ key, codeKey }) => [key, codeKey]));
  for (const [i, { codeKey, within }] of file.context.entries())
    if (within !== undefined && (codeKey === undefined || contexts.get(within) === undefined))
      mistakes.push({
        path: ["context", i, "within"],
        must: "must be the key of a context with a codeKey, as this one must have",
      });
  const labels = new Set(
    [...file.labels, ...file.context].flatMap(({ key, codeKey }) => [
      key,
      ...(codeKey === undefined ? [] : [codeKey]),
    ]),
  );
  if (!labels.has(file.code.key))
    mistakes.push({ path: ["code", "key"], must: "must be the key of a label or of its code" });
  return mistakes;
}
