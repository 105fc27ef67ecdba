import type { BlockFamily } from "../block-family.ts";
import { monthKeys, quarterKeys } from "../rules/cell-names.ts";
import { letters } from "./letters.ts";

/** What a head of the header stands for. */
export type Meaning =
  /** A column of texts, the column that says what a line is (with what it says), and the one that says of which year. */
  | { readonly kind: "label"; readonly key: string }
  | { readonly kind: "line"; readonly names: readonly string[] }
  | { readonly kind: "year" }
  /** A head over value columns, and what stands under it: a month, a quarter, another column. */
  | { readonly kind: "group"; readonly key: string }
  | { readonly kind: "value"; readonly key: string; readonly month: number | null }
  /** A head that says nothing of the columns. */
  | { readonly kind: "pass" };

/** The heads that a family's documents print, longest first: their letters, and what they mean. */
export type HeaderVocabulary = readonly (readonly [letters: string, meaning: Meaning])[];

export function createHeaderVocabulary(family: BlockFamily): HeaderVocabulary {
  const found = new Map<string, Meaning>();
  const add = (words: readonly string[], meaning: Meaning) => {
    for (const word of words) if (!found.has(letters(word))) found.set(letters(word), meaning);
  };
  for (const { key, header } of family.labels) add(header, { kind: "label", key });
  const names = family.lines.kinds.flatMap(({ prints }) => prints.map(letters));
  add(family.lines.header, { kind: "line", names });
  if (family.years !== undefined) add(family.years.header, { kind: "year" });
  for (const { key, header } of family.groups) add(header, { kind: "group", key });
  for (const { key, header } of family.columns) add(header, { kind: "value", key, month: null });
  for (const [month, key] of monthKeys.entries()) add(family.months[month]!, { kind: "value", key, month });
  for (const [i, key] of quarterKeys.entries()) add(family.quarters[i]!, { kind: "value", key, month: null });
  add(family.passOver, { kind: "pass" });
  return [...found].sort(([a], [b]) => b.length - a.length);
}
