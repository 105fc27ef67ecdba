import { type AnyFamily, isBlockFamily } from "../block-family.ts";
import type { Equation, Family } from "../family.ts";

/**
 * A family as one whose activities are printed on one line each: what is asked of it by those who have a row's cells
 * before them and need not know how it was printed. Of the rules of a family of blocks these are the sums that hold in
 * every row.
 */
export function asTableFamily(family: AnyFamily): Family {
  if (!isBlockFamily(family)) return family;
  const { id, version, name, description, entity, labels, context, groups, lines, months, quarters } = family;
  const keys = [...context, ...labels].flatMap(({ key, codeKey }) =>
    codeKey === undefined ? [key] : [codeKey, key],
  );
  const headers = new Map(labels.map(({ key, header }) => [key, header]));
  const printed = [...new Set(keys)];
  const series = family.series.map(({ key, line, group }) => {
    const ofLine = lines.kinds.find((kind) => kind.key === line)?.prints[0] ?? "";
    const ofGroup = groups.find((one) => one.key === group)?.header[0] ?? "";
    return { key, header: [`${ofLine} ${ofGroup}`.trim()] };
  });
  return {
    id,
    version,
    name,
    description,
    entity,
    recognise: { title: family.recognise.title, words: [] },
    labels: printed.map((key) => ({ key, header: headers.get(key) ?? [key], values: [] })),
    target: { header: ["META"] },
    series,
    months,
    quarters,
    extra: [],
    columns: printed,
    equations: family.rules.flatMap(({ text, kind, total, terms, tolerance, whole, when }): Equation[] =>
      kind === "sum" && when === undefined
        ? [{ text, total, terms, tolerance: tolerance + whole * terms.length }]
        : [],
    ),
    totals: [],
    footer: { source: [], preparedBy: [] },
    reviewBelow: family.reviewBelow,
    organs: family.organs,
    units: family.units,
  };
}
