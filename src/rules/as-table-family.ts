import type { AnyFamily, BlockFamily } from "../block-family.ts";
import type { Equation, Family } from "../family.ts";
import { isBlockFamily } from "../is-block-family.ts";

/**
 * A family as one whose activities are printed on one line each: what is asked of it by those who have a row's cells
 * before them and need not know how it was printed. Of the rules of a family of blocks these are the sums that hold in
 * every row.
 */
export function asTableFamily(family: AnyFamily): Family {
  if (!isBlockFamily(family)) return family;
  const { id, version, name, description, entity, labels, context, groups, lines, months, quarters } = family;
  const printed = new Map<string, string>();
  for (const { key, codeKey, header } of [...context.map(nameContext), ...labels]) {
    const [name = key] = header;
    if (codeKey !== undefined && !printed.has(codeKey)) printed.set(codeKey, `CÓD. ${name}`);
    printed.set(key, name);
  }
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
    labels: [...printed].map(([key, header]) => ({ key, header: [header], values: [] })),
    target: { header: ["META"] },
    series,
    months,
    quarters,
    extra: [],
    columns: [...printed.keys()],
    equations: family.rules.flatMap(({ text, kind, total, terms, tolerance, whole, when }): Equation[] =>
      kind === "sum" && when === undefined
        ? [{ text, total, terms, tolerance, ...(whole > 0 && { whole }) }]
        : [],
    ),
    totals: [],
    footer: { source: [], preparedBy: [] },
    reviewBelow: family.reviewBelow,
    organs: family.organs,
    units: family.units,
  };
}

/** A line of context is called by the words it begins with, or by the letters of its code: `OEI.#` is OEI. */
function nameContext({ key, codeKey, begins, prints }: BlockFamily["context"][number]) {
  const name = begins[0] ?? prints[0]?.replace(/[^\p{L}]+/gu, "") ?? key;
  return { key, codeKey, header: [name] };
}
