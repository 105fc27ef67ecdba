import type { Family } from "../family.ts";
import { foldWords } from "../text/fold-words.ts";
import { createPattern } from "../text/match-pattern.ts";

/** Every entity's word for a row of sums, whatever its family lists. The edge of the paper may cut off its first letters. */
const TOTAL_WORD = /^(?:(?:SUB ?|UB|B)?TOTAL|OTAL)(?:ES)?\b/;

const SUBTOTAL = /^SUB ?TOTAL(?:ES)?\b/;

/** A text that says no more than that it is a sum, and so names no activity. */
const BARE_TOTAL = /^(?:SUB ?)?TOTAL(?:ES| GENERAL)?$/;
const LONGEST_BARE = 20;

function isBareTotal(text: string): boolean {
  return text.length <= LONGEST_BARE && BARE_TOTAL.test(foldWords(text));
}

/** Words that only begin like it, such as TOTALIZAR; a pattern such as `TOTAL*` does not mean them. */
const OTHER_WORD = /^(?:SUB ?)?TOTAL(?!ES\b)[A-Z]/;

/**
 * Makes a test for the labels of rows that add up others: the family's patterns, and whatever begins with
 * TOTAL or SUBTOTAL.
 */
export function createTotalTest(family: Family): (text: string) => boolean {
  const patterns = family.totals.map((total) => createPattern(total.label));
  return (text) => {
    const folded = foldWords(text);
    return TOTAL_WORD.test(folded) || (!OTHER_WORD.test(folded) && patterns.some((fits) => fits(folded)));
  };
}

/**
 * The label of a row of sums, or null for a row of its own. Its words stand in the first column that prints
 * anything, or after the organ whose rows it adds up; a row with all its labels is an activity even if one of
 * them begins with TOTAL, and so is a long text with a unit ("TOTAL DE EXPEDIENTES ATENDIDOS", EXPEDIENTES).
 */
export function findTotalLabel(
  labels: Readonly<Record<string, string>>,
  keys: readonly string[],
  isTotal: (text: string) => boolean,
): string | null {
  const printed = keys.filter((key) => (labels[key] ?? "") !== "");
  const bare = printed.findIndex((key) => isBareTotal(labels[key]!));
  if (bare !== -1)
    return printed
      .slice(bare)
      .map((key) => labels[key])
      .join(" ");
  if (printed.length === keys.length && keys.length > 1) return null;
  if (printed.length > 1 && printed.at(-1) === "unit" && isLong(labels, printed.slice(0, -1))) return null;
  const joined = printed.map((key) => labels[key]).join(" ");
  if (isTotal(joined)) return joined;
  const [first, ...rest] = printed;
  if (first !== "organ" || rest.length === 0) return null;
  const behind = rest.map((key) => labels[key]).join(" ");
  return isTotal(behind) ? behind : null;
}

/** The words of a total are few. */
const TOTAL_WORDS = 3;

/** The name of a subtotal that other texts ran into from the left, or null: no activity holds the word. */
export function subtotalIn(text: string): string | null {
  const at = text.search(/(?<![\p{L}])sub[ -]?total(?![\p{L}])/iu);
  return at === -1 ? null : text.slice(at);
}

/** Whether a text ends in the word for a sum, as where the name of the organ that is added up runs into it. */
export function endsInTotal(text: string): boolean {
  return /(?:^| )(?:SUB ?)?TOTAL(?:ES| GENERAL)?$/.test(foldWords(text));
}

/**
 * Whether a line that holds a row's numbers names sums by itself: TOTAL ACCIONES, below the end of another row's text.
 * No activity begins with SUBTOTAL.
 */
export function isOwnTotal(text: string, isTotal: (text: string) => boolean): boolean {
  return isTotal(text) && (text.trim().split(/\s+/).length <= TOTAL_WORDS || SUBTOTAL.test(foldWords(text)));
}

function isLong(labels: Readonly<Record<string, string>>, keys: readonly string[]): boolean {
  return (
    keys
      .map((key) => labels[key])
      .join(" ")
      .split(" ").length > TOTAL_WORDS
  );
}
