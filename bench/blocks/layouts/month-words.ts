import { monthKeys } from "../../../src/rules/cell-names.ts";

const WORDS = ["Ene", "Feb", "Mar", "Abr", "May", "Jun", "Jul", "Ago", "Sep", "Oct", "Nov", "Dic"];

/** The months of a report: what it calls them, and their keys. */
export function monthWords(months: readonly number[]): { readonly word: string; readonly key: string }[] {
  return months.map((month) => ({ word: WORDS[month]!, key: monthKeys[month]! }));
}
