import type { Family } from "../family.ts";
import type { FamilyInfo } from "./api.ts";

/** The families of a folder, each once. */
export interface FamilyIndex {
  readonly list: readonly FamilyInfo[];
  /** Which of them a document was read with; null where it cannot be had. */
  readonly of: (document: number) => number | null;
}

/** Numbers the families that documents were read with. */
export function indexFamilies(documents: readonly { readonly family: Family | null }[]): FamilyIndex {
  const families = [...new Set(documents.flatMap(({ family }) => family ?? []))];
  return {
    list: families.map(describeFamily),
    of: (document) => {
      const k = families.indexOf(documents[document]?.family as Family);
      return k < 0 ? null : k;
    },
  };
}

/** A family in the words of its header: the first of each is the one that is printed most. */
function describeFamily(family: Family): FamilyInfo {
  const first = (words: readonly string[]) => words[0] ?? "";
  const column = ({ key, header }: { key: string; header: readonly string[] }) => ({
    key,
    header: first(header),
  });
  return {
    id: family.id,
    labels: family.labels.map(column),
    target: first(family.target.header),
    series: family.series.map(column),
    months: family.months.map(first),
    quarters: family.quarters.map(first),
    extra: family.extra.map(column),
    equations: family.equations.map(({ text, total, terms, tolerance, whole }) => ({
      text,
      total,
      terms,
      tolerance,
      ...(whole !== undefined && { whole }),
    })),
    organs: family.organs.map(({ id, name }) => ({ id, name })),
  };
}
