import type { LabelVocabulary } from "./label-vocabulary.ts";

/**
 * What a text in a column is worth. A known value settles a column; a column with known values hardly prints
 * others; a column left empty, or a text joined to the one before it, is a loss that must pay.
 */
const KNOWN = 6;
const UNKNOWN = -1.5;
const FREE = 1;
const EMPTY = -1;
const JOINED = -1;

/**
 * Gives the texts of a row whose label columns do not stand in their places to the columns they most likely
 * belong to, in order: a column may be left empty, and one column may take several texts, joined by `glue`.
 */
export function alignTexts(
  texts: readonly string[],
  keys: readonly string[],
  vocabulary: LabelVocabulary,
  glue: string,
): Record<string, string> {
  // best[t][k]: the worth of the first t texts in the first k columns, and how many texts the last column took.
  const best: { worth: number; taken: number }[][] = [];
  for (let t = 0; t <= texts.length; t++) {
    const row: { worth: number; taken: number }[] = [];
    best.push(row);
    for (let k = 0; k <= keys.length; k++) {
      if (k === 0) {
        row.push({ worth: t === 0 ? 0 : Number.NEGATIVE_INFINITY, taken: 0 });
        continue;
      }
      let choice = { worth: row[k - 1]!.worth + EMPTY, taken: 0 };
      for (let taken = 1; taken <= t; taken++) {
        const text = texts.slice(t - taken, t).join(glue);
        const worth =
          best[t - taken]![k - 1]!.worth + worthOf(text, keys[k - 1]!, vocabulary) + JOINED * (taken - 1);
        // Of columns that may be the empty one it is the first: a copy leaves out cells that span several rows.
        if (worth > choice.worth || (taken === 1 && worth === choice.worth)) choice = { worth, taken };
      }
      row.push(choice);
    }
  }
  const labels: Record<string, string> = {};
  let t = texts.length;
  for (let k = keys.length; k > 0; k--) {
    const { taken } = best[t]![k]!;
    if (taken > 0) labels[keys[k - 1]!] = texts.slice(t - taken, t).join(glue);
    t -= taken;
  }
  return Object.fromEntries(keys.flatMap((key) => (labels[key] === undefined ? [] : [[key, labels[key]]])));
}

function worthOf(text: string, key: string, vocabulary: LabelVocabulary): number {
  if (!vocabulary.knows(key)) return FREE;
  return vocabulary.has(key, text) ? KNOWN : UNKNOWN;
}
