import type { Family } from "../family.ts";
import { fold } from "../text/fold.ts";

/** What the label columns of a family are known to print, compared after folding. */
export interface LabelVocabulary {
  /** Whether anything is known of this column. */
  readonly knows: (key: string) => boolean;
  readonly has: (key: string, text: string) => boolean;
  /** Whether a text, folded, is a run of words in some known value: a line of a wrapped label may be. */
  readonly hasPart: (folded: string) => boolean;
  /** All known values of a column as lists of folded words, the longest first. */
  readonly valuesOf: (key: string) => readonly (readonly string[])[];
}

/**
 * Gathers what each label column prints: `values` of the family file, the names and aliases of organs for
 * `organ`, those of units for `unit`.
 */
export function createLabelVocabulary(family: Family): LabelVocabulary {
  const names = (list: Family["organs"]) =>
    list.flatMap(({ name, aliases }) => [name, ...aliases.map((a) => a.name)]);
  const columns = new Map<string, Set<string>>();
  for (const { key, values } of family.labels) {
    const known = key === "organ" ? names(family.organs) : key === "unit" ? names(family.units) : [];
    columns.set(key, new Set([...values, ...known].map(fold).filter((text) => text !== "")));
  }
  const all = [...columns.values()].flatMap((texts) => [...texts]);
  const lists = new Map(
    [...columns].map(([key, texts]) => {
      const words = [...texts].map((text) => text.split(" "));
      return [key, words.sort((a, b) => b.length - a.length)] as const;
    }),
  );
  return {
    knows: (key) => (columns.get(key)?.size ?? 0) > 0,
    has: (key, text) => columns.get(key)?.has(fold(text)) ?? false,
    hasPart: (folded) => all.some((value) => ` ${value} `.includes(` ${folded} `)),
    valuesOf: (key) => lists.get(key) ?? [],
  };
}
